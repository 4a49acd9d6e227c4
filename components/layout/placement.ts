type Box = { left: number; top: number; width: number; height: number };
type Size = { width: number; height: number };

const GAP = 8;

/**
 * Where a floating box goes, in CSS pixels of the viewport: below its subject and in line with
 * its left side, above where there is no room below, and never outside the viewport.
 */
export function place(subject: Box, floating: Size, viewport: Size): { left: number; top: number } {
  const below = subject.top + subject.height + GAP;
  const above = subject.top - floating.height - GAP;
  const fitsBelow = below + floating.height + GAP <= viewport.height;
  const top = fitsBelow || above < GAP ? below : above;
  const furthest = viewport.width - floating.width - GAP;
  return { left: Math.max(GAP, Math.min(subject.left, furthest)), top };
}

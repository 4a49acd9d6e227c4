/** A page to link to, or a gap (null) between pages. */
export type PageStep = { key: string; page: number | null };

/** The first and last page and those around the current one; gaps only where two or more are left out. */
export function pagesAround(current: number, last: number): PageStep[] {
  const shown = [1, current - 1, current, current + 1, last].filter(
    (page) => page >= 1 && page <= last,
  );
  const pages = [...new Set(shown)].sort((a, b) => a - b);
  return pages.flatMap((page, index) => {
    const before = pages[index - 1] ?? page - 1;
    const step = { key: `page-${page}`, page };
    if (page - before === 2) return [{ key: `page-${page - 1}`, page: page - 1 }, step];
    return page - before > 2 ? [{ key: `gap-${page}`, page: null }, step] : [step];
  });
}

import { useEffect } from "react";

/** Leaves the page of what is no longer there, as soon as it is shown. */
export function Gone({ leave }: { leave: () => void }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is left once.
  useEffect(leave, []);
  return null;
}

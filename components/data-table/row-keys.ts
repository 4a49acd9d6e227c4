import type { KeyboardEvent } from "react";

/** The attribute of the links that open rows. */
export const ROW_LINK = "data-row-link";

/** Arrow keys go to the row above or below, Home and End to the first and last. */
export function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const list = event.currentTarget.closest("tbody");
  if (!list) return;
  const links = [...list.querySelectorAll<HTMLElement>(`[${ROW_LINK}]`)];
  const at = links.indexOf(event.currentTarget);
  const targets: Record<string, HTMLElement | undefined> = {
    ArrowDown: links[at + 1],
    ArrowUp: links[at - 1],
    Home: links[0],
    End: links.at(-1),
  };
  if (!(event.key in targets)) return;
  event.preventDefault();
  targets[event.key]?.focus();
}

import type { ReactNode } from "react";
import classes from "./plain-table.module.css";

/**
 * A short table without sorting or paging. Its cells say what they are: `data-number`,
 * `data-soft`, `data-nowrap`, `data-text`.
 */
export function PlainTable({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className={classes.room} aria-label={caption} tabIndex={0}>
      <table className={classes.table}>{children}</table>
    </section>
  );
}

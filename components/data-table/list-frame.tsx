import type { ReactNode } from "react";
import classes from "./data-table.module.css";

/** What a table lies in: it decides by its own width whether there is room for a table or cards. */
export function ListFrame({ children }: { children: ReactNode }) {
  return (
    <div className={classes.scroller}>
      <div className={classes.frame}>{children}</div>
    </div>
  );
}

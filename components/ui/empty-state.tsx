import type { ReactNode } from "react";
import classes from "./empty-state.module.css";

/** Nothing to show: why, and what to do about it. */
export function EmptyState({
  title,
  explanation,
  action,
}: {
  title: string;
  explanation?: string;
  action?: ReactNode;
}) {
  return (
    <div className={classes.empty}>
      <p className={classes.title}>{title}</p>
      {explanation && <p className={classes.explanation}>{explanation}</p>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}

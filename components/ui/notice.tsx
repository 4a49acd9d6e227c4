import type { ReactNode } from "react";
import classes from "./notice.module.css";

/** A page's worth of explanation: what happened, what to do, and one thing to press. */
export function Notice({
  title,
  explanation,
  detail,
  action,
  live = false,
}: {
  title: string;
  explanation: string;
  /** Small print: ids for whoever looks after the product. */
  detail?: string;
  action?: ReactNode;
  /** Read out at once by screen readers, also when it changes. */
  live?: boolean;
}) {
  return (
    <div className={classes.notice} {...(live && { role: "alert" })}>
      <h1 className={classes.title}>{title}</h1>
      <p className={classes.explanation}>{explanation}</p>
      {action && <div className={classes.action}>{action}</div>}
      {detail && <p className={classes.detail}>{detail}</p>}
    </div>
  );
}

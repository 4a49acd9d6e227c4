import { type ReactNode, useId } from "react";
import classes from "./panel.module.css";

/** A block of a page: a heading, perhaps something to press, and its content on white. */
export function Panel({
  title,
  hint,
  action,
  children,
  className,
}: {
  title: string;
  /** Beside the title: a `FormulaHint`, or in words what the block covers. */
  hint?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
  className?: string | undefined;
}) {
  const heading = useId();
  return (
    <section
      aria-labelledby={heading}
      className={className ? `${classes.panel} ${className}` : classes.panel}
    >
      <div className={classes.head}>
        <h2 id={heading} className={classes.title}>
          {title}
        </h2>
        {hint && <div className={classes.hint}>{hint}</div>}
        {action && <div className={classes.action}>{action}</div>}
      </div>
      {children}
    </section>
  );
}

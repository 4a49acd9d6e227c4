import classes from "./truncated-text.module.css";

/**
 * A long text on two lines, then "…"; the whole shows on hover, and on focus of the link or
 * button around it.
 */
export function TruncatedText({
  children,
  focusable = false,
}: {
  children: string;
  /** Where nothing around it takes the focus. */
  focusable?: boolean;
}) {
  return (
    <span className={classes.text} data-truncated="" tabIndex={focusable ? 0 : undefined}>
      {children}
    </span>
  );
}

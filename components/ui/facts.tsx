import type { ReactNode } from "react";
import classes from "./facts.module.css";

/** Names and values of one thing, in columns where there is room. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <div className={classes.room}>
      <dl className={classes.facts}>{children}</dl>
    </div>
  );
}

export function Fact({
  name,
  children,
  absent,
  wide = false,
}: {
  name: string;
  children: ReactNode;
  /** What stands, in a softer tone, where there is no value. */
  absent?: string;
  /** Takes a line of its own. */
  wide?: boolean;
}) {
  const given =
    children !== null && children !== undefined && children !== false && children !== "";
  return (
    <div className={classes.fact} data-wide={wide || undefined}>
      <dt>{name}</dt>
      <dd data-absent={given ? undefined : ""}>{given ? children : absent}</dd>
    </div>
  );
}

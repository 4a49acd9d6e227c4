import { CircleAlertIcon, CircleCheckIcon, CircleDashedIcon, ClockIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { Meaning } from "./meaning.ts";
import classes from "./status-mark.module.css";

const ICONS = {
  overdue: CircleAlertIcon,
  dueSoon: ClockIcon,
  done: CircleCheckIcon,
  none: CircleDashedIcon,
} satisfies Record<Meaning, unknown>;

/** A state in its colour, its icon and its word; `soft` sets it on a tint of the colour. */
export function StatusMark({
  meaning,
  soft = false,
  children,
}: {
  meaning: Meaning;
  soft?: boolean;
  /** The word: "Quá hạn", "chậm 12 ngày". */
  children: ReactNode;
}) {
  const Icon = ICONS[meaning];
  return (
    <span className={classes.mark} data-meaning={meaning} data-soft={soft || undefined}>
      <Icon size={16} strokeWidth={1.8} className={classes.icon} aria-hidden />
      <span>{children}</span>
    </span>
  );
}

import { useTranslations } from "next-intl";
import classes from "./change.module.css";

export type ChangeDirection = "up" | "down" | "same";

/** Whether a change is good news; null where it is neither. */
export type Verdict = "better" | "worse" | null;

/**
 * The change of a figure against the period before: an arrow and the amount in the colour of
 * good or bad news, and for screen readers the same in words.
 */
export function Change({
  direction,
  amount,
  verdict,
}: {
  direction: ChangeDirection;
  /** The size of the change without its sign, as it is shown: "0,4". */
  amount: string;
  verdict: Verdict;
}) {
  const t = useTranslations("common.change");
  const news = verdict && direction !== "same" ? verdict : null;
  const meaning = news === "better" ? "done" : news === "worse" ? "overdue" : undefined;
  const words = [t(direction, { amount }), news && t(news)].filter(Boolean).join(", ");
  return (
    <span className={classes.change} data-meaning={meaning}>
      <span aria-hidden="true">
        {direction === "same" ? (
          "="
        ) : (
          <svg className={classes.arrow} viewBox="0 0 8 8" width="8" height="8" aria-hidden="true">
            <path d={direction === "up" ? "M4 1 8 7H0Z" : "M4 7 0 1H8Z"} fill="currentColor" />
          </svg>
        )}
        {direction !== "same" && amount}
      </span>
      <span className="spoken">{words}</span>
    </span>
  );
}

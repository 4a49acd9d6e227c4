import { CheckIcon, TriangleAlertIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { CountLink } from "#components/charts/count-link.tsx";
import { balances } from "#lib/comparisons/rules.ts";
import { type CivilDate, monthOf } from "#lib/core/dates.ts";
import { formatCivilDate, formatNumber } from "#lib/core/i18n/format.ts";
import { taskListHref } from "#lib/tasks/filters.ts";
import classes from "./comparison.module.css";
import type { Shown } from "./shown.ts";

/** Outstanding before + became late (+ came in − went out) − resolved = outstanding after. */
export function Balance({ shown }: { shown: Shown }) {
  const t = useTranslations("comparison.balance");
  const { comparison, access, locale } = shown;
  const { total, before, after, range, lateAndResolved, closedOtherwise } = comparison;
  const { from, to } = { from: range.from.asOf, to: range.to.asOf };
  const holds = balances(total, before.outstanding, after.outstanding);
  const list = (asOf: CivilDate) =>
    access.totals ? taskListHref({ timeliness: ["OVERDUE"], asOf }) : null;
  const moved = total.transferredIn + total.transferredOut > 0;
  const terms = [
    { sign: "", count: before.outstanding, words: "before", day: from, href: list(from) },
    { sign: "+", count: total.newlyOverdue, words: "becameLate", href: "#becameLate" },
    ...(moved
      ? ([
          { sign: "+", count: total.transferredIn, words: "movedIn", href: "#moved" },
          { sign: "−", count: total.transferredOut, words: "movedOut", href: "#moved" },
        ] as const)
      : []),
    { sign: "−", count: total.resolved.total, words: "resolved", href: "#resolved" },
    { sign: "=", count: after.outstanding, words: "after", day: to, href: list(to) },
  ] as const;
  const reasons = [
    ["COMPLETED", total.resolved.completed],
    ["EXTENDED", total.resolved.extended],
    ["CANCELLED", total.resolved.cancelled],
    ["PAUSED", total.resolved.paused],
  ] as const;
  const notes = [
    total.resolved.total > 0 &&
      `${t("resolvedBy")} ${reasons
        .filter(([, count]) => count > 0)
        .map(([by, count]) => `${formatNumber(count, locale)} ${t(by)}`)
        .join(", ")}.`,
    lateAndResolved > 0 && t("between", { count: lateAndResolved }),
    ...closedOtherwise.map(({ on, closed, live }) =>
      t("closed", { day: formatCivilDate(on), closed, live }),
    ),
    monthOf(from).slice(0, 4) !== monthOf(to).slice(0, 4) && t("years"),
  ].filter((note) => note !== false);
  return (
    <section className={classes.balance} aria-label={t("title")}>
      <p className={classes.equation}>
        {terms.map((term) => (
          <span key={term.words} className={classes.term}>
            {term.sign && <span className={classes.sign}>{term.sign} </span>}
            <CountLink
              cell={{
                count: term.count,
                text: formatNumber(term.count, locale),
                href: term.count === 0 ? null : term.href,
              }}
            />{" "}
            <span className={classes.words}>
              {"day" in term ? t(term.words, { day: formatCivilDate(term.day) }) : t(term.words)}
            </span>
          </span>
        ))}
        <Holds holds={holds} words={t(holds ? "holds" : "broken")} />
      </p>
      {notes.length > 0 && <p className={classes.notes}>{notes.join(" ")}</p>}
    </section>
  );
}

/** Whether a line adds up, as a mark with its word. */
export function Holds({
  holds,
  words,
  markOnly = false,
}: {
  holds: boolean;
  words: string;
  /** Only screen readers are told the word. */
  markOnly?: boolean;
}) {
  const Mark = holds ? CheckIcon : TriangleAlertIcon;
  return (
    <span className={holds ? classes.holds : classes.broken}>
      <Mark size={16} strokeWidth={2} aria-hidden />
      <span className={markOnly ? "spoken" : undefined}>{words}</span>
    </span>
  );
}

import { useTranslations } from "next-intl";
import { CountLink } from "#components/charts/count-link.tsx";
import { Change, type Verdict } from "#components/ui/change.tsx";
import { Figure } from "#components/ui/figure.tsx";
import type { Meaning } from "#components/ui/meaning.ts";
import { addDays } from "#lib/core/dates.ts";
import {
  formatCivilDate,
  formatNumber,
  formatRate,
  formatRateNumber,
} from "#lib/core/i18n/format.ts";
import type { CompletionFigure } from "#lib/figures/links.ts";
import type { CompletionFigures, KeyFigures as Figures } from "#lib/figures/schema.ts";
import type { Level } from "#lib/tasks/schema.ts";
import classes from "./key-figures.module.css";
import type { Shown } from "./shown.ts";

type Rate = "completionRate" | "cityCompletionRate" | "onTimeRate";
type Count = Exclude<keyof Figures, Rate>;

/** Whether more of it is good news; null: neither. */
const GOOD: Record<keyof Figures, "more" | "less" | null> = {
  completionRate: "more",
  cityCompletionRate: "more",
  onTimeRate: "more",
  late: "less",
  outstanding: "less",
  dueWithinWeek: null,
  awaitingConfirmation: null,
  pendingExtensions: null,
};

const MEANING: Partial<Record<Count, Meaning>> = {
  late: "overdue",
  outstanding: "overdue",
  dueWithinWeek: "dueSoon",
};

/** The figures that say in half a minute how the commune stands, beside the month before. */
export function KeyFigures({ shown }: { shown: Shown }) {
  const t = useTranslations("dashboard.key");
  const counts = ["dueWithinWeek", "awaitingConfirmation", "pendingExtensions"] as const;
  return (
    <section aria-label={t("title")} className={classes.figures}>
      <RateFigure shown={shown} figure="completionRate" />
      <RateFigure shown={shown} figure="cityCompletionRate" />
      <RateFigure shown={shown} figure="onTimeRate" />
      <CountFigure shown={shown} figure="late" href={shown.links.late("late")} />
      <CountFigure shown={shown} figure="outstanding" href={shown.links.late("outstanding")} />
      {counts.map((figure) => (
        <CountFigure
          key={figure}
          shown={shown}
          figure={figure}
          href={shown.links.waiting(figure)}
        />
      ))}
    </section>
  );
}

function verdictOf(figure: keyof Figures, difference: number): Verdict {
  const good = GOOD[figure];
  if (good === null || difference === 0) return null;
  return difference > 0 === (good === "more") ? "better" : "worse";
}

function directionOf(difference: number) {
  if (difference === 0) return "same";
  return difference > 0 ? "up" : "down";
}

/** What the formulas name: the first day counted, the last one, and those a week ahead. */
function daysOf({ dashboard }: Shown) {
  const { asOf } = dashboard.summary;
  return {
    day: formatCivilDate(asOf),
    from: formatCivilDate(`${Number(asOf.slice(0, 4))}-01-01`),
    until: formatCivilDate(addDays(asOf, 7)),
  };
}

function CountFigure({
  shown,
  figure,
  href,
}: {
  shown: Shown;
  figure: Count;
  href: string | null;
}) {
  const t = useTranslations("dashboard");
  const { locale, dashboard } = shown;
  const { now, before } = dashboard.keyFigures[figure];
  const number = (value: number) => formatNumber(value, locale);
  const { carriedOver, newlyOverdue, late, transferredIn, transferredOut, resolved, outstanding } =
    dashboard.summary.overdue.total;
  const { day, until } = daysOf(shown);
  const numbers: Partial<Record<Count, string>> = {
    late: `${number(carriedOver)} + ${number(newlyOverdue)} = ${number(late)}`,
    outstanding: [
      number(late),
      ...(transferredIn + transferredOut > 0
        ? [`+ ${number(transferredIn)} − ${number(transferredOut)}`]
        : []),
      `− ${number(resolved.total)} = ${number(outstanding)}`,
    ].join(" "),
  };
  const difference = now - (before ?? now);
  return (
    <Figure
      label={t(`key.${figure}`)}
      value={number(now)}
      href={href ?? undefined}
      meaning={now > 0 ? MEANING[figure] : undefined}
      formula={t(`formula.${figure}`, {
        day,
        from: day,
        to: until,
        numbers: numbers[figure] ?? "",
      })}
      change={
        before !== null && (
          <Change
            direction={directionOf(difference)}
            amount={number(Math.abs(difference))}
            verdict={verdictOf(figure, difference)}
          />
        )
      }
      note={figure === "dueWithinWeek" && t("key.inWeek")}
    />
  );
}

/** Tasks that the city assigned, counted apart; none where there were none. */
function cityOf({ dashboard }: Shown): CompletionFigures | undefined {
  return dashboard.summary.completion.byLevel.find(({ code }) => code === "CITY");
}

function RateFigure({ shown, figure }: { shown: Shown; figure: Rate }) {
  const t = useTranslations("dashboard");
  const { dashboard, links, locale } = shown;
  const { now, before } = dashboard.keyFigures[figure];
  const { total } = dashboard.summary.completion;
  const city = figure === "cityCompletionRate";
  const counted = city ? cityOf(shown) : total;
  const group: { level?: Level } = city ? { level: "CITY" } : {};
  const completed = counted?.completed ?? 0;
  const withDeadline = completed - (counted?.noDeadline ?? 0);
  const parts =
    figure === "onTimeRate"
      ? ([
          { figure: "onTime", count: counted?.onTime ?? 0, words: "onTime" },
          { figure: "completedWithDeadline", count: withDeadline, words: "withDeadline" },
        ] as const)
      : ([
          { figure: "completed", count: completed, words: "completed" },
          { figure: "assigned", count: counted?.assigned ?? 0, words: "assigned" },
        ] as const);
  const division = (numerator: number, denominator: number, rate: number | null) =>
    `${formatNumber(numerator, locale)} ÷ ${formatNumber(denominator, locale)} = ${formatRate(rate, locale)}`;
  const points = Math.round(1000 * ((now ?? 0) - (before ?? now ?? 0))) / 10;
  const cell = (part: {
    figure: CompletionFigure;
    count: number;
    words: (typeof parts)[number]["words"];
  }) => (
    <CountLink
      cell={{
        count: part.count,
        text: formatNumber(part.count, locale),
        href: links.completion(part.figure, group),
        title: t(`key.${part.words}`, { count: part.count }),
      }}
    />
  );
  return (
    <Figure
      label={t(`key.${figure}`)}
      value={formatRateNumber(now, locale)}
      unit={now === null ? undefined : "%"}
      formula={t(`formula.${figure}`, {
        from: daysOf(shown).from,
        day: daysOf(shown).day,
        numbers: division(parts[0].count, parts[1].count, now),
        original: division(
          total.onTimeByOriginalDeadline,
          withDeadline,
          total.onTimeRateOriginalDeadline,
        ),
      })}
      change={
        now !== null &&
        before !== null && (
          <Change
            direction={directionOf(points)}
            amount={formatNumber(Math.abs(points), locale, 1)}
            verdict={verdictOf(figure, points)}
          />
        )
      }
      note={
        <span className={classes.parts}>
          {cell(parts[0])}/{cell(parts[1])}
        </span>
      }
    />
  );
}

import { CheckIcon, TriangleAlertIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { CountLink } from "#components/charts/count-link.tsx";
import { formatNumber } from "#lib/core/i18n/format.ts";
import type { LateFigure } from "#lib/figures/links.ts";
import classes from "./conservation-line.module.css";
import type { Shown } from "./shown.ts";

type Term = { figure: LateFigure; count: number; label: string; sign: string };

/** Opening + new (+ came in − went out) − resolved = closing, and whether it holds. */
export function ConservationLine({ shown }: { shown: Shown }) {
  const t = useTranslations("dashboard.conservation");
  const { total } = shown.dashboard.summary.overdue;
  const { carriedOver, newlyOverdue, transferredIn, transferredOut, resolved, outstanding } = total;
  const holds =
    carriedOver + newlyOverdue + transferredIn - transferredOut - resolved.total === outstanding;
  const terms = [
    { figure: "carriedOver", count: carriedOver, label: t("carriedOver"), sign: "" },
    { figure: "newlyOverdue", count: newlyOverdue, label: t("newlyOverdue"), sign: "+" },
    ...(transferredIn + transferredOut === 0
      ? []
      : ([
          { figure: "transferredIn", count: transferredIn, label: t("transferredIn"), sign: "+" },
          {
            figure: "transferredOut",
            count: transferredOut,
            label: t("transferredOut"),
            sign: "−",
          },
        ] as const)),
    { figure: "resolved", count: resolved.total, label: t("resolved"), sign: "−" },
    { figure: "outstanding", count: outstanding, label: t("outstanding"), sign: "=" },
  ] as const satisfies readonly Term[];
  const reasons = (["completed", "extended", "cancelled", "paused"] as const)
    .filter((reason) => resolved[reason] > 0)
    .map((reason) => ({ figure: reason, count: resolved[reason], label: t(reason), sign: "" }));

  return (
    <section className={classes.line} aria-label={t("title")}>
      <p className={classes.equation}>
        {terms.map((term) => (
          <Part key={term.figure} shown={shown} term={term} />
        ))}
        <span className={holds ? classes.holds : classes.broken}>
          {holds ? (
            <CheckIcon size={16} strokeWidth={2} aria-hidden />
          ) : (
            <TriangleAlertIcon size={16} strokeWidth={2} aria-hidden />
          )}
          {holds ? t("holds") : t("broken")}
        </span>
      </p>
      {reasons.length > 0 && (
        <p className={classes.reasons}>
          {t("resolvedBy")}{" "}
          {reasons.map((term) => (
            <Part key={term.figure} shown={shown} term={term} />
          ))}
        </p>
      )}
    </section>
  );
}

function Part({ shown, term }: { shown: Shown; term: Term }) {
  const { figure, count, label, sign } = term;
  const { links, locale } = shown;
  return (
    <>
      <span className={classes.part}>
        {sign && <span className={classes.sign}>{sign} </span>}
        <CountLink cell={{ count, text: formatNumber(count, locale), href: links.late(figure) }} />
        <span className={classes.label}> {label}</span>
      </span>{" "}
    </>
  );
}

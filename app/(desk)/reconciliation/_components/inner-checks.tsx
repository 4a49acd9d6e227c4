import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { formatNumber } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import type { HeadlineConflict, InnerCheck } from "#lib/reconciliations/schema.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import classes from "./reconciliation.module.css";

/** What the reported figures say among themselves: first what does not add up. */
export function InnerChecks({
  checks,
  headline,
  names,
  locale,
}: {
  checks: readonly InnerCheck[];
  headline: HeadlineConflict | null;
  names: TaskNames;
  locale: Locale;
}) {
  const t = useTranslations("reconciliation.checks");
  const measure = useTranslations("reconciliation.measures");
  const wrong = checks.filter(({ agrees }) => !agrees);
  const decimalsOf = (value: number) => (`${value}`.split(".")[1] ?? "").length;
  const write = (value: number) => formatNumber(Math.abs(value), locale, decimalsOf(value));
  const sum = (parts: readonly number[]) =>
    parts
      .map((part, index) => `${index > 0 ? (part < 0 ? " − " : " + ") : ""}${write(part)}`)
      .join("");

  function sentence(check: InnerCheck): string {
    const [completed = 0, assigned = 0] = check.parts;
    return t(check.kind, {
      ...{ parts: sum(check.parts), expected: write(check.expected), stated: write(check.stated) },
      ...{ completed: write(completed), assigned: write(assigned) },
      measure: measure(check.measure),
      of: nameOf(check, names),
    });
  }

  return (
    <Panel title={t("title")} className={classes.checks}>
      {checks.length === 0 ? (
        <p className={classes.soft}>{t("none")}</p>
      ) : (
        <>
          {headline && (
            <p className={classes.headline}>
              {t("headline", {
                late: write(headline.late),
                carriedOver: write(headline.carriedOver),
                newlyOverdue: write(headline.newlyOverdue),
                carriedOverByField: write(headline.carriedOverByField),
                newlyOverdueByField: write(headline.newlyOverdueByField),
              })}
            </p>
          )}
          <p className={classes.tally}>
            <StatusMark meaning={wrong.length > 0 ? "overdue" : "done"}>
              {t("differ", { count: wrong.length })}
            </StatusMark>
            <StatusMark meaning="done">
              {t("agree", { count: checks.length - wrong.length })}
            </StatusMark>
          </p>
          <ul className={classes.faults}>
            {wrong.map((check) => (
              <li key={`${check.kind} ${check.of} ${check.measure}`}>{sentence(check)}</li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function nameOf({ kind, of }: InnerCheck, names: TaskNames): string {
  if (of === null) return "";
  return kind === "fieldSplit" ? names.field(of).full : names.department(of).full;
}

import { useLocale, useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import { businessDayOf } from "#lib/core/dates.ts";
import { catalogueName, formatCivilDate, formatMonthTitle } from "#lib/core/i18n/format.ts";
import type { ReasonOfMonth } from "#lib/narratives/schema.ts";
import classes from "./task-view.module.css";

/** Why a task was late, as its department said month by month; nothing where nobody has. */
export function TaskReasons({ reasons }: { reasons: readonly ReasonOfMonth[] }) {
  const t = useTranslations("narratives.reasons.ofTask");
  const locale = useLocale();
  if (reasons.length === 0) return null;
  return (
    <Panel title={t("title")}>
      <ul className={classes.history}>
        {reasons.map(({ month, text, by, at, ...kind }) => (
          <li key={month}>
            <div className={classes.eventHead}>
              <strong>{formatMonthTitle(month, locale)}</strong>
            </div>
            <div>{[catalogueName(kind, locale), text].filter(Boolean).join(": ")}</div>
            <div className={classes.soft}>
              {t("by", { by, on: formatCivilDate(businessDayOf(at)) })}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

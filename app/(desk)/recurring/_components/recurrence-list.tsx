"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import type { RecurrenceView } from "#lib/recurrences/schema.ts";
import type { CatalogueChoices } from "#lib/tasks/views.ts";
import classes from "./recurrence-list.module.css";
import { StopRecurrence } from "./stop-recurrence.tsx";

/** Each recurring task: what, who, how often, and when next. */
export function RecurrenceList({
  recurrences,
  choices,
  onChange,
}: {
  recurrences: readonly RecurrenceView[];
  choices: CatalogueChoices;
  onChange: (id: number) => void;
}) {
  const t = useTranslations("recurring");
  const names = new Map(choices.departments.map(({ value, label }) => [value, label]));
  return (
    <ul className={classes.list}>
      {recurrences.map((each) => (
        <li key={each.id} className={classes.entry} data-stopped={each.stopped ? "" : undefined}>
          <div className={classes.what}>
            <p className={classes.title}>{each.title}</p>
            <p className={classes.soft}>
              {names.get(each.department) ?? each.department}
              {each.leader && <span>{t("leader", { name: each.leader })}</span>}
            </p>
          </div>
          <div className={classes.when}>
            <p>
              {t(`pattern.${each.frequency}`, { day: each.dueDay })}
              <span className={classes.soft}>, {t("lead", { days: each.leadDays })}</span>
            </p>
            <p className={classes.soft}>{spanOf(each)}</p>
          </div>
          <div className={classes.next}>
            <p>{nextOf(each)}</p>
            <p className={classes.soft}>{t("made", { count: each.made })}</p>
          </div>
          {!each.stopped && (
            <div className={classes.actions}>
              <Button variant="default" onClick={() => onChange(each.id)}>
                {t("change")}
              </Button>
              <StopRecurrence recurrence={each} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );

  function spanOf({ startsOn, endsOn }: RecurrenceView): string {
    const from = formatCivilDate(startsOn);
    return endsOn === null
      ? t("span.from", { from })
      : t("span.fromTo", { from, to: formatCivilDate(endsOn) });
  }

  function nextOf({ stopped, next }: RecurrenceView): string {
    if (stopped) return t("stoppedMark");
    if (next.length === 0) return t("noNext");
    return t("next", { days: next.map((day) => formatCivilDate(day)).join(", ") });
  }
}

"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FREQUENCIES, type RecurrenceView, SHIFTS } from "#lib/recurrences/schema.ts";
import classes from "./recurrence-form.module.css";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const FRIDAY = 5;
const LAST_DAY = 31;
const USUAL_LEAD_DAYS = 7;

/** When it is due, and how long before that its task is made. */
export function PatternFields({
  recurrence,
  issues,
}: {
  recurrence: RecurrenceView | null;
  issues: Record<string, string>;
}) {
  const t = useTranslations("recurring");
  const [frequency, setFrequency] = useState(recurrence?.frequency ?? "WEEKLY");
  const weekly = frequency === "WEEKLY";
  const kept = recurrence?.frequency === frequency ? recurrence.dueDay : null;
  return (
    <>
      <div className={classes.pair}>
        <NativeSelect
          name="frequency"
          label={t("form.frequency")}
          value={frequency}
          onChange={({ currentTarget }) => {
            const chosen = FREQUENCIES.find((each) => each === currentTarget.value);
            if (chosen) setFrequency(chosen);
          }}
          data={FREQUENCIES.map((value) => ({ value, label: t(`frequency.${value}`) }))}
        />
        {weekly ? (
          <NativeSelect
            key={frequency}
            name="dueDay"
            label={t("form.weekday")}
            defaultValue={kept ?? FRIDAY}
            error={issues.dueDay}
            data={WEEKDAYS.map((day) => ({ value: `${day}`, label: t("weekday", { day }) }))}
          />
        ) : (
          <TextInput
            key={frequency}
            name="dueDay"
            label={t("form.day")}
            description={t(frequency === "MONTHLY" ? "form.dayHint" : "form.quarterHint")}
            inputWrapperOrder={["label", "input", "description", "error"]}
            inputMode="numeric"
            defaultValue={kept ?? LAST_DAY}
            error={issues.dueDay}
          />
        )}
      </div>
      <NativeSelect
        name="shift"
        label={t("form.shift")}
        defaultValue={recurrence?.shift ?? "BEFORE"}
        error={issues.shift}
        data={SHIFTS.map((value) => ({ value, label: t(`shift.${value}`) }))}
      />
      <TextInput
        name="leadDays"
        label={t("form.leadDays")}
        inputMode="numeric"
        defaultValue={recurrence?.leadDays ?? USUAL_LEAD_DAYS}
        error={issues.leadDays}
      />
    </>
  );
}

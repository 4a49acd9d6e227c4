"use client";

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { ConfirmedAction } from "#components/ui/confirmed-action.tsx";
import { DayInput } from "#components/ui/day-input.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useSubmission } from "#components/ui/use-submission.ts";
import type { ActionState } from "#lib/core/action.ts";
import { CALENDAR_DAY_KINDS, type CalendarDay } from "#lib/periods/schema.ts";
import { addCalendarDay, changeCalendarDay, removeCalendarDay } from "../actions.ts";
import classes from "./day-form.module.css";

/** Enters a day into the calendar, changes one, or takes it out. */
export function DayForm({
  day,
  year,
  onDone,
}: {
  /** Null for a new one. */
  day: CalendarDay | null;
  /** The year meant where a typed day leaves it out. */
  year: number;
  onDone: () => void;
}) {
  const t = useTranslations("admin.calendar");
  const thenDone =
    (action: typeof addCalendarDay) => async (previous: ActionState | null, form: FormData) => {
      const answer = await action(previous, form);
      if (answer.ok) onDone();
      return answer;
    };
  const write = thenDone(day ? changeCalendarDay : addCalendarDay);
  const { state, issues, submit, busy } = useSubmission<null>(write);
  return (
    <>
      <form
        onSubmit={submit}
        className={classes.form}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.currentTarget.requestSubmit();
          }
        }}
      >
        {state?.ok === false && <FormProblem>{state.message}</FormProblem>}
        {day && <input type="hidden" name="was" value={day.on} />}
        <DayInput
          name="on"
          label={t("on")}
          value={day?.on ?? null}
          today={`${year}-01-01`}
          error={issues.on}
        />
        <NativeSelect
          name="kind"
          label={t("kind")}
          defaultValue={day?.kind ?? "HOLIDAY"}
          error={issues.kind}
          data={CALENDAR_DAY_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        />
        <TextInput
          name="name"
          label={t("name")}
          description={t("nameHint")}
          defaultValue={day?.name}
          error={issues.name}
          maxLength={120}
          autoComplete="off"
        />
        <Button type="submit" loading={busy}>
          {t(day ? "save" : "create")}
        </Button>
      </form>
      {day && (
        <div className={classes.removal}>
          <ConfirmedAction
            text={t("remove")}
            question={t("removeNote")}
            action={thenDone(removeCalendarDay)}
            fields={{ was: day.on }}
          />
        </div>
      )}
    </>
  );
}

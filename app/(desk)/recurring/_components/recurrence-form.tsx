"use client";

import { Button, Checkbox, MultiSelect, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { DayInput } from "#components/ui/day-input.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useRequestKey } from "#components/ui/request-key.ts";
import { useSubmission } from "#components/ui/use-submission.ts";
import type { CivilDate } from "#lib/core/dates.ts";
import type { RecurrenceView } from "#lib/recurrences/schema.ts";
import type { CatalogueChoices, Choice } from "#lib/tasks/views.ts";
import { changeRecurrence, createRecurrence } from "../actions.ts";
import { PatternFields } from "./pattern-fields.tsx";
import classes from "./recurrence-form.module.css";

/** Enters a recurring task, or changes the one given. */
export function RecurrenceForm({
  recurrence,
  choices,
  today,
  onDone,
}: {
  recurrence: RecurrenceView | null;
  choices: CatalogueChoices;
  today: CivilDate;
  onDone: () => void;
}) {
  const t = useTranslations("recurring.form");
  // Which one is changed, as it was when the form was opened: others may change it meanwhile.
  const [seen] = useState(recurrence);
  const { state, issues, submit, busy } = useSubmission(seen ? changeRecurrence : createRecurrence);
  const requestKey = useRequestKey();
  const done = state?.ok === true;
  useEffect(() => {
    if (done) onDone();
  }, [done, onDone]);
  const optional = (entries: readonly Choice[]) => [{ value: "", label: t("none") }, ...entries];
  return (
    <form onSubmit={submit} className={classes.form}>
      {state?.ok === false && <FormProblem>{state.message}</FormProblem>}
      {!seen && <input type="hidden" name="requestKey" value={requestKey} />}
      {seen && (
        <>
          <input type="hidden" name="id" value={seen.id} />
          <input type="hidden" name="version" value={seen.version} />
          <p className={classes.hint}>{t("future")}</p>
        </>
      )}
      <Textarea
        name="title"
        label={t("content")}
        defaultValue={seen?.title}
        error={issues.title}
        autosize
        minRows={2}
        data-autofocus
      />
      <TextInput
        name="deliverable"
        label={t("deliverable")}
        defaultValue={seen?.deliverable ?? ""}
        error={issues.deliverable}
      />
      <NativeSelect
        name="department"
        label={t("department")}
        defaultValue={seen?.department ?? ""}
        error={issues.department}
        data={[{ value: "", label: t("choose") }, ...choices.leadDepartments]}
      />
      <MultiSelect
        name="cooperating"
        label={t("cooperating")}
        defaultValue={seen ? [...seen.cooperating] : []}
        error={issues.cooperating}
        data={[...choices.departments]}
        searchable
      />
      <NativeSelect
        name="field"
        label={t("field")}
        defaultValue={seen?.field ?? ""}
        error={issues.field}
        data={[{ value: "", label: t("choose") }, ...choices.fields]}
      />
      <NativeSelect
        name="sector"
        label={t("sector")}
        defaultValue={seen?.sector ?? ""}
        error={issues.sector}
        data={optional(choices.sectors)}
      />
      <NativeSelect
        name="leaderId"
        label={t("leader")}
        defaultValue={seen?.leaderId?.toString() ?? ""}
        error={issues.leaderId}
        data={optional(choices.leaders)}
      />
      <TextInput
        name="decidingAuthority"
        label={t("authority")}
        defaultValue={seen?.decidingAuthority ?? ""}
        error={issues.decidingAuthority}
      />
      <PatternFields recurrence={seen} issues={issues} />
      <div className={classes.pair}>
        <DayInput
          name="startsOn"
          label={t("startsOn")}
          value={seen?.startsOn ?? today}
          today={today}
          error={issues.startsOn}
        />
        <DayInput
          name="endsOn"
          label={t("endsOn")}
          description={t("endsHint")}
          value={seen?.endsOn ?? null}
          today={today}
          error={issues.endsOn}
        />
      </div>
      <Checkbox
        name="priority"
        value="HIGH"
        label={t("high")}
        defaultChecked={seen?.priority === "HIGH"}
      />
      <div>
        <Button type="submit" loading={busy}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

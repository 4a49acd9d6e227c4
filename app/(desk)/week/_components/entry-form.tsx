"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useSubmission } from "#components/ui/use-submission.ts";
import type { Entry, HostChoice } from "#lib/agenda/schema.ts";
import type { CivilDate } from "#lib/core/dates.ts";
import { changeEntry, createEntry } from "../actions.ts";
import { EntryFields } from "./entry-fields.tsx";
import classes from "./entry-form.module.css";
import { RemoveEntry } from "./remove-entry.tsx";
import { StandsNow } from "./stands-now.tsx";

/** Makes an entry or changes one; keeps what was typed when someone else was faster. */
export function EntryForm({
  calendar,
  entry,
  on,
  year,
  hosts,
  onDone,
}: {
  calendar: string;
  /** Null for a new one. */
  entry: Entry | null;
  on: CivilDate;
  /** The year meant where a typed day leaves it out. */
  year: number;
  hosts: readonly HostChoice[];
  onDone: () => void;
}) {
  const t = useTranslations("agenda.form");
  const { state, issues, submit, busy } = useSubmission<null>(async (previous, form) => {
    const answer = await (entry ? changeEntry : createEntry)(previous, form);
    if (answer.ok) onDone();
    return answer;
  });
  const current = state?.ok === false ? state.current : undefined;
  const version = current?.version ?? `${entry?.version ?? ""}`;
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
        {current && <StandsNow current={current} hosts={hosts} />}
        <input type="hidden" name="calendar" value={calendar} />
        {entry && (
          <>
            <input type="hidden" name="id" value={entry.id} />
            <input type="hidden" name="version" value={version} />
          </>
        )}
        <EntryFields entry={entry} on={on} year={year} hosts={hosts} issues={issues} />
        <Button type="submit" loading={busy}>
          {t(entry ? "save" : "create")}
        </Button>
      </form>
      {entry && <RemoveEntry id={entry.id} version={version} onDone={onDone} />}
    </>
  );
}

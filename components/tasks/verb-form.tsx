"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useRequestKey } from "#components/ui/request-key.ts";
import { useSubmission } from "#components/ui/use-submission.ts";
import type { TaskVerb } from "#lib/tasks/verbs.ts";
import type { TaskWork, VerbChoices, WrittenTask } from "#lib/tasks/views.ts";
import { changedEntries, entriesOf } from "./changed-entries.ts";
import { type Done, subjectOf, type VerbAction } from "./verb-actions.ts";
import { VerbFields } from "./verb-fields.tsx";
import classes from "./verb-form.module.css";

/** The form of one verb for one task: what it needs, and a button that says what will happen. */
export function VerbForm({
  verb,
  task,
  written,
  action,
  choices,
  onDone,
}: {
  verb: TaskVerb;
  task: TaskWork;
  written?: WrittenTask | undefined;
  action: VerbAction;
  choices: VerbChoices;
  onDone: (done: Done) => void;
}) {
  const t = useTranslations("work");
  const [before] = useState(written ? entriesOf(written, task) : {});
  const { state, issues, submit, busy } = useSubmission(
    verb === "edit" ? (answer, entries) => action(answer, changedEntries(entries, before)) : action,
  );
  // What it was opened for: the task may have another request, or none, when it is sent.
  const [subject] = useState(subjectOf(verb, task));
  const requestKey = useRequestKey();
  const form = useRef<HTMLFormElement>(null);
  const told = useRef(false);
  const current = state?.ok === false ? state.current : undefined;

  useEffect(() => {
    if (!state?.ok || told.current) return;
    told.current = true;
    onDone(state.result);
  }, [state, onDone]);

  function sendByKey(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  }
  return (
    <form ref={form} onSubmit={submit} onKeyDown={sendByKey} className={classes.form}>
      <p className={classes.about}>
        {task.code} · {task.title}
      </p>
      {state?.ok === false && <FormProblem>{state.message}</FormProblem>}
      <input type="hidden" name="id" value={subject ?? ""} />
      <input type="hidden" name="version" value={current?.version ?? task.version} />
      {/* After a conflict the same form is another request. */}
      {!current && <input type="hidden" name="requestKey" value={requestKey} />}
      <VerbFields
        verb={verb}
        task={task}
        written={written}
        choices={choices}
        issues={issues}
        current={current}
        busy={busy}
      />
      <div className={classes.end}>
        <Button type="submit" loading={busy}>
          {t(`verb.${verb}`)}
        </Button>
      </div>
    </form>
  );
}

"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useRequestKey } from "#components/ui/request-key.ts";
import { useSubmission } from "#components/ui/use-submission.ts";
import type { TaskVerb } from "#lib/tasks/verbs.ts";
import type { TaskWork, VerbChoices } from "#lib/tasks/views.ts";
import { type SeveralAction, type SeveralDone, subjectOf } from "./verb-actions.ts";
import { VerbFields } from "./verb-fields.tsx";
import classes from "./verb-form.module.css";

/** One form for the same verb on several tasks; each is done by itself, and what was refused is said. */
export function SeveralForm({
  verb,
  tasks: chosen,
  action,
  choices,
  onDone,
}: {
  verb: TaskVerb;
  tasks: readonly TaskWork[];
  action: SeveralAction;
  choices: VerbChoices;
  /** Told also when some were refused; the form then stays and says why. */
  onDone: (outcome: SeveralDone) => void;
}) {
  const t = useTranslations("work");
  const { state, issues, submit, busy } = useSubmission(action);
  const requestKey = useRequestKey();
  const told = useRef(false);
  // Those chosen when it was opened: what is done clears the selection.
  const [tasks] = useState(chosen);
  const [first] = tasks;
  const refused = state?.ok ? state.result.refused : [];
  const codeOf = (id: number) => tasks.find((task) => subjectOf(verb, task) === id)?.code ?? "";

  useEffect(() => {
    if (!state?.ok || told.current) return;
    told.current = true;
    onDone(state.result);
  }, [state, onDone]);

  if (!first) return null;
  if (state?.ok && refused.length > 0) {
    return (
      <div className={classes.form}>
        <FormProblem title={t("several.partly", { done: state.result.done })}>
          {refused.map(({ id, why }) => (
            <span key={id} className={classes.line}>
              {codeOf(id)}: {why}
            </span>
          ))}
        </FormProblem>
      </div>
    );
  }
  const ids = tasks.map((task) => `${subjectOf(verb, task) ?? ""}:${task.version}`).join(",");
  return (
    <form onSubmit={submit} className={classes.form}>
      <p className={classes.about}>{t("several.about", { count: tasks.length })}</p>
      {state?.ok === false && <FormProblem>{state.message}</FormProblem>}
      <input type="hidden" name="verb" value={verb} />
      <input type="hidden" name="ids" value={ids} />
      <input type="hidden" name="requestKey" value={requestKey} />
      <VerbFields verb={verb} task={first} choices={choices} issues={issues} busy={busy} several />
      <div className={classes.end}>
        <Button type="submit" loading={busy}>
          {t(`verb.${verb}`)} ({tasks.length})
        </Button>
      </div>
    </form>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { startTransition, useActionState } from "react";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useAnswered } from "#components/ui/use-answered.ts";
import { useSubmission } from "#components/ui/use-submission.ts";
import type { ActionState } from "#lib/core/action.ts";
import type { SavedView } from "#lib/views/schema.ts";
import classes from "./saved-views.module.css";

export type ViewAction = (previous: ActionState | null, form: FormData) => Promise<ActionState>;

/** Keeps the filters at hand under a name. */
export function SaveView({
  list,
  query,
  mayShare,
  save,
}: {
  list: string;
  query: string;
  mayShare: boolean;
  save: ViewAction;
}) {
  const t = useTranslations("views.save");
  const { state, issues, submit, busy } = useSubmission(save);
  return (
    <form onSubmit={submit} className={classes.form}>
      <Problem state={state} />
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="query" value={query} />
      <ViewFields id="new-view" mayShare={mayShare} problem={issues.name} />
      <div className={classes.end}>
        <button type="submit" className={classes.submit} aria-busy={busy || undefined}>
          {t("submit")}
        </button>
        <span role="status">{state?.ok && t("saved")}</span>
      </div>
    </form>
  );
}

/** Renames an own view, shares it or not, or throws it away. */
export function ChangeView({
  view,
  mayShare,
  change,
  remove,
  onDone,
}: {
  view: SavedView;
  mayShare: boolean;
  change: ViewAction;
  remove: ViewAction;
  onDone: () => void;
}) {
  const t = useTranslations("views.change");
  const { state, issues, submit, busy } = useSubmission<null>(async (previous, form) => {
    const answer = await change(previous, form);
    if (answer.ok) onDone();
    return answer;
  });
  const answered = useAnswered();
  const [removal, sendRemoval, removing] = useActionState(
    (previous: ActionState | null, form: FormData) => answered(remove(previous, form)),
    null,
  );
  return (
    <form onSubmit={submit} className={classes.form}>
      <Problem state={state} />
      <Problem state={removal} />
      <input type="hidden" name="id" value={view.id} />
      <ViewFields id={`view-${view.id}`} view={view} mayShare={mayShare} problem={issues.name} />
      <div className={classes.end}>
        <button type="submit" className={classes.submit} aria-busy={busy || undefined}>
          {t("submit")}
        </button>
        <button type="button" className={classes.other} onClick={onDone}>
          {t("cancel")}
        </button>
        <button
          type="button"
          className={classes.other}
          aria-busy={removing || undefined}
          onClick={(event) => {
            const { form } = event.currentTarget;
            if (form) startTransition(() => sendRemoval(new FormData(form)));
          }}
        >
          {t("remove")}
        </button>
      </div>
    </form>
  );
}

/** What was refused as a whole; a wrong name is said at the name. */
function Problem({ state }: { state: ActionState | null }) {
  if (!state || state.ok || state.issues.name) return null;
  return <FormProblem>{state.issues.query ?? state.message}</FormProblem>;
}

function ViewFields({
  id,
  view,
  mayShare,
  problem,
}: {
  id: string;
  view?: SavedView;
  mayShare: boolean;
  problem: string | undefined;
}) {
  const t = useTranslations("views.save");
  return (
    <>
      <label htmlFor={id}>{t("name")}</label>
      <input
        id={id}
        name="name"
        maxLength={100}
        autoComplete="off"
        className={classes.input}
        defaultValue={view?.name}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
      />
      {problem && (
        <p id={`${id}-problem`} className={classes.problem}>
          {problem}
        </p>
      )}
      {mayShare && (
        <label className={classes.share}>
          <input type="checkbox" name="shared" value="yes" defaultChecked={view?.shared ?? false} />
          {t("share")}
        </label>
      )}
    </>
  );
}

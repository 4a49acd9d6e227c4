import { type FormEvent, startTransition, useActionState, useEffect, useRef } from "react";
import type { ActionState } from "#lib/core/action.ts";
import { useAnswered } from "./use-answered.ts";

/**
 * Sends a form to an action and keeps what was typed whatever the answer is (a form's own
 * `action` would empty it), also where no answer comes, and puts the cursor into the first entry that was not accepted.
 */
export function useSubmission<Result>(
  action: (previous: ActionState<Result> | null, form: FormData) => Promise<ActionState<Result>>,
) {
  const answered = useAnswered();
  const [state, send, busy] = useActionState(
    (previous: ActionState<Result> | null, form: FormData) => answered(action(previous, form)),
    null,
  );
  const sent = useRef<HTMLFormElement>(null);
  const issues: Record<string, string> = state?.ok === false ? state.issues : {};

  useEffect(() => {
    if (state?.ok === false) {
      sent.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    }
  }, [state]);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    sent.current = event.currentTarget;
    const form = new FormData(event.currentTarget);
    startTransition(() => send(form));
  }
  return { state, issues, submit, busy };
}

import type { ActionState } from "#lib/core/action.ts";

/** Whether an error is Next's own way to lead elsewhere: a redirect, not found, forbidden. */
function leadsElsewhere(error: unknown): boolean {
  return (
    error instanceof Error &&
    "digest" in error &&
    typeof error.digest === "string" &&
    error.digest.startsWith("NEXT_")
  );
}

/**
 * The answer of an action, or that the server gave none: thrown on, a lost connection would take
 * the form away with all that was typed. No values: they still stand in the form.
 * @param unreached what is then told
 */
export async function answerOf<Result>(
  asked: Promise<ActionState<Result>>,
  unreached: string,
): Promise<ActionState<Result>> {
  try {
    return await asked;
  } catch (error) {
    if (leadsElsewhere(error)) throw error;
    return { ok: false, code: "UNEXPECTED", message: unreached, issues: {}, values: {} };
  }
}

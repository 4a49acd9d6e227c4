import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { Explanation } from "./errors.ts";
import { InvalidInputError, isExpectedError, StaleError } from "./errors.ts";
import { log } from "./log.ts";
import { requestId } from "./request.ts";

/** Why an action changed nothing: a known error's code, or one of the two that end it earlier or later. */
export type RefusalCode =
  | "SIGNED_OUT"
  | "NOT_FOUND"
  | "FORBIDDEN"
  | "INVALID_INPUT"
  | "CONFLICT"
  | "STALE"
  | "TOO_MANY_ATTEMPTS"
  | "UNEXPECTED";

/** What an action answers: its result, or why not, in the person's language and with what was typed. */
export type ActionState<Result = null> =
  | { ok: true; result: Result }
  | {
      ok: false;
      code: RefusalCode;
      message: string;
      /** What is wrong with single entries, by their path. */
      issues: Record<string, string>;
      /** What was typed, without passwords. */
      values: Record<string, string>;
      /** After a conflict: what stands there now, by entry. */
      current?: Readonly<Record<string, string>>;
    };

/** What an action is given: a form, or the same as plain texts. */
export type ActionInput = FormData | Record<string, string>;

/** The texts of a form, without files and without what Next itself puts into forms. */
export function textsOf(input: ActionInput): Record<string, string> {
  const entries = input instanceof FormData ? [...input] : Object.entries(input);
  return Object.fromEntries(
    entries.flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("$") ? [[name, value]] : [],
    ),
  );
}

/**
 * The error for what zod found. A schema says in `error` which message tells what is wrong;
 * for an entry without one it is only said that it is wrong.
 */
export function invalidInput(
  error: z.ZodError,
  isMessage: (text: string) => text is Explanation["key"],
): InvalidInputError {
  return new InvalidInputError(
    error.issues.map(({ path, message }) => ({
      path: path.join("."),
      key: isMessage(message) ? message : "account.problems.invalid",
    })),
  );
}

/**
 * What a person is told of an error that ended an action: expected ones as they are, any other
 * is logged and only its request's id is told.
 */
export async function refusalOf(
  error: unknown,
  values: Record<string, string>,
): Promise<ActionState<never>> {
  const t = await getTranslations();
  if (isExpectedError(error)) {
    const issues = error instanceof InvalidInputError ? error.issues : [];
    return {
      ok: false,
      code: error.code,
      message: t(error.explanation.key, error.explanation.values),
      issues: Object.fromEntries(issues.map(({ path, key, values }) => [path, t(key, values)])),
      values,
      ...(error instanceof StaleError && { current: error.current }),
    };
  }
  const id = await requestId();
  log.error({ err: error, requestId: id }, "action failed");
  const message = t("account.problems.unexpected", { id });
  return { ok: false, code: "UNEXPECTED", message, issues: {}, values };
}

import { database } from "#lib/core/db.ts";
import { ConflictError, InvalidInputError, TooManyAttemptsError } from "#lib/core/errors.ts";
import { log } from "#lib/core/log.ts";
import { hashPassword, verifyPassword } from "./passwords.ts";
import { PASSWORD_LENGTH, type PasswordProblem, passwordProblem } from "./rules.ts";
import type { CurrentUser, PasswordChange, Preferences } from "./schema.ts";
import { revokeSessionsOf } from "./sessions.ts";
import { admitAttempt, recordSuccess } from "./throttle.ts";

const PROBLEM_KEYS = {
  TOO_SHORT: "account.password.problems.tooShort",
  TOO_LONG: "account.password.problems.tooLong",
  IS_LOGIN: "account.password.problems.isLogin",
  TOO_COMMON: "account.password.problems.tooCommon",
} as const satisfies Record<PasswordProblem, string>;

/** What is wrong with the new password itself, before the old one is looked at. */
function checkChosen(actor: CurrentUser, { current, chosen, repeated }: PasswordChange): void {
  const problem = passwordProblem(chosen, actor.login);
  if (problem) {
    const values = { min: PASSWORD_LENGTH.min, max: PASSWORD_LENGTH.max };
    throw new InvalidInputError([{ path: "chosen", key: PROBLEM_KEYS[problem], values }]);
  }
  if (chosen === current) {
    throw new InvalidInputError([{ path: "chosen", key: "account.password.problems.unchanged" }]);
  }
  if (chosen !== repeated) {
    throw new InvalidInputError([{ path: "repeated", key: "account.password.problems.differs" }]);
  }
}

/**
 * Changes the own password and ends the other sessions; the one at hand goes on. Guessing the
 * current password is limited like guessing it at the sign-in, and counted together with it.
 */
export async function changeOwnPassword(
  actor: CurrentUser,
  input: PasswordChange,
  address: string,
): Promise<void> {
  checkChosen(actor, input);
  const attempt = await admitAttempt(actor.login, address);
  if (!attempt.admitted) throw new TooManyAttemptsError(attempt.retryAfterSeconds);
  const { passwordHash: before } = await database().user.findUniqueOrThrow({
    where: { id: actor.id },
    select: { passwordHash: true },
  });
  if (!(await verifyPassword(before, input.current))) {
    throw new InvalidInputError([{ path: "current", key: "account.password.problems.wrong" }]);
  }
  await recordSuccess(attempt.id);
  const passwordHash = await hashPassword(input.chosen);
  await database().$transaction(async (transaction) => {
    const { count } = await transaction.user.updateMany({
      where: { id: actor.id, passwordHash: before },
      data: { passwordHash, mustChangePassword: false },
    });
    if (count === 0) throw new ConflictError();
    await revokeSessionsOf(transaction, actor.id, actor.sessionId);
  });
  log.info({ event: "account.password-changed", actor: actor.login });
}

/** Ends all own sessions, this one too. */
export async function signOutEverywhere(actor: CurrentUser): Promise<void> {
  await database().$transaction((transaction) => revokeSessionsOf(transaction, actor.id, null));
  log.info({ event: "account.signed-out-everywhere", actor: actor.login });
}

/** Remembers the own language and colours. */
export async function savePreferences(actor: CurrentUser, input: Preferences): Promise<void> {
  const { locale, colorScheme } = input;
  await database().user.update({
    where: { id: actor.id },
    data: { ...(locale && { locale }), ...(colorScheme && { colorScheme }) },
    select: { id: true },
  });
}

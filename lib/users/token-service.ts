import { database } from "#lib/core/db.ts";
import { ForbiddenError, InvalidInputError, NotFoundError } from "#lib/core/errors.ts";
import { log } from "#lib/core/log.ts";
import { mayManageTokens } from "./policy.ts";
import type { CurrentUser } from "./schema.ts";
import type { NewToken, TokenLimit } from "./token-schema.ts";
import { createApiToken, TokenError } from "./tokens.ts";

/** A token as it is handed over, once; only its hash is kept. */
export type MadeToken = { name: string; token: string };

/** What is wrong with a token asked for, at the entry that is wrong. */
const ENTRIES = {
  NAME_INVALID: { path: "name", key: "tokens.problems.name" },
  NAME_TAKEN: { path: "name", key: "tokens.problems.nameTaken" },
  DEPARTMENT_NEEDED: { path: "departmentCode", key: "admin.problems.departmentNeeded" },
  DEPARTMENT_UNKNOWN: { path: "departmentCode", key: "admin.problems.departmentUnknown" },
} as const satisfies Record<TokenError["code"], unknown>;

/** Makes a token for a machine. @throws InvalidInputError */
export async function createToken(actor: CurrentUser, wanted: NewToken): Promise<MadeToken> {
  if (!mayManageTokens(actor)) throw new ForbiddenError();
  try {
    const token = await createApiToken({ ...wanted, createdById: actor.id });
    log.info({ event: "token.created", actor: actor.login, token: wanted.name });
    return { name: wanted.name, token };
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    throw new InvalidInputError([ENTRIES[error.code]]);
  }
}

/** Ends a token: with its next request its machine is nobody. Ended again it stays as it was. */
export async function revokeToken(actor: CurrentUser, id: number): Promise<void> {
  if (!mayManageTokens(actor)) throw new ForbiddenError();
  const found = await database().apiToken.findUnique({ where: { id }, select: { name: true } });
  if (!found) throw new NotFoundError();
  const { count } = await database().apiToken.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  if (count > 0) log.info({ event: "token.revoked", actor: actor.login, token: found.name });
}

/** Sets how many requests a token may make in a minute; it counts from its next request. */
export async function changeTokenLimit(
  actor: CurrentUser,
  { id, rateLimit }: TokenLimit,
): Promise<void> {
  if (!mayManageTokens(actor)) throw new ForbiddenError();
  const { count } = await database().apiToken.updateMany({
    where: { id, revokedAt: null },
    data: { rateLimit },
  });
  if (count === 0) throw new NotFoundError();
  log.info({ event: "token.limited", actor: actor.login, tokenId: id, rateLimit });
}

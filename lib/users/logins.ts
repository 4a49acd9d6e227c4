import { z } from "zod";
import { database } from "#lib/core/db.ts";

/** A person as a machine names them, by the name that they sign in with; empty is nobody. */
export const personSchema = z
  .string()
  .max(64)
  .nullable()
  .transform((login) => login?.trim().toLowerCase() || null);

/** The id of no account. */
const UNKNOWN = 0;

/** The ids of accounts by their logins; a login that nobody has gets an id that nobody has. */
export async function idsByLogin(
  logins: readonly (string | null)[],
): Promise<(login: string | null) => number | null> {
  const named = logins.filter((login) => login !== null);
  const people =
    named.length === 0
      ? []
      : await database().user.findMany({
          where: { login: { in: named } },
          select: { id: true, login: true },
        });
  const ids = new Map(people.map(({ id, login }) => [login, id]));
  return (login) => (login === null ? null : (ids.get(login) ?? UNKNOWN));
}

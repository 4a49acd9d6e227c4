import { createHash, randomBytes } from "node:crypto";
import { database } from "#lib/core/db.ts";
import { ForbiddenError } from "#lib/core/errors.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import { log } from "#lib/core/log.ts";
import { hasDesk } from "./policy.ts";
import type { CurrentUser, Viewer } from "./schema.ts";

/** Whose calendar feed is read, with all that decides what stands in it. */
export type FeedOwner = Viewer & { id: number; displayName: string; locale: Locale };

const SECRET = /^[A-Za-z0-9_-]{43}$/;

const hashOf = (secret: string) => createHash("sha256").update(secret).digest("hex");

/**
 * Makes the secret of the own calendar feed; the one before it no longer holds. Only its SHA-256
 * is stored: it is random enough (256 bits) not to need a slow hash, and is not shown again.
 * @returns the secret
 */
export async function renewCalendarSecret(actor: CurrentUser): Promise<string> {
  if (!hasDesk(actor)) throw new ForbiddenError();
  const secret = randomBytes(32).toString("base64url");
  await database().user.update({
    where: { id: actor.id },
    data: { calendarSecretHash: hashOf(secret) },
    select: { id: true },
  });
  log.info({ event: "account.calendar-link-made", actor: actor.login });
  return secret;
}

/** Ends the own calendar feed. */
export async function withdrawCalendarSecret(actor: CurrentUser): Promise<void> {
  await database().user.update({
    where: { id: actor.id },
    data: { calendarSecretHash: null },
    select: { id: true },
  });
  log.info({ event: "account.calendar-link-withdrawn", actor: actor.login });
}

/** Whether someone has a calendar feed. */
export async function hasCalendarSecret({ id }: Pick<CurrentUser, "id">): Promise<boolean> {
  return (await database().user.count({ where: { id, calendarSecretHash: { not: null } } })) > 0;
}

/**
 * Whose feed a secret opens, with the rights of now; null for a secret that is none, was
 * withdrawn, or is of an account that is disabled or has no desk. It is looked up by its hash,
 * so that the time it takes says nothing about any secret.
 */
export async function ownerOfCalendarSecret(secret: string): Promise<FeedOwner | null> {
  if (!SECRET.test(secret)) return null;
  const user = await database().user.findUnique({
    where: { calendarSecretHash: hashOf(secret), disabledAt: null },
    select: {
      id: true,
      displayName: true,
      role: true,
      departmentId: true,
      locale: true,
      portfolio: { select: { departments: { select: { departmentId: true } } } },
    },
  });
  if (!user) return null;
  const { portfolio, locale, ...owner } = user;
  const departments = owner.role === "VICE_CHAIRMAN" ? (portfolio?.departments ?? []) : [];
  const feedOwner: FeedOwner = {
    ...owner,
    locale: locale === "en" ? "en" : "vi",
    portfolioDepartmentIds: departments.map(({ departmentId }) => departmentId),
  };
  return hasDesk(feedOwner) ? feedOwner : null;
}

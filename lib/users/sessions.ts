import { randomUUID } from "node:crypto";
import { database, type Transaction } from "#lib/core/db.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import { type CurrentUser, type Role, SESSION_HOURS } from "./schema.ts";

/** How exactly `lastSeenAt` is kept: it is not worth a write on every request. */
const SEEN_EVERY_MINUTES = 5;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is known of the browser that a session is opened for. */
export type Browser = { address: string; userAgent: string };

/**
 * Opens a session for someone whose password was just found to be the one behind
 * `passwordHash`. Waits for whoever is changing the account at that moment and then asks
 * again: after a disabling or a new password there is no way in by the old one.
 * @returns the session's id, or null when the account has changed meanwhile
 */
export async function openSession(
  userId: number,
  passwordHash: string,
  browser: Browser,
): Promise<string | null> {
  const id = randomUUID();
  const opened = await database().$executeRaw`
    insert into session (id, user_id, expires_at, address, user_agent)
    select ${id}::uuid, id, now() + make_interval(hours => ${SESSION_HOURS.absolute}::int),
      ${browser.address}, ${browser.userAgent.slice(0, 300)}
    from user_account
    where id = ${userId} and password_hash = ${passwordHash} and disabled_at is null
    for share`;
  return opened === 1 ? id : null;
}

type SessionRow = {
  id: number;
  login: string;
  displayName: string;
  role: Role;
  departmentId: number | null;
  departmentCode: string | null;
  portfolioDepartmentIds: number[];
  locale: Locale;
  colorScheme: CurrentUser["colorScheme"];
  mustChangePassword: boolean;
  stale: boolean;
};

/**
 * Who a session belongs to, as of now: role, department and portfolio are read with it, so a
 * change of rights holds from the next request on. Null when the session has ended or was
 * revoked, or the account is disabled.
 * @param options.present false for what a screen asks by itself, with perhaps nobody before it:
 * it does not keep the session from ending for idleness
 */
export async function userOfSession(
  sessionId: string,
  { present = true }: { present?: boolean } = {},
): Promise<CurrentUser | null> {
  if (!UUID.test(sessionId)) return null;
  const [row] = await database().$queryRaw<SessionRow[]>`
    select u.id, u.login, u.display_name as "displayName", u.role::text as role,
      u.department_id as "departmentId", d.code as "departmentCode",
      array(select p.department_id from portfolio_department p
        where p.user_id = u.id and u.role = 'VICE_CHAIRMAN'
        order by p.department_id) as "portfolioDepartmentIds",
      u.locale, u.color_scheme as "colorScheme", u.must_change_password as "mustChangePassword",
      s.last_seen_at < now() - make_interval(mins => ${SEEN_EVERY_MINUTES}::int) as stale
    from session s
    join user_account u on u.id = s.user_id
    left join department d on d.id = u.department_id
    where s.id = ${sessionId}::uuid
      and s.revoked_at is null and u.disabled_at is null and s.expires_at > now()
      and s.last_seen_at > now() - make_interval(hours => ${SESSION_HOURS.idle}::int)`;
  if (!row) return null;
  const { stale, ...user } = row;
  if (stale && present) {
    await database().$executeRaw`
      update session set last_seen_at = now()
      where id = ${sessionId}::uuid
        and last_seen_at < now() - make_interval(mins => ${SEEN_EVERY_MINUTES}::int)`;
  }
  return { ...user, sessionId };
}

/** Ends one session, whoever it belongs to; ending an ended one changes nothing. */
export async function revokeSession(sessionId: string): Promise<void> {
  if (!UUID.test(sessionId)) return;
  await database().session.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}

/**
 * Ends all sessions of an account, except the one named (the own, when someone changes their
 * password).
 * @returns how many were still open
 */
export async function revokeSessionsOf(
  transaction: Transaction,
  userId: number,
  except: string | null,
): Promise<number> {
  const { count } = await transaction.session.updateMany({
    where: {
      userId,
      revokedAt: null,
      expiresAt: { gt: new Date() },
      ...(except === null ? {} : { id: { not: except } }),
    },
    data: { revokedAt: new Date() },
  });
  return count;
}

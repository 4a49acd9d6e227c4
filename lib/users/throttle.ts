import { database } from "#lib/core/db.ts";

/** Failures in the last 15 minutes after which one has to wait. */
export const LIMITS = { account: 5, address: 30, windowSeconds: 15 * 60 } as const;

/** An address from which an account was signed in to in these days counts its failures apart. */
const KNOWN_FOR_DAYS = 30;

const LOCK_LOGIN = 0x5167_0001;
const LOCK_ADDRESS = 0x5167_0002;

export type Attempt =
  | { admitted: true; id: bigint }
  | { admitted: false; retryAfterSeconds: number };

/**
 * Asks whether a password may be tried now, and if so counts the try as failed until
 * `recordSuccess` says otherwise: of a hundred at once only as many get through as are left.
 * An account that does not exist is counted like any other.
 *
 * Five failures lock an account for everyone except where it was signed in to lately; there
 * the own failures count. So nobody keeps the chairman out by typing nonsense elsewhere.
 * @returns when refused, the seconds to wait, 1 to `LIMITS.windowSeconds`
 */
export function admitAttempt(login: string, address: string): Promise<Attempt> {
  return database().$transaction(async (transaction) => {
    // Always the login first: two locks taken in one order cannot wait for each other.
    await transaction.$executeRaw`select pg_advisory_xact_lock(${LOCK_LOGIN}::int, hashtext(${login}))`;
    await transaction.$executeRaw`select pg_advisory_xact_lock(${LOCK_ADDRESS}::int, hashtext(${address}))`;
    const [refusal] = await transaction.$queryRaw<{ wait: number | null }[]>`
      with recent as (
        select * from sign_in_attempt
        where at > now() - make_interval(secs => ${LIMITS.windowSeconds}::int) and not succeeded
      ), known as (
        select max(at) as at from sign_in_attempt
        where login = ${login} and address = ${address} and succeeded
          and at > now() - make_interval(days => ${KNOWN_FOR_DAYS}::int)
      ), blocking as (
        (select recent.at from recent, known
         where recent.login = ${login}
           and (known.at is null or (recent.address = ${address} and recent.at > known.at))
         order by recent.at desc offset ${LIMITS.account - 1}::int limit 1)
        union all
        (select at from recent where address = ${address}
         order by at desc offset ${LIMITS.address - 1}::int limit 1)
      )
      select ceil(extract(epoch from max(at) + make_interval(secs => ${LIMITS.windowSeconds}::int) - now()))::int
        as wait from blocking`;
    if (refusal?.wait) return { admitted: false, retryAfterSeconds: refusal.wait };
    const { id } = await transaction.signInAttempt.create({
      data: { login, address, succeeded: false },
      select: { id: true },
    });
    return { admitted: true, id };
  });
}

/** Marks an admitted attempt as successful, and forgets what is too old to count for anything. */
export async function recordSuccess(attemptId: bigint): Promise<void> {
  await database().signInAttempt.update({ where: { id: attemptId }, data: { succeeded: true } });
  await database().$executeRaw`
    delete from sign_in_attempt where at < now() - make_interval(days => ${KNOWN_FOR_DAYS}::int)`;
}

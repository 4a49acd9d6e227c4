import { database, Prisma, type Transaction } from "#lib/core/db.ts";
import {
  ConflictError,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
} from "#lib/core/errors.ts";
import { log } from "#lib/core/log.ts";
import { hashPassword, initialPassword } from "./passwords.ts";
import { mayManageUsers, needsDepartment } from "./policy.ts";
import { keepPortfolio } from "./portfolio.ts";
import type { AccountChange, AccountKeeper, NewAccount, Role } from "./schema.ts";
import { revokeSessionsOf } from "./sessions.ts";

/** A password made by the product, to be told to the account's owner once; it is stored nowhere. */
export type InitialPassword = { login: string; password: string };

type Target = { id: number; login: string; role: Role; disabledAt: Date | null };

const LOCK_ACCOUNTS = 0x5167_0003;

/**
 * One administrator's change of an account, and its line in the log. Such changes happen one
 * after the other, so what was checked (above all: that an administrator is left) still holds
 * when it is written.
 */
async function changing<Result>(
  actor: AccountKeeper,
  change: string,
  id: number,
  write: (transaction: Transaction, account: Target) => Promise<Result>,
): Promise<Result> {
  if (!mayManageUsers(actor)) throw new ForbiddenError();
  const result = await database().$transaction(async (transaction) => {
    await lockAccounts(transaction);
    const account = await transaction.user.findUnique({
      where: { id },
      select: { id: true, login: true, role: true, disabledAt: true },
    });
    if (!account) throw new NotFoundError();
    return write(transaction, account);
  });
  log.info({ event: `account.${change}`, actor: actor.login, accountId: id });
  return result;
}

/** Refuses to leave the product without anyone who can sign in and keep its accounts. */
async function keepAnAdministrator(transaction: Transaction, account: Target): Promise<void> {
  if (account.role !== "ADMIN" || account.disabledAt) return;
  const others = await transaction.user.count({
    where: { role: "ADMIN", disabledAt: null, id: { not: account.id } },
  });
  if (others === 0) throw new ConflictError({ key: "admin.problems.lastAdministrator" });
}

/** The id of the department chosen for a role. @throws InvalidInputError when it needs one or it is gone */
async function departmentFor(
  transaction: Transaction,
  role: Role,
  code: string | null,
): Promise<number | null> {
  const refuse = (key: "admin.problems.departmentNeeded" | "admin.problems.departmentUnknown") =>
    new InvalidInputError([{ path: "departmentCode", key }]);
  if (code === null) {
    if (needsDepartment(role)) throw refuse("admin.problems.departmentNeeded");
    return null;
  }
  const department = await transaction.department.findFirst({
    where: { code, active: true },
    select: { id: true },
  });
  if (!department) throw refuse("admin.problems.departmentUnknown");
  return department.id;
}

/** Opens an account in a transaction that does more; whether the actor may, the caller has asked. */
export async function createAccountIn(
  transaction: Transaction,
  { login, displayName, role, departmentCode, ...portfolio }: NewAccount,
  passwordHash: string,
): Promise<{ id: number }> {
  const departmentId = await departmentFor(transaction, role, departmentCode);
  const account = await transaction.user.create({
    data: { login, displayName, role, departmentId, passwordHash, mustChangePassword: true },
    select: { id: true },
  });
  await keepPortfolio(transaction, { id: account.id, role }, portfolio);
  return account;
}

/** Opens an account with an initial password that its owner has to change at the first sign-in. */
export async function createAccount(
  actor: AccountKeeper,
  account: NewAccount,
): Promise<InitialPassword> {
  if (!mayManageUsers(actor)) throw new ForbiddenError();
  const { login } = account;
  const password = initialPassword();
  const passwordHash = await hashPassword(password);
  try {
    const { id } = await database().$transaction((transaction) =>
      createAccountIn(transaction, account, passwordHash),
    );
    log.info({ event: "account.created", actor: actor.login, accountId: id });
  } catch (error) {
    const taken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
    if (!taken) throw error;
    throw new InvalidInputError([{ path: "login", key: "admin.problems.loginTaken" }]);
  }
  return { login, password };
}

/**
 * Changes an account's position, role, department and, for a vice-chairman, portfolio; the rights
 * follow with its next request.
 */
export async function changeAccount(actor: AccountKeeper, change: AccountChange): Promise<void> {
  await changing(actor, "changed", change.id, (transaction, account) =>
    changeAccountIn(transaction, account, change),
  );
}

/** The same in a transaction that does more and holds `lockAccounts`. */
export async function changeAccountIn(
  transaction: Transaction,
  account: Target,
  { id, displayName, role, departmentCode, ...portfolio }: AccountChange,
): Promise<void> {
  if (role !== "ADMIN") await keepAnAdministrator(transaction, account);
  const departmentId = await departmentFor(transaction, role, departmentCode);
  await transaction.user.update({ where: { id }, data: { displayName, role, departmentId } });
  await keepPortfolio(transaction, { id, role }, portfolio);
}

/** Lets changes of accounts happen one after the other. */
export async function lockAccounts(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`select pg_advisory_xact_lock(${LOCK_ACCOUNTS}::int, 0)`;
}

/** Shuts an account: nobody signs in to it, and whoever is signed in is out with the next request. */
export async function disableAccount(actor: AccountKeeper, id: number): Promise<void> {
  await changing(actor, "disabled", id, async (transaction, account) => {
    await keepAnAdministrator(transaction, account);
    await transaction.user.updateMany({
      where: { id, disabledAt: null },
      data: { disabledAt: new Date() },
    });
    await revokeSessionsOf(transaction, id, null);
  });
}

/** Opens a disabled account again, with the password it had. */
export async function enableAccount(actor: AccountKeeper, id: number): Promise<void> {
  await changing(actor, "enabled", id, (transaction) =>
    transaction.user.update({ where: { id }, data: { disabledAt: null }, select: { id: true } }),
  );
}

/** Ends all sessions of an account. @returns how many were open */
export function signOutAccount(actor: AccountKeeper, id: number): Promise<number> {
  return changing(actor, "signed-out", id, (transaction) =>
    revokeSessionsOf(transaction, id, null),
  );
}

/** Gives an account a new initial password and ends its sessions. */
export async function resetPassword(actor: AccountKeeper, id: number): Promise<InitialPassword> {
  const password = initialPassword();
  const passwordHash = await hashPassword(password);
  return changing(actor, "password-reset", id, async (transaction, { login }) => {
    await transaction.user.update({
      where: { id },
      data: { passwordHash, mustChangePassword: true },
    });
    await revokeSessionsOf(transaction, id, null);
    return { login, password };
  });
}

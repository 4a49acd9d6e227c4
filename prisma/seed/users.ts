import type { Transaction } from "#lib/core/db.ts";
import { hashPassword } from "#lib/users/passwords.ts";
import type { DemoAccount } from "./accounts.ts";
import { type Reference, required } from "./sketch.ts";

/**
 * Creates accounts, all with the same password but each with a hash of its own.
 * @returns the ids by login
 */
export async function seedUsers(
  transaction: Transaction,
  accounts: readonly DemoAccount[],
  password: string,
  departments: Reference["departments"],
): Promise<Map<string, number>> {
  const hashes = await Promise.all(accounts.map(() => hashPassword(password)));
  await transaction.user.createMany({
    data: accounts.map((account, index) => ({
      login: account.login,
      displayName: account.displayName,
      role: account.role,
      departmentId:
        account.departmentCode === null ? null : required(departments, account.departmentCode),
      passwordHash: hashes[index] ?? "",
      mustChangePassword: account.mustChangePassword,
    })),
  });
  const rows = await transaction.user.findMany({ select: { id: true, login: true } });
  const ids = new Map(rows.map(({ id, login }) => [login, id]));

  const portfolios = accounts.flatMap(({ login, portfolio }) =>
    portfolio ? [{ userId: required(ids, login), ...portfolio }] : [],
  );
  await transaction.portfolio.createMany({
    data: portfolios.map(({ userId, name }) => ({ userId, name })),
  });
  await transaction.portfolioDepartment.createMany({
    data: portfolios.flatMap(({ userId, departmentCodes }) =>
      departmentCodes.map((code) => ({ userId, departmentId: required(departments, code) })),
    ),
  });
  return ids;
}

import type { Transaction } from "#lib/core/db.ts";
import { type Explanation, InvalidInputError } from "#lib/core/errors.ts";
import type { NewAccount, Role } from "./schema.ts";

/** The entry of the form is wrong. */
function refuse(path: keyof NewAccount, key: Explanation["key"]): InvalidInputError {
  return new InvalidInputError([{ path, key }]);
}

/**
 * Writes what a vice-chairman is in charge of; no other role keeps a portfolio. A department that
 * is no longer active stays where it is, but is not given anew.
 * @param portfolio without departments it stays as it is, with an empty list it is taken away
 * @throws InvalidInputError when the name or the departments are missing or unknown
 */
export async function keepPortfolio(
  transaction: Transaction,
  { id: userId, role }: { id: number; role: Role },
  portfolio: Pick<NewAccount, "portfolioName" | "portfolioDepartments">,
): Promise<void> {
  const { portfolioName: name = "", portfolioDepartments: codes } = portfolio;
  const takenAway = codes?.length === 0 && name === "";
  if (role !== "VICE_CHAIRMAN" || takenAway) {
    await transaction.portfolio.deleteMany({ where: { userId } });
    return;
  }
  if (codes === undefined) return;
  if (codes.length === 0) {
    throw refuse("portfolioDepartments", "admin.problems.portfolioDepartmentsMissing");
  }
  if (name === "") throw refuse("portfolioName", "admin.problems.portfolioNameMissing");
  const departments = await transaction.department.findMany({
    where: { code: { in: codes }, OR: [{ active: true }, { portfolios: { some: { userId } } }] },
    select: { id: true },
  });
  if (departments.length < codes.length) {
    throw refuse("portfolioDepartments", "admin.problems.departmentUnknown");
  }
  await transaction.portfolio.upsert({
    where: { userId },
    update: { name },
    create: { userId, name },
  });
  await transaction.portfolioDepartment.deleteMany({ where: { userId } });
  await transaction.portfolioDepartment.createMany({
    data: departments.map(({ id }) => ({ userId, departmentId: id })),
  });
}

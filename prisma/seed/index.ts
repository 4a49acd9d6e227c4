import { businessToday, monthOf } from "#lib/core/dates.ts";
import { database as productDatabase, type Transaction } from "#lib/core/db.ts";
import { initialPassword } from "#lib/users/passwords.ts";
import type { PrismaClient } from "#prisma/generated/client.ts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD, FIRST_ADMIN } from "./accounts.ts";
import { seedCatalogues, seedSettings } from "./catalogues.ts";
import { seedIndicators } from "./indicators.ts";
import { seedNarratives } from "./narratives.ts";
import { FIRST_PERIOD, registerOf } from "./register.ts";
import { seedReported } from "./reported.ts";
import { seedUsers } from "./users.ts";
import { writeRegister } from "./writeRegister.ts";

type Account = { login: string; password: string; role: string };

const DEMO_SIGN_INS: readonly Account[] = DEMO_ACCOUNTS.map(({ login, role }) => ({
  login,
  password: DEMO_PASSWORD,
  role,
}));

/** Any number that nothing else locks on. */
const SEED_LOCK = 20_250_701;
const TIME_LIMIT_MILLISECONDS = 180_000;

/**
 * Fills an empty database, once and in one transaction: `demo` with the demonstration
 * register as this day begins, `catalogues` with what every commune needs and one account.
 * @returns whether it did, and the accounts to sign in with: those of the demonstration, or
 * the first administrator, whose password is told this one time
 */
export async function seed(
  kind: "demo" | "catalogues" | "none",
  database: PrismaClient = productDatabase(),
): Promise<{ seeded: boolean; accounts: Account[] }> {
  return database.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`select pg_advisory_xact_lock(${SEED_LOCK})`;
      if (kind === "none" || (await transaction.department.count()) > 0) {
        return { seeded: false, accounts: await knownAccounts(transaction) };
      }
      const accounts =
        kind === "demo" ? await seedDemonstration(transaction) : await seedEmpty(transaction);
      return { seeded: true, accounts };
    },
    { timeout: TIME_LIMIT_MILLISECONDS, maxWait: TIME_LIMIT_MILLISECONDS },
  );
}

async function knownAccounts(transaction: Transaction): Promise<Account[]> {
  const setting = await transaction.setting.findUnique({ where: { key: "demonstration" } });
  return setting?.value === true ? [...DEMO_SIGN_INS] : [];
}

async function seedDemonstration(transaction: Transaction): Promise<Account[]> {
  const today = businessToday();
  const catalogues = await seedCatalogues(transaction);
  const users = await seedUsers(transaction, DEMO_ACCOUNTS, DEMO_PASSWORD, catalogues.departments);
  const reference = { ...catalogues, users };
  const register = registerOf(today, reference);
  await writeRegister(transaction, register, reference);
  await seedIndicators(transaction, reference, { register, today });
  await seedNarratives(transaction, reference, today);
  await seedReported(transaction, reference, today);
  await seedSettings(transaction, { demonstration: true, firstPeriod: FIRST_PERIOD });
  return [...DEMO_SIGN_INS];
}

async function seedEmpty(transaction: Transaction): Promise<Account[]> {
  const catalogues = await seedCatalogues(transaction);
  const password = initialPassword();
  const users = await seedUsers(transaction, [FIRST_ADMIN], password, catalogues.departments);
  await seedIndicators(transaction, { ...catalogues, users }, null);
  const firstPeriod = monthOf(businessToday());
  await seedSettings(transaction, { demonstration: false, firstPeriod });
  return [{ login: FIRST_ADMIN.login, password, role: FIRST_ADMIN.role }];
}

import { expect, test, vi } from "vitest";
import { fromDatabaseDate } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { verifyPassword } from "#lib/users/passwords.ts";
import { CALENDAR, isWorkingDay } from "./calendar.ts";
import { seed } from "./index.ts";

await testDatabase();
vi.stubEnv("BUSINESS_TODAY", "2026-11-22");

test("seeds nothing, then the catalogues with one account, then nothing more", async () => {
  expect(await seed("none")).toEqual({ seeded: false, accounts: [] });
  expect(await database().department.count()).toBe(0);

  // Two servers starting at once: one of them does it.
  const results = await Promise.all([seed("catalogues"), seed("catalogues")]);
  expect(results.map(({ seeded }) => seeded).sort()).toEqual([false, true]);
  const [account, ...others] = results.flatMap(({ accounts }) => accounts);
  expect(others).toEqual([]);
  expect(account).toMatchObject({ login: "admin", role: "ADMIN" });
  const admin = await database().user.findUniqueOrThrow({ where: { login: "admin" } });
  expect(admin.mustChangePassword).toBe(true);
  expect(await verifyPassword(admin.passwordHash, account?.password ?? "")).toBe(true);

  expect(await getSettings()).toEqual({
    communeName: "Xã Bát Tràng",
    demonstration: false,
    dueSoonWorkingDays: 5,
    officeConfirms: false,
    periodFirstDay: 1,
    firstPeriod: "2026-11",
  });
  expect(await seed("demo")).toEqual({ seeded: false, accounts: [] });
  const counts = {
    departments: await database().department.count(),
    fields: await database().field.count(),
    sectors: await database().sector.count(),
    indicators: await database().indicator.count(),
    targets: await database().target.count(),
    tasks: await database().task.count(),
    values: await database().indicatorValue.count(),
  };
  expect(counts).toEqual({
    departments: 11,
    fields: 5,
    sectors: 17,
    indicators: 116,
    targets: 24,
    tasks: 0,
    values: 0,
  });
  const days = await database().calendarDay.findMany({ orderBy: { on: "asc" } });
  expect(days).toHaveLength(CALENDAR.length);
  expect(days.map(({ on }) => fromDatabaseDate(on))).toContain("2026-02-17");
});

test.each([
  ["2025-04-26", true],
  ["2025-05-02", false],
  ["2025-09-01", false],
  ["2026-01-02", false],
  ["2026-01-10", true],
  ["2026-02-20", false],
  ["2026-02-23", true],
  ["2026-04-27", false],
  ["2026-04-29", true],
  ["2026-04-30", false],
  ["2026-08-22", true],
  ["2026-08-31", false],
  ["2027-02-11", false],
  ["2027-05-03", false],
] as const)("%s is worked: %s", (day, worked) => {
  expect(isWorkingDay(day)).toBe(worked);
});

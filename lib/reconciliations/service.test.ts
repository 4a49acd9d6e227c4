import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { periodOf } from "#lib/periods/rules.ts";
import { givenCatalogues } from "#lib/tasks/testing/given.ts";
import type { CurrentUser, Role } from "#lib/users/schema.ts";
import { givenSignedIn } from "#lib/users/testing/accounts.ts";
import { getReconciliation, usualMonth } from "./queries.ts";
import type { FigureChange } from "./schema.ts";
import { enterReported } from "./service.ts";

await testDatabase();
const TODAY = "2026-11-20";
vi.stubEnv("BUSINESS_TODAY", TODAY);

const MONTH = "2026-04";
let people: Record<Exclude<Role, never>, CurrentUser>;

beforeAll(async () => {
  await givenCatalogues();
  const roles = [
    "CHAIRMAN",
    "VICE_CHAIRMAN",
    "OFFICE",
    "DEPARTMENT_HEAD",
    "OFFICER",
    "OBSERVER",
    "ADMIN",
  ] as const;
  const bound = (role: Role) => (role === "DEPARTMENT_HEAD" || role === "OFFICER" ? 1 : null);
  const entries = await Promise.all(
    roles.map(async (role) => [role, await givenSignedIn({ role, departmentId: bound(role) })]),
  );
  people = Object.fromEntries(entries);
});

beforeEach(() => database().reportedFigure.deleteMany());

const period = periodOf(MONTH, { periodFirstDay: 1 }, TODAY);
const enter = (who: Role, changes: FigureChange[], month: `${number}-${number}` = MONTH) =>
  enterReported(people[who], { month, source: "Báo cáo tháng 04/2026", changes });
const late = (value: number | null, seen: number | null = null): FigureChange => ({
  code: "overdue.late",
  value,
  seen,
});
const stored = async () =>
  (await database().reportedFigure.findMany()).map(({ figure, value }) => [
    figure,
    value.toNumber(),
  ]);

describe("entering what was reported", () => {
  test("is the Office's, seen by leaders and observers", async () => {
    await enter("OFFICE", [late(195), { code: "completion.city.rate", value: 97.1, seen: null }]);
    for (const role of ["CHAIRMAN", "VICE_CHAIRMAN", "OFFICE", "OBSERVER"] as const) {
      const found = await getReconciliation(people[role], period);
      expect(found).toMatchObject({ source: "Báo cáo tháng 04/2026", closed: false });
      const figure = found.figures.find(({ code }) => code === "overdue.late");
      expect(figure).toMatchObject({ reported: 195, computed: 0, difference: 195 });
      if (role !== "OFFICE") {
        await expect(enter(role, [late(1, 195)])).rejects.toMatchObject({ status: 403 });
      }
    }
    for (const role of ["DEPARTMENT_HEAD", "OFFICER", "ADMIN"] as const) {
      await expect(getReconciliation(people[role], period)).rejects.toMatchObject({ status: 403 });
      await expect(usualMonth(people[role])).rejects.toMatchObject({ status: 403 });
      await expect(enter(role, [late(1, 195)])).rejects.toMatchObject({ status: 403 });
    }
    expect(await stored()).toContainEqual(["overdue.late", 195]);
  });

  test("changes and takes away what was looked at", async () => {
    await enter("OFFICE", [late(195)]);
    await enter("OFFICE", [late(196, 195)]);
    expect(await stored()).toEqual([["overdue.late", 196]]);
    await enter("OFFICE", [late(null, 196)]);
    expect(await stored()).toEqual([]);
  });

  test("tells the second of two, and changes nothing then", async () => {
    await enter("OFFICE", [late(195)]);
    const other = { code: "overdue.carriedOver", value: 96, seen: null };
    await expect(enter("OFFICE", [other, late(200, null)])).rejects.toMatchObject({ status: 409 });
    const both = [enter("OFFICE", [late(1, 195)]), enter("OFFICE", [late(2, 195)])];
    const outcomes = await Promise.allSettled(both);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await stored()).toHaveLength(1);
  });

  test("refuses months and figures that there are not, all or none", async () => {
    for (const month of ["2026-12", "1999-01"] as const) {
      await expect(enter("OFFICE", [late(1)], month)).rejects.toMatchObject({ status: 422 });
    }
    const unknown = { code: "overdue.field.KHONG_CO.late", value: 1, seen: null };
    await expect(enter("OFFICE", [late(195), unknown])).rejects.toMatchObject({ status: 422 });
    expect(await stored()).toEqual([]);
  });

  test("the month shown first is the last that was reported, else the last that is over", async () => {
    expect(await usualMonth(people.OFFICE)).toBe("2026-10");
    await enter("OFFICE", [late(195)]);
    expect(await usualMonth(people.CHAIRMAN)).toBe(MONTH);
  });
});

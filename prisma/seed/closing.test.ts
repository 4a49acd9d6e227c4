import { beforeAll, expect, test, vi } from "vitest";
import type { CivilMonth } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { enterValues } from "#lib/indicators/service.ts";
import { getMonthlyReport } from "#lib/reports/queries.ts";
import type { MonthlyReport } from "#lib/reports/schema.ts";
import { getAdjustments } from "#lib/snapshots/adjustments-queries.ts";
import { isIntact } from "#lib/snapshots/queries.ts";
import { closePeriod } from "#lib/snapshots/service.ts";
import { editTask } from "#lib/tasks/edit.ts";
import { reopenTask } from "#lib/tasks/lead-service.ts";
import type { Actor, Role } from "#lib/users/schema.ts";
import { seed } from "./index.ts";

await testDatabase();
vi.stubEnv("BUSINESS_TODAY", "2026-11-22");

async function actor(login: string, role: Role): Promise<Actor> {
  const { id, displayName } = await database().user.findUniqueOrThrow({ where: { login } });
  return { id, displayName, role, departmentId: null, portfolioDepartmentIds: [] };
}

let office: Actor;
let chairman: Actor;
const reports = {} as Record<"2026-03" | "2026-04", MonthlyReport>;

beforeAll(async () => {
  await seed("demo");
  office = await actor("vanphong", "OFFICE");
  chairman = await actor("chutich", "CHAIRMAN");
  for (const month of ["2026-03", "2026-04"] as const) {
    await closePeriod(office, month);
    reports[month] = await getMonthlyReport(chairman, month, null);
  }
}, 120_000);

test("April opens with what the closed March left, and says so in every part", () => {
  const { summary, closedBefore, annex, closing } = reports["2026-04"];
  expect(summary.overdue.total).toMatchObject({ late: 195, carriedOver: 93, newlyOverdue: 102 });
  expect(closedBefore).toEqual({ month: "2026-03", outstanding: 93 });
  expect(annex).toHaveLength(195);
  expect(closing?.closedBy).toBe("Chánh Văn phòng HĐND và UBND");
  expect(summary.closed).toBe(true);
});

test("edits afterwards leave both reports as they were, and each is listed where it matters", async () => {
  const open = await database().task.findMany({
    where: { completedOn: null, cancelledOn: null },
    select: { id: true },
  });
  const { annex } = reports["2026-04"];
  const finished = annex.find(({ late }) => late?.endedBy === "COMPLETED" && !late.carriedOver);
  const corrected = annex.find(
    ({ id, late }) => late?.outstanding && !late.carriedOver && open.some((task) => task.id === id),
  );
  if (!finished || !corrected) throw new Error("There are such tasks in April.");
  await reopenTask(chairman, finished.id, { on: null, note: "Sản phẩm chưa đạt" });
  await editTask(chairman, corrected.id, { dueOn: "2026-12-31", reason: "Chép nhầm hạn" });
  const entered = {
    "2026-04": { state: "REPORTED", value: 1500, numerator: null, denominator: null, note: null },
  } as const;
  await enterValues(office, { month: "2026-04", rows: { VB_TIEP_NHAN: entered["2026-04"] } });

  for (const month of ["2026-03", "2026-04"] as const satisfies CivilMonth[]) {
    const report = await getMonthlyReport(chairman, month, null);
    expect(report).toEqual(reports[month]);
    expect(report.closing && (await isIntact(report.closing))).toBe(true);
  }
  const april = await getAdjustments(chairman, "2026-04");
  expect(april?.tasks.map(({ id }) => id).sort()).toEqual([finished.id, corrected.id].sort());
  const moved = (figure: string) =>
    april?.adjustments.find(
      (each) =>
        each.figure === figure && each.part === "overdue" && !each.department && !each.field,
    );
  expect(moved("late")).toMatchObject({ closed: 195, now: 194 });
  expect(moved("newlyOverdue")).toMatchObject({ closed: 102, now: 101 });
  expect(moved("resolved")).toMatchObject({ closed: 28, now: 27 });
  // One came back, one went.
  expect(moved("outstanding")).toBeUndefined();
  expect(moved("carriedOver")).toBeUndefined();
  expect(april?.values).toMatchObject([
    { code: "VB_TIEP_NHAN", month: "2026-04", before: { value: 1408 }, after: { value: 1500 } },
  ]);
  expect(april?.values[0]?.edits).toMatchObject([{ by: "Chánh Văn phòng HĐND và UBND" }]);
  const march = await getAdjustments(chairman, "2026-03");
  expect(march?.adjustments.filter(({ part }) => part === "overdue")).toEqual([]);
});

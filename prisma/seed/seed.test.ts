import { beforeAll, describe, expect, test, vi } from "vitest";
import { addMonths, type CivilMonth, civilMonth, fromDatabaseDate } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { getSummary } from "#lib/figures/queries.ts";
import type { Summary } from "#lib/figures/schema.ts";
import { problemsOf } from "#lib/indicators/entry.ts";
import { enteredOf } from "#lib/indicators/entry-queries.ts";
import { enterValues } from "#lib/indicators/service.ts";
import { fieldCodes, unknownFields } from "#lib/narratives/fields.ts";
import { reasonsOf, sectionsOf, unexplainedLate } from "#lib/narratives/queries.ts";
import { NARRATIVE_KINDS } from "#lib/narratives/schema.ts";
import { periodOf } from "#lib/periods/rules.ts";
import { getReconciliation } from "#lib/reconciliations/queries.ts";
import { getMonthlyReport } from "#lib/reports/queries.ts";
import type { MonthlyReport } from "#lib/reports/schema.ts";
import { getAdjustments } from "#lib/snapshots/adjustments-queries.ts";
import { isIntact } from "#lib/snapshots/queries.ts";
import { closePeriod } from "#lib/snapshots/service.ts";
import { editTask } from "#lib/tasks/edit.ts";
import { reopenTask } from "#lib/tasks/lead-service.ts";
import { derivedRecordsOf } from "#lib/tasks/records.ts";
import { taskEventSchema } from "#lib/tasks/schema.ts";
import { verifyPassword } from "#lib/users/passwords.ts";
import type { Actor, Role } from "#lib/users/schema.ts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "./accounts.ts";
import { readRows } from "./data.ts";
import { seed } from "./index.ts";
import { PUBLISHED } from "./testing/published.ts";

const TODAY = "2026-11-22";
await testDatabase();
vi.stubEnv("BUSINESS_TODAY", TODAY);

const CHAIRMAN = { role: "CHAIRMAN", departmentId: null, portfolioDepartmentIds: [] } as const;
const summaryOf = (month: string) =>
  getSummary(CHAIRMAN, periodOf(civilMonth(month), { periodFirstDay: 1 }, TODAY));

let seeded: Awaited<ReturnType<typeof seed>>;
let april: Summary;

beforeAll(async () => {
  seeded = await seed("demo");
  april = await summaryOf("2026-04");
}, 120_000);

describe("April 2026 as published", () => {
  test("what was reported stands beside it, and its headline does not fit its lines", async () => {
    const period = periodOf(civilMonth("2026-04"), { periodFirstDay: 1 }, TODAY);
    const found = await getReconciliation(CHAIRMAN, period);
    expect(found.headline).toEqual({
      ...{ late: 195, carriedOver: 96, newlyOverdue: 99 },
      ...{ carriedOverByField: 93, newlyOverdueByField: 102 },
    });
    const apart = found.figures.filter(({ difference }) => difference);
    expect(apart.map(({ code, difference }) => [code, difference])).toEqual([
      ["overdue.carriedOver", 3],
      ["overdue.newlyOverdue", -3],
      ["completion.city.rate", -0.1],
    ]);
  });

  test("late tasks in all: the lines add up to 93 + 102, of which 28 were finished", () => {
    expect(april.overdue.total).toEqual({
      late: PUBLISHED.total,
      carriedOver: 93,
      newlyOverdue: 102,
      transferredIn: 0,
      transferredOut: 0,
      resolved: { total: 28, completed: 28, extended: 0, cancelled: 0, paused: 0 },
      outstanding: 167,
    });
  });

  test("by field, with the split into carried over and new", () => {
    const lines = april.overdue.byField.map(({ code, late, carriedOver, newlyOverdue }) => ({
      code,
      total: late,
      carried_over: carriedOver,
      newly_arising: newlyOverdue,
    }));
    expect(new Set(lines)).toEqual(new Set(PUBLISHED.by_field));
    const resolved = april.overdue.byField.map(({ code, resolved: { total } }) => [code, total]);
    expect(Object.fromEntries(resolved)).toMatchObject({
      PM_GIAO_NHIEM_VU: 28,
      TBKL_UBND: 0,
      QLVB_DIEU_HANH: 0,
      DON_THU_KNTC: 0,
      KL_THANH_TRA: 0,
    });
    const software = april.overdue.byField.find(({ code }) => code === "PM_GIAO_NHIEM_VU");
    expect(software?.outstanding).toBe(11);
  });

  test("by department", () => {
    const lines = april.overdue.byDepartment.map(({ code, late }) => ({ code, total: late }));
    expect(new Set(lines)).toEqual(new Set(PUBLISHED.by_department));
  });

  test("the months in which those carried over first fell late", async () => {
    const rows = await database().$queryRaw<{ field: string; month: string; count: number }[]>`
      select field.code as field, to_char(first.from_on, 'YYYY-MM') as month, count(*)::int
      from overdue_spell as spell
      join field on field.id = spell.field_id
      join overdue_spell as first on first.task_id = spell.task_id and first.sequence = 0
      where spell.from_on <= '2026-03-31' and (spell.to_on is null or spell.to_on > '2026-03-31')
        and field.code in ('QLVB_DIEU_HANH', 'PM_GIAO_NHIEM_VU')
      group by 1, 2 order by 1, 2`;
    expect(rows).toEqual([
      { field: "PM_GIAO_NHIEM_VU", month: "2026-02", count: 4 },
      { field: "QLVB_DIEU_HANH", month: "2026-02", count: 4 },
      { field: "QLVB_DIEU_HANH", month: "2026-03", count: 12 },
    ]);
  });

  test("the city gave 142 tasks in the year, of which 138 were done", async () => {
    const city = april.completion.byLevel.find(({ code }) => code === "CITY");
    expect(city).toMatchObject({ assigned: 142, completed: 138, completionRate: 138 / 142 });
    const [plain] = await database().$queryRaw<object[]>`
      select count(*)::int as assigned, count(*) filter (where completed_on <= '2026-04-30')::int as completed
      from task join directive on directive.id = task.directive_id
      join issuing_body on issuing_body.id = directive.issuing_body_id and issuing_body.level = 'CITY'
      where assigned_on between '2026-01-01' and '2026-04-30'
        and (cancelled_on is null or cancelled_on > '2026-04-30')`;
    expect(plain).toEqual({ assigned: 142, completed: 138 });
  });

  test("the real tasks of May's plan are there, three of them late in April already", async () => {
    const real = readRows("tasks_2026_05.csv");
    const tasks = await database().task.findMany({
      where: { title: { in: real.map((row) => row.text("title_vi")) } },
      include: { spells: true, field: true, leadDepartment: true },
    });
    expect(tasks).toHaveLength(148);
    const firstLate = tasks.flatMap(({ spells: [first], leadDepartment }) =>
      first && first.fromOn < new Date("2026-05-02")
        ? [`${fromDatabaseDate(first.fromOn)} ${leadDepartment.code}`]
        : [],
    );
    expect(firstLate.sort()).toEqual([
      "2026-04-21 BAN_QLDA",
      "2026-04-26 BAN_QLDA",
      "2026-04-26 BAN_QLDA",
      "2026-05-01 BAN_QLDA",
      "2026-05-01 PHONG_KT",
    ]);
  });
});

describe("what is stored", () => {
  test("of every task is what its history says", async () => {
    const tasks = await database().task.findMany({
      include: {
        events: { orderBy: { sequence: "asc" } },
        spells: { orderBy: { sequence: "asc" } },
        phases: { orderBy: { sequence: "asc" } },
        extensions: { orderBy: { id: "asc" } },
        cooperations: true,
      },
    });
    expect(tasks.length).toBeGreaterThan(1_900);
    for (const { events, spells, phases, extensions, cooperations, ...task } of tasks) {
      const history = events.map(({ kind, on, data }) =>
        taskEventSchema.parse({ kind, on: fromDatabaseDate(on), ...Object(data) }),
      );
      const derived = derivedRecordsOf(task.id, history);
      expect(task).toMatchObject(derived.task);
      expect({ code: task.code, spells, phases }).toEqual({
        code: task.code,
        ...withoutTask(derived),
      });
      const handedTo = history.findLast(({ kind }) =>
        ["HANDED_OVER", "TRANSFERRED", "REFUSED"].includes(kind),
      );
      expect(task.assigneeId).toBe(handedTo?.kind === "HANDED_OVER" ? handedTo.assigneeId : null);
      expect(cooperations.map(({ departmentId }) => departmentId)).not.toContain(
        task.leadDepartmentId,
      );
      const asked = events.filter(({ kind }) => kind === "EXTENSION_REQUESTED");
      const decided = events.filter(({ kind }) => /^EXTENSION_(APPROVED|REJECTED)$/.test(kind));
      expect(
        extensions.map(({ requestedAt, requestedById }) => [requestedAt, requestedById]),
      ).toEqual(asked.map(({ at, actorId }) => [at, actorId]));
      expect(
        extensions
          .filter(({ decision }) => decision !== null)
          .map((each) => `EXTENSION_${each.decision}`),
      ).toEqual(decided.map(({ kind }) => kind));
    }
  }, 60_000);

  test("are accounts that open with the published password", async () => {
    expect(seeded.seeded).toBe(true);
    expect(seeded.accounts).toEqual(
      DEMO_ACCOUNTS.map(({ login, role }) => ({ login, role, password: DEMO_PASSWORD })),
    );
    const users = await database().user.findMany({ orderBy: { id: "asc" } });
    const [first, second] = users;
    expect(await verifyPassword(first?.passwordHash, DEMO_PASSWORD)).toBe(true);
    expect(first?.passwordHash).not.toBe(second?.passwordHash);
    const changing = users.filter(({ mustChangePassword }) => mustChangePassword);
    expect(changing.map(({ login }) => login)).toEqual(["cv.moi"]);
  });

  test("are the indicators of April as reported, percentages computed from their parts", async () => {
    const reported = new Map(
      readRows("indicator_values.csv").map((row) => [row.text("code"), row]),
    );
    const values = await database().indicatorValue.findMany({
      where: { origin: "IMPORTED" },
      include: { indicator: true },
    });
    expect(values).toHaveLength(reported.size);
    for (const { indicator, month, value, numerator, denominator, cumulative } of values) {
      const row = reported.get(indicator.code);
      expect(month).toBe("2026-04");
      expect(String(cumulative)).toBe(row?.text("cumulative"));
      const [part, whole] = [Number(numerator), Number(denominator)];
      const expected = whole > 0 ? (part / whole) * 100 : row?.number("value");
      expect(Number(value), indicator.code).toBeCloseTo(expected ?? Number.NaN, 3);
    }
  });

  test("are made-up indicators that hang together and agree with the register", async () => {
    const rows = await database().indicatorValue.findMany({ include: { indicator: true } });
    const figure = new Map(
      rows.map((row) => [`${row.indicator.code} ${row.month}`, Number(row.value)]),
    );
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(["REPORTED", "NOTHING_AROSE"]));
    const months = [...new Set(rows.map(({ month }) => month))].sort();
    expect([months[0], months.at(-1)]).toEqual(["2025-07", "2026-10"]);
    const impossible = rows.filter(
      ({ month, indicator, ...row }) =>
        month !== "2026-04" && problemsOf(indicator, enteredOf(row)).length > 0,
    );
    expect(impossible.map(({ month, indicator }) => `${indicator.code} ${month}`)).toEqual([]);
    for (const month of months) {
      const at = (code: string) => figure.get(`${code} ${month}`) ?? Number.NaN;
      const issued = at("VB_KY_CHU_TICH") + at("VB_KY_PCT_VHXH") + at("VB_KY_PCT_KT");
      if (Number.isFinite(issued + at("VB_BAN_HANH"))) expect(at("VB_BAN_HANH")).toBe(issued);
      const left = at("HS_TTHC_TONG") - at("HS_TTHC_GIAI_QUYET");
      if (Number.isFinite(left + at("HS_TTHC_DANG_XU_LY"))) {
        expect(at("HS_TTHC_DANG_XU_LY"), month).toBe(left);
      }
      if (month === "2026-04") continue;
      const { overdue, completion } = await summaryOf(month);
      const city = completion.byLevel.find(({ code }) => code === "CITY");
      expect([at("NV_QUA_HAN"), at("NV_QUA_HAN_CHUYEN_KY"), at("NV_TP_GIAO")], month).toEqual([
        overdue.total.late,
        overdue.total.carriedOver,
        city?.assigned,
      ]);
    }
  });

  test("are reasons for most late tasks and texts whose figures exist, for the months read first", async () => {
    const explained = await Promise.all(
      (["2026-03", "2026-04", "2026-09", "2026-10", "2026-11"] as const).map(async (month) => {
        const departments = await unexplainedLate(month);
        const sum = (what: "late" | "unexplained") =>
          departments.reduce((before, each) => before + each[what], 0);
        expect((await reasonsOf(month)).size, month).toBe(sum("late") - sum("unexplained"));
        return 1 - sum("unexplained") / sum("late");
      }),
    );
    expect(explained.slice(0, 3).every((share) => share > 0.85 && share < 1)).toBe(true);
    expect(explained[3]).toBeLessThan(0.75);
    expect(explained[4]).toBe(0);
    const sections = await sectionsOf("2026-04");
    expect(new Set(sections.map(({ kind }) => kind))).toEqual(new Set(NARRATIVE_KINDS));
    const codes = fieldCodes(
      (await database().department.findMany()).map(({ code }) => code),
      (await database().indicator.findMany()).map(({ code }) => code),
    );
    const unknown = sections.flatMap(({ text, department }) =>
      unknownFields(text, codes, department),
    );
    expect(unknown).toEqual([]);
  });

  test("are the year's targets, two of them measured", async () => {
    const targets = await database().target.findMany({ include: { indicator: true } });
    expect(targets).toHaveLength(24);
    const measured = targets.filter(({ indicator }) => indicator !== null);
    expect(measured.map(({ span, startMonth }) => `${span} ${startMonth}`)).toEqual([
      "QUARTER 2026-04",
      "QUARTER 2026-04",
    ]);
  });
});

test("every month's late tasks vary but stay believable", async () => {
  const { trend } = await summaryOf("2026-11");
  const since = trend.filter(({ month }) => month >= "2026-04");
  expect(since.map(({ month }) => month)).toHaveLength(8);
  for (const { month, late, outstanding, completionRate } of since) {
    expect(late, month).toBeGreaterThan(110);
    expect(late, month).toBeLessThan(220);
    expect(outstanding, month).toBeGreaterThan(85);
    expect(completionRate, month).toBeGreaterThan(0.7);
  }
  expect(trend[0]?.month).toBe(addMonths("2026-11", -11));
});

test("seeding again does nothing", async () => {
  const count = async () => [
    await database().task.count(),
    await database().user.count(),
    await database().taskEvent.count(),
  ];
  const before = await count();
  for (const kind of ["demo", "catalogues", "none"] as const) {
    expect(await seed(kind)).toEqual({ ...seeded, seeded: false });
  }
  expect(await count()).toEqual(before);
});

function withoutTask({ spells, phases }: ReturnType<typeof derivedRecordsOf>) {
  return { spells, phases };
}

async function actor(login: string, role: Role): Promise<Actor> {
  const { id, displayName } = await database().user.findUniqueOrThrow({ where: { login } });
  return { id, displayName, role, departmentId: null, portfolioDepartmentIds: [] };
}

// The last ones: they change the register.
describe("March and April closed", () => {
  let office: Actor;
  let chairman: Actor;
  const reports = {} as Record<"2026-03" | "2026-04", MonthlyReport>;

  beforeAll(async () => {
    office = await actor("vanphong", "OFFICE");
    chairman = await actor("chutich", "CHAIRMAN");
    for (const month of ["2026-03", "2026-04"] as const) {
      await closePeriod(office, month);
      reports[month] = await getMonthlyReport(chairman, month, null);
    }
  }, 60_000);

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
      ({ id, late }) =>
        late?.outstanding && !late.carriedOver && open.some((task) => task.id === id),
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
});

import { describe, expect, test } from "vitest";
import { taskListSchema } from "#lib/tasks/filters.ts";
import type { Role } from "#lib/users/schema.ts";
import { type FigureAccess, figureAccessOf, figureLinks } from "./links.ts";

const april = {
  period: "2026-04",
  from: "2026-04-01",
  to: "2026-04-30",
  asOf: "2026-04-30",
} as const;
const departments = [
  { id: 1, code: "PHONG_KT" },
  { id: 2, code: "CONG_AN" },
];

function accessOf(role: Role, portfolio: number[] = []): FigureAccess {
  const departmentId = role === "DEPARTMENT_HEAD" || role === "OFFICER" ? 1 : null;
  return figureAccessOf({ role, departmentId, portfolioDepartmentIds: portfolio }, departments);
}

const everything = accessOf("CHAIRMAN");
const links = figureLinks(april, everything);

/** The filter that the list reads from an address. */
function filterOf(href: string | null) {
  const { pathname, searchParams } = new URL(href ?? "", "http://desk.test");
  expect(pathname).toBe("/tasks");
  return taskListSchema.parse(Object.fromEntries(searchParams));
}

describe("late tasks", () => {
  test("of a cell and of the whole month", () => {
    expect(links.late("late")).toBe("/tasks?late=2026-04");
    expect(
      filterOf(links.late("newlyOverdue", { department: "PHONG_KT", field: "TBKL_UBND" })),
    ).toEqual({
      department: "PHONG_KT",
      field: "TBKL_UBND",
      late: "2026-04",
      lateKind: "newlyOverdue",
    });
  });

  test("resolved, by how they ended", () => {
    expect(filterOf(links.late("resolved"))).toEqual({ late: "2026-04", lateKind: "resolved" });
    expect(filterOf(links.late("extended"))).toEqual({
      late: "2026-04",
      lateKind: "resolved",
      endedBy: "EXTENDED",
    });
  });

  test("at a day within the month, the day goes along", () => {
    const midMonth = figureLinks({ ...april, asOf: "2026-04-15" }, everything);
    expect(filterOf(midMonth.late("outstanding"))).toEqual({
      late: "2026-04",
      lateKind: "outstanding",
      asOf: "2026-04-15",
    });
    expect(filterOf(midMonth.aging("90+"))).toMatchObject({ aging: "90+", asOf: "2026-04-15" });
  });
});

describe("completion", () => {
  const scope = { assignedFrom: "2026-01-01", assignedTo: "2026-04-30", asOf: "2026-04-30" };

  test("counts from the first day of the year, without cancelled ones", () => {
    expect(filterOf(links.completion("assigned", { level: "CITY" }))).toEqual({
      ...scope,
      level: "CITY",
      status: ["ASSIGNED", "IN_PROGRESS", "SUBMITTED", "PAUSED", "COMPLETED"],
    });
    expect(filterOf(links.completion("completed", { level: "CITY" }))).toEqual({
      ...scope,
      level: "CITY",
      status: ["COMPLETED"],
    });
  });

  test.each([
    ["completedWithDeadline", { status: ["COMPLETED"], timeliness: ["ON_TIME", "LATE"] }],
    ["onTime", { status: ["COMPLETED"], timeliness: ["ON_TIME"] }],
    ["late", { status: ["COMPLETED"], timeliness: ["LATE"] }],
    ["noDeadline", { status: ["COMPLETED"], timeliness: ["NO_DEADLINE"] }],
    ["onTimeByOriginalDeadline", { status: ["COMPLETED"], originalTimeliness: "ON_TIME" }],
    ["awaitingConfirmation", { status: ["SUBMITTED"] }],
    ["open", { status: ["ASSIGNED", "IN_PROGRESS", "SUBMITTED", "PAUSED"] }],
  ] as const)("%s", (figure, expected) => {
    expect(filterOf(links.completion(figure))).toEqual({ ...scope, ...expected });
  });

  test.each([
    ["overdue", "OVERDUE"],
    ["dueSoon", "DUE_SOON"],
  ] as const)("%s are open ones", (figure, timeliness) => {
    const filter = filterOf(links.completion(figure));
    expect(filter.timeliness).toEqual([timeliness]);
    expect(filter.status).not.toContain("COMPLETED");
  });
});

test("what waits, and what falls due", () => {
  const running = ["ASSIGNED", "IN_PROGRESS", "SUBMITTED"];
  expect(filterOf(links.waiting("dueWithinWeek"))).toEqual({
    status: running,
    dueFrom: "2026-04-30",
    dueTo: "2026-05-07",
    asOf: "2026-04-30",
  });
  expect(links.waiting("awaitingConfirmation")).toBe("/tasks?status=SUBMITTED&asOf=2026-04-30");
  expect(links.waiting("pendingExtensions")).toBe("/tasks?extension=PENDING&asOf=2026-04-30");
  expect(filterOf(links.upcoming({ from: "2026-05-04", to: "2026-05-10" }))).toMatchObject({
    status: running,
    dueFrom: "2026-05-04",
    dueTo: "2026-05-10",
  });
});

describe("the months of the trend", () => {
  test("are asked as they stood at their own end", () => {
    expect(links.trendLate("2026-02", "outstanding")).toBe(
      "/tasks?late=2026-02&lateKind=outstanding",
    );
    expect(filterOf(links.trendCompletion("2025-12", "completed"))).toMatchObject({
      assignedFrom: "2025-01-01",
      assignedTo: "2025-12-31",
      asOf: "2025-12-31",
    });
  });

  test("also where a period runs from the 15th", () => {
    const regime = { period: "2026-04", from: "2026-03-15", to: "2026-04-14", asOf: "2026-04-14" };
    const other = figureLinks(regime as typeof april, everything);
    expect(filterOf(other.trendCompletion("2026-03", "assigned")).asOf).toBe("2026-03-14");
    expect(filterOf(other.trendCompletion("2026-01", "assigned")).asOf).toBe("2026-01-14");
  });

  test("the last one at the day asked about", () => {
    const midMonth = figureLinks({ ...april, asOf: "2026-04-15" }, everything);
    expect(filterOf(midMonth.trendLate("2026-04", "late")).asOf).toBe("2026-04-15");
    expect(filterOf(midMonth.trendLate("2026-03", "late")).asOf).toBeUndefined();
  });
});

describe("what someone may not open is not a link", () => {
  test("a head opens the own department's figures only", () => {
    const own = figureLinks(april, accessOf("DEPARTMENT_HEAD"));
    expect(own.late("late")).toBeNull();
    expect(own.late("late", { department: "CONG_AN" })).toBeNull();
    expect(own.late("late", { department: "PHONG_KT" })).toContain("department=PHONG_KT");
    expect(own.waiting("pendingExtensions")).toBeNull();
    expect(filterOf(own.waitingInCharge("pendingExtensions")).department).toBe("PHONG_KT");
    expect(own.task(7, "CONG_AN")).toBeNull();
    expect(own.task(7, "PHONG_KT")).toBe("/tasks/7");
  });

  test("totals that are of one department only open to that department's tasks", () => {
    const officer = figureLinks(april, accessOf("OFFICER"));
    expect(officer.late("late")).toBe("/tasks?department=PHONG_KT&late=2026-04");
    expect(filterOf(officer.waiting("dueWithinWeek")).department).toBe("PHONG_KT");
  });

  test("a vice-chairman opens everything; what waits in a portfolio where one list shows it", () => {
    const one = figureLinks(april, accessOf("VICE_CHAIRMAN", [2]));
    expect(one.late("late")).toBe("/tasks?late=2026-04");
    expect(filterOf(one.waitingInCharge("awaitingConfirmation")).department).toBe("CONG_AN");
    const two = figureLinks(april, accessOf("VICE_CHAIRMAN", [1, 2]));
    expect(two.waitingInCharge("awaitingConfirmation")).toBeNull();
    const none = figureLinks(april, accessOf("VICE_CHAIRMAN"));
    expect(none.waitingInCharge("awaitingConfirmation")).toBeNull();
  });

  test("an administrator opens nothing", () => {
    const administrator = figureLinks(april, accessOf("ADMIN"));
    expect(administrator.late("late", { department: "PHONG_KT" })).toBeNull();
    expect(administrator.task(7, "PHONG_KT")).toBeNull();
  });
});

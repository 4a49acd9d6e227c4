import { describe, expect, test, vi } from "vitest";
import { addDays, type CivilDate } from "#lib/core/dates.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { addWorkingDays, readPeriod } from "#lib/periods/rules.ts";
import type { Period } from "#lib/periods/schema.ts";
import { LEVELS, type Level, type TaskStatus } from "#lib/tasks/schema.ts";
import { DEPARTMENTS, LAST_DAY } from "#lib/tasks/testing/histories.ts";
import type { CompletionFigure } from "./links.ts";
import { getDashboard, getSummary } from "./queries.ts";
import { completionFiguresOf, noCompletionCounts } from "./rules.ts";
import type { CompletionFigures } from "./schema.ts";
import {
  CHAIRMAN,
  DAYS_WITHIN_MONTHS,
  DUE_SOON_WORKING_DAYS,
  departmentCode,
  linksFor,
  listedTasks,
  type RegisteredTask,
  randomRegister,
  setPeriodFirstDay,
  tasksBehind,
} from "./testing/register.ts";

await testDatabase();
vi.stubEnv("BUSINESS_TODAY", LAST_DAY);
const register = await randomRegister(300, 20_281_231);

/** How a task stood at the end of a day, found by going through its history once more. */
type Stood = {
  departmentId: number;
  status: TaskStatus;
  dueOn: CivilDate | null;
  overdue: boolean;
};

const STATUS_AFTER: Partial<Record<RegisteredTask["events"][number]["kind"], TaskStatus>> = {
  ASSIGNED: "ASSIGNED",
  ACCEPTED: "IN_PROGRESS",
  REFUSED: "ASSIGNED",
  SUBMITTED: "SUBMITTED",
  RETURNED: "IN_PROGRESS",
  PAUSED: "PAUSED",
  REOPENED: "IN_PROGRESS",
};

function stood({ events, timeline, life }: RegisteredTask, on: CivilDate): Stood | null {
  if (timeline.assignedOn > on) return null;
  const day = life.get(on);
  const { completedOn, cancelledOn } = timeline;
  if (completedOn !== null && completedOn <= on) {
    const { departmentId, dueOn } = timeline;
    return { departmentId, status: "COMPLETED", dueOn, overdue: false };
  }
  const statuses: TaskStatus[] = [];
  for (const { kind } of events.filter((event) => event.on <= on)) {
    // A task goes on where it was paused.
    const before = statuses.findLast((each) => each !== "PAUSED");
    const after = kind === "RESUMED" ? before : STATUS_AFTER[kind];
    if (after) statuses.push(after);
  }
  const status = cancelledOn !== null && cancelledOn <= on ? "CANCELLED" : statuses.at(-1);
  if (!day || !status) return null;
  const { group, dueOn, late } = day;
  return { departmentId: group.departmentId, status, dueOn, overdue: late !== null };
}

type Counted = Exclude<CompletionFigure, "completedWithDeadline">;
type Judged = Stood & { task: RegisteredTask; on: CivilDate; dueSoonUntil: CivilDate };

const isCompleted = ({ status }: Judged) => status === "COMPLETED";
const isOpen = ({ status }: Judged) => status !== "COMPLETED" && status !== "CANCELLED";
const keeps = ({ task }: Judged, dueOn: CivilDate | null) =>
  dueOn !== null && task.timeline.completedOn !== null && task.timeline.completedOn <= dueOn;

const FIGURES: Record<Counted, (judged: Judged) => boolean> = {
  assigned: ({ status }) => status !== "CANCELLED",
  completed: isCompleted,
  onTime: (judged) => isCompleted(judged) && keeps(judged, judged.dueOn),
  late: (judged) => isCompleted(judged) && judged.dueOn !== null && !keeps(judged, judged.dueOn),
  noDeadline: (judged) => isCompleted(judged) && judged.dueOn === null,
  onTimeByOriginalDeadline: (judged) =>
    isCompleted(judged) && keeps(judged, judged.task.timeline.originalDueOn),
  open: isOpen,
  overdue: (judged) => isOpen(judged) && judged.overdue,
  dueSoon: (judged) => isNear(judged, judged.dueSoonUntil),
  awaitingConfirmation: ({ status }) => status === "SUBMITTED",
};
const FIGURE_NAMES = Object.keys(FIGURES) as Counted[];

/** Open and not late, its clock running, and due from the day on until another. */
function isNear(judged: Judged, until: CivilDate): boolean {
  const { status, dueOn, overdue, on } = judged;
  if (!isOpen(judged) || status === "PAUSED" || overdue || dueOn === null) return false;
  return dueOn >= on && dueOn <= until;
}

function judgedAt(on: CivilDate): Judged[] {
  const dueSoonUntil = addWorkingDays(on, DUE_SOON_WORKING_DAYS, new Map());
  return register.flatMap((task) => {
    const found = stood(task, on);
    return found ? [{ ...found, task, on, dueSoonUntil }] : [];
  });
}

type Place = { departmentId?: number; level?: Level };
const EVERYTHING: Place = {};
const PLACES: Place[] = [
  EVERYTHING,
  ...DEPARTMENTS.map((departmentId) => ({ departmentId })),
  ...LEVELS.map((level) => ({ level })),
];

function simulated(on: CivilDate, { departmentId, level }: Place, figure: Counted): number[] {
  return judgedAt(on)
    .filter(({ task }) => task.timeline.assignedOn.slice(0, 4) === on.slice(0, 4))
    .filter((judged) => (departmentId ?? judged.departmentId) === judged.departmentId)
    .filter(({ task }) => (level ?? task.level) === task.level)
    .filter(FIGURES[figure])
    .map(({ task }) => task.id);
}

async function disagreements(period: Period) {
  const { completion, ...summary } = await getSummary(CHAIRMAN, period);
  const links = linksFor(CHAIRMAN, { completion, ...summary });
  const nothing: CompletionFigures = completionFiguresOf(noCompletionCounts());
  const figuresOf = ({ departmentId, level }: Place) => {
    const code = level ?? (departmentId === undefined ? null : departmentCode(departmentId));
    if (code === null) return completion.total;
    const rows = level ? completion.byLevel : completion.byDepartment;
    return rows.find((row) => row.code === code) ?? nothing;
  };
  const cases = PLACES.flatMap((place) => FIGURE_NAMES.map((figure) => ({ place, figure })));
  const compared = await Promise.all(
    cases.map(async ({ place, figure }) => {
      const expected = simulated(period.asOf, place, figure);
      const counted = figuresOf(place)[figure];
      const { departmentId, level } = place;
      const href = links.completion(figure, {
        ...(departmentId === undefined ? {} : { department: departmentCode(departmentId) }),
        ...(level === undefined ? {} : { level }),
      });
      const listed = await (place === EVERYTHING ? listedTasks : tasksBehind)(CHAIRMAN, href);
      const agree = counted === expected.length && listed.join() === expected.join();
      return agree ? [] : [{ place, figure, expected, counted, listed }];
    }),
  );
  return compared.flat();
}

function periodAt(asOf: CivilDate, periodFirstDay = 1): Period {
  const read = readPeriod({ asOf }, { periodFirstDay, firstPeriod: "2027-11" }, LAST_DAY);
  if (!read.ok) throw new Error(read.problem);
  return read.period;
}

const MONTH_ENDS: CivilDate[] = [
  "2027-11-30",
  "2027-12-31",
  "2028-01-31",
  "2028-02-29",
  "2028-07-31",
];

describe("a year's tasks of each department, level and of all: figure, list and simulation agree", () => {
  test.each([...MONTH_ENDS, ...DAYS_WITHIN_MONTHS, LAST_DAY])("on %s", async (asOf) => {
    expect(await disagreements(periodAt(asOf))).toEqual([]);
  });

  test.each<CivilDate>(["2027-12-14", "2027-12-20", "2028-01-14", "2028-08-03"])(
    "on %s, where periods begin on the 15th",
    async (asOf) => {
      await setPeriodFirstDay(15);
      const found = await disagreements(periodAt(asOf, 15));
      await setPeriodFirstDay(1);
      expect(found).toEqual([]);
    },
  );
});

test("the classes of timeliness are exclusive and add up to all tasks but the cancelled", async () => {
  for (const asOf of [...MONTH_ENDS, ...DAYS_WITHIN_MONTHS]) {
    const { completion } = await getSummary(CHAIRMAN, periodAt(asOf));
    for (const figures of [completion.total, ...completion.byDepartment, ...completion.byLevel]) {
      expect(figures.open + figures.completed).toBe(figures.assigned);
      expect(figures.onTime + figures.late + figures.noDeadline).toBe(figures.completed);
      expect(figures.overdue + figures.dueSoon).toBeLessThanOrEqual(figures.open);
    }
  }
});

test("what is due within a week or waits for confirmation opens to those tasks", async () => {
  for (const asOf of [...MONTH_ENDS, ...DAYS_WITHIN_MONTHS, LAST_DAY]) {
    const { summary, keyFigures } = await getDashboard(CHAIRMAN, periodAt(asOf));
    const links = linksFor(CHAIRMAN, summary);
    const near = judgedAt(asOf).filter((judged) => isNear(judged, addDays(asOf, 7)));
    const waiting = judgedAt(asOf).filter(({ status }) => status === "SUBMITTED");
    for (const [figure, judged] of [
      ["dueWithinWeek", near],
      ["awaitingConfirmation", waiting],
    ] as const) {
      const ids = judged.map(({ task }) => task.id);
      const listed = await tasksBehind(CHAIRMAN, links.waiting(figure));
      expect({ asOf, figure, count: keyFigures[figure].now, listed }).toEqual({
        asOf,
        figure,
        count: ids.length,
        listed: ids,
      });
    }
  }
});

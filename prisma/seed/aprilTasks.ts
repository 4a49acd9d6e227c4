import {
  addDays,
  type CivilDate,
  type CivilMonth,
  civilDate,
  earlier,
  lastDayOf,
  later,
} from "#lib/core/dates.ts";
import type { Level } from "#lib/tasks/schema.ts";
import { type Pace, planAfterApril } from "./aftermath.ts";
import {
  type Cell,
  FINISHED_IN_APRIL,
  FIRST_LATE,
  LAST_DAY_IN_APRIL,
  LATE_IN_APRIL,
} from "./april2026.ts";
import { workingDaysAfter, workingDaysOf, workingDayUntil } from "./calendar.ts";
import { historyOf } from "./history.ts";
import { barePlan } from "./plans.ts";
import { type Random, randomOf } from "./random.ts";
import type { Plan, PlannedTask, Reference, Sketch } from "./sketch.ts";
import { faultOf } from "./soundness.ts";
import type { Channel, Content, TitleBook } from "./titles.ts";

const APRIL: CivilMonth = "2026-04";
const ATTEMPTS = 50;

/** A task to be, by what the report says of it. */
type Slot = {
  key: string;
  department: string;
  field: string;
  /** The month in which it first fell late. */
  month: CivilMonth;
  finished: boolean;
  /** Counts the slots of the field that are finished, or not, in April. */
  index: number;
};

function slotsOf(field: string, cells: readonly Cell[]): Slot[] {
  const months = (FIRST_LATE[field] ?? []).flatMap(([month, count]) =>
    Array<CivilMonth>(count).fill(month),
  );
  const carried = cells.flatMap((each) => Array<Cell>(each.carriedOver).fill(each));
  const newly = cells.flatMap((each) => Array<Cell>(each.newlyOverdue).fill(each));
  const late = [
    ...randomOf(`april/${field}`)
      .shuffled(carried)
      .map((each, at) => ({ each, month: months[at] })),
    ...newly.map((each) => ({ each, month: APRIL })),
  ];
  const left = new Map(Object.entries(field === "PM_GIAO_NHIEM_VU" ? FINISHED_IN_APRIL : {}));
  const counts = { finished: 0, open: 0 };
  return late.map(({ each: { department }, month }, position) => {
    if (month === undefined) throw new Error(`${field}: more carried over than first-late months`);
    const remaining = left.get(department) ?? 0;
    left.set(department, remaining - 1);
    const finished = remaining > 0;
    const index = finished ? counts.finished++ : counts.open++;
    return { key: `april/${field}/${position}`, department, field, month, finished, index };
  });
}

/** How a field's tasks are worked: term in days, channel, and how fast the backlog melts. */
type Habits = { channel: Channel | null; days: readonly [least: number, most: number]; pace: Pace };
const HABITS: Readonly<Record<string, Habits>> = {
  TBKL_UBND: { channel: "K", days: [25, 100], pace: "steady" },
  QLVB_DIEU_HANH: { channel: "V", days: [7, 20], pace: "fast" },
  PM_GIAO_NHIEM_VU: { channel: "P", days: [5, 14], pace: "fast" },
  DON_THU_KNTC: { channel: null, days: [30, 60], pace: "slow" },
  KL_THANH_TRA: { channel: null, days: [45, 60], pace: "slow" },
};

function habitsOf(field: string): Habits {
  const habits = HABITS[field];
  if (!habits) throw new Error(`Unknown field ${field}`);
  return habits;
}

/** The issuing body's level; what the city assigned in 2026 and is open on 30 April is counted. */
function levelOf({ field, finished, index }: Slot, longAgo: boolean, random: Random): Level {
  switch (field) {
    case "TBKL_UBND":
      return "COMMUNE";
    case "QLVB_DIEU_HANH":
      if (longAgo) return "CITY";
      return random.weighted<Level>([
        ["PARTY_COMMUNE", 45],
        ["OTHER", 35],
        ["COMMUNE", 12],
        ["CENTRAL", 8],
      ]);
    case "PM_GIAO_NHIEM_VU":
      if (finished) return index % 7 === 6 ? "PARTY_COMMUNE" : "CITY";
      return index < 5 ? "CITY" : "PARTY_COMMUNE";
    default:
      return "OTHER";
  }
}

/** Whether a task that fell late in April had been given in the year before. */
function isLongAgo({ field, month, finished, index }: Slot): boolean {
  if (month !== APRIL || finished) return false;
  if (field === "TBKL_UBND") return index % 5 < 3;
  if (field === "QLVB_DIEU_HANH") return index % 3 === 0;
  return field === "PM_GIAO_NHIEM_VU" && (index === 3 || index === 4);
}

function contentOf(slot: Slot, day: CivilDate, book: TitleBook, random: Random): Content {
  const { channel } = habitsOf(slot.field);
  if (channel) return book.work(slot.department, channel, day, random);
  return slot.field === "DON_THU_KNTC"
    ? book.petition(slot.department, day, random)
    : book.inspection(slot.department, day, random);
}

const EARLIEST = civilDate("2025-07-02");

function sketchOf(slot: Slot, book: TitleBook, random: Random): Sketch {
  const last = slot.finished ? civilDate("2026-04-20") : lastDayOf(slot.month);
  const dueOn = random.pick(workingDaysOf(slot.month).filter((day) => day < last));
  const longAgo = isLongAgo(slot);
  const [least, most] = habitsOf(slot.field).days;
  const assignedOn = longAgo
    ? random.pick([...workingDaysOf("2025-11"), ...workingDaysOf("2025-12")])
    : later(workingDayUntil(addDays(dueOn, -random.integer(least, most))), EARLIEST);
  const { sector, title, deliverable } = contentOf(slot, assignedOn, book, random);
  return {
    key: slot.key,
    title,
    deliverable,
    department: slot.department,
    field: slot.field,
    sector,
    source: { kind: "madeUp", level: levelOf(slot, longAgo, random) },
    assignedOn,
    dueOn,
    dueWording: null,
  };
}

/** A task that was late and is finished and confirmed within April. */
function planWithinApril(dueOn: CivilDate, plan: Plan, random: Random): Plan {
  const days = workingDaysOf(APRIL).filter((day) => day > dueOn && day < LAST_DAY_IN_APRIL);
  const completedOn = random.pick(days);
  const soon = workingDaysAfter(completedOn, random.integer(1, 3));
  const confirmedOn = earlier(soon, LAST_DAY_IN_APRIL);
  return { ...plan, outcome: { completedOn, submittedOn: completedOn, confirmedOn } };
}

/** Some had been given more time before, and still came late. */
function extendedBefore(sketch: Sketch, dueOn: CivilDate, random: Random): PlannedTask | null {
  const first = workingDayUntil(addDays(dueOn, -random.pick([7, 10, 14, 20])));
  const requestedOn = workingDayUntil(addDays(first, -random.integer(1, 3)));
  const decidedOn = workingDaysAfter(requestedOn, random.integer(2, 4));
  const acceptedOn = workingDaysAfter(sketch.assignedOn, 1);
  if (requestedOn <= workingDaysAfter(acceptedOn, 3) || decidedOn >= dueOn) return null;
  const objective = random.chance(0.4);
  const extensions = [{ requestedOn, dueOn, decidedOn, approved: true, objective }];
  return { ...sketch, dueOn: first, plan: { ...barePlan(acceptedOn), extensions } };
}

/** What happened before the task fell late. */
function startOf(sketch: Sketch, dueOn: CivilDate, random: Random): PlannedTask {
  const acceptedOn = workingDaysAfter(sketch.assignedOn, random.integer(0, 2));
  const plan = barePlan(acceptedOn, random.chance(0.8));
  const mayExtend = sketch.field === "TBKL_UBND" && sketch.key.startsWith("april/");
  const extended = mayExtend && random.chance(0.15) ? extendedBefore(sketch, dueOn, random) : null;
  return extended ?? { ...sketch, plan };
}

/**
 * The 195 tasks late in April 2026.
 * @param real those known by content and dates, which take the place of made-up ones
 */
export function aprilTasks(
  book: TitleBook,
  real: readonly Sketch[],
  reference: Reference,
): PlannedTask[] {
  const known = [...real];
  const slots = Object.entries(LATE_IN_APRIL).flatMap(([field, cells]) => slotsOf(field, cells));
  const waiting = { extension: 4, return: 8 };
  return slots.map((slot) => {
    const random = randomOf(slot.key);
    const match = known.findIndex(
      ({ department, field }) =>
        slot.month === APRIL && department === slot.department && field === slot.field,
    );
    const [given] = match < 0 ? [] : known.splice(match, 1);
    const sketch = given ?? sketchOf(slot, book, random);
    const { dueOn } = sketch;
    if (dueOn === null) throw new Error(`${slot.key} is late without a deadline`);

    const start = startOf(sketch, dueOn, random);
    const { pace } = habitsOf(slot.field);
    const isLively = !slot.finished && pace !== "slow" && dueOn < "2026-04-16";
    const wish = random.weighted([
      ["extension", 15],
      ["return", 15],
      [null, 70],
    ] as const);
    const waits = isLively && wish !== null && waiting[wish] > 0 ? wish : null;
    if (waits !== null) waiting[waits] -= 1;

    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const chance = randomOf(`${slot.key}/plan/${attempt}`);
      const { department } = slot;
      const plan = slot.finished
        ? planWithinApril(dueOn, start.plan, chance)
        : planAfterApril(start.plan, { pace, waits, department, random: chance });
      const task = { ...start, plan };
      if (faultOf(historyOf(task, reference).map(({ event }) => event)) === null) return task;
    }
    throw new Error(`No story fits ${slot.key}`);
  });
}

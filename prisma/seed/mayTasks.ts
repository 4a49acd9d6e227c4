import { type CivilDate, civilDate } from "#lib/core/dates.ts";
import type { Level } from "#lib/tasks/schema.ts";
import { leavesAprilAlone } from "./april2026.ts";
import { workingDaysAfter } from "./calendar.ts";
import { readRows } from "./data.ts";
import { latenessOf } from "./habits.ts";
import { barePlan } from "./plans.ts";
import { randomOf } from "./random.ts";
import { settle } from "./settle.ts";
import type { PlannedTask, Reference, Sketch, Source } from "./sketch.ts";

/** The plan of the people's conference, which one of the two sources carries out. */
const CONFERENCE_PLAN = "08/KHLT/UBMTTQ-UBND";

/** When those with a deadline in April had been given; they were not new in May's plan. */
const GIVEN_IN_APRIL: Readonly<Record<string, CivilDate>> = {
  "64": civilDate("2026-04-09"),
  "65": civilDate("2026-04-07"),
  "66": civilDate("2026-04-08"),
  "69": civilDate("2026-04-08"),
  "72": civilDate("2026-04-10"),
};

/** Due on 30 April, late from 1 May on, and finished then. */
const FINISHED_LATE: Readonly<Record<string, CivilDate>> = {
  "64": civilDate("2026-06-12"),
  "72": civilDate("2026-05-21"),
};

/** Deadlines for products that the plan wants and gives no day for, with its wording. */
const ENDS: readonly (readonly [dueOn: string, wording: string])[] = [
  ["2026-05-20", "trước 20/5/2026"],
  ["2026-05-25", "trước 25/5/2026"],
  ["2026-05-29", "trong tháng 5/2026"],
  ["2026-05-29", "trong tháng 5/2026"],
  ["2026-06-05", "trước 05/6/2026"],
  ["2026-06-15", "trước 15/6/2026"],
  ["2026-06-30", "trong quý II/2026"],
];

function fieldOf(source: Source, level: Level | undefined): string {
  if (source.kind === "madeUp") return "TBKL_UBND";
  return level === "CITY" ? "PM_GIAO_NHIEM_VU" : "QLVB_DIEU_HANH";
}

/**
 * The real tasks of the plan for 05/2026, by their number in it.
 * @param levels the level of each known directive by its number
 */
export function maySketches(levels: ReadonlyMap<string, Level>): Map<string, Sketch> {
  const rows = readRows("tasks_2026_05.csv");
  return new Map(
    rows.map((row) => {
      const number = row.text("seq");
      const random = randomOf(`may/${number}`);
      const fromConference = !row.text("source").includes("002_");
      const known = row.optional("directive_number") ?? (fromConference ? CONFERENCE_PLAN : null);
      const source: Source =
        known === null ? { kind: "madeUp", level: "COMMUNE" } : { kind: "known", number: known };
      const inApril = known === null && Number(number) % 8 === 1;
      const assignedOn =
        GIVEN_IN_APRIL[number] ??
        civilDate(
          inApril
            ? random.pick(["2026-04-28", "2026-04-29"])
            : random.pick(["2026-05-04", "2026-05-04", "2026-05-05", "2026-05-06", "2026-05-07"]),
        );
      const deliverable = row.optional("deliverable_vi");
      const stated = row.optional("due_on");
      const [end, wording] = deliverable === null || stated ? [null, null] : random.pick(ENDS);
      const due = stated ?? end;
      const sketch: Sketch = {
        key: `may/${number}`,
        title: row.text("title_vi"),
        deliverable,
        department: row.text("lead_department_code"),
        field: row.optional("field_code") ?? fieldOf(source, levels.get(known ?? "")),
        sector: row.text("sector_code"),
        source,
        assignedOn,
        dueOn: due === null ? null : civilDate(due),
        dueWording: wording,
      };
      return [number, sketch];
    }),
  );
}

/** Those of May's plan that are not among the late ones of April. */
export function mayTasks(
  sketches: ReadonlyMap<string, Sketch>,
  reference: Reference,
): PlannedTask[] {
  return [...sketches].map(([number, sketch]) => {
    const finishedOn = FINISHED_LATE[number];
    if (finishedOn) {
      const outcome = {
        completedOn: finishedOn,
        submittedOn: finishedOn,
        confirmedOn: workingDaysAfter(finishedOn, 2),
      };
      return { ...sketch, plan: { ...barePlan(workingDaysAfter(sketch.assignedOn, 1)), outcome } };
    }
    const latest = sketch.dueOn ?? civilDate("2026-06-30");
    return settle(sketch, reference, latenessOf(sketch), leavesAprilAlone, latest);
  });
}

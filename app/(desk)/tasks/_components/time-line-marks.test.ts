import { expect, test } from "vitest";
import type { TaskSpell } from "#lib/tasks/views.ts";
import { lateStretches, timeMarks, timeScale } from "./time-line-marks.ts";

const spell: TaskSpell = {
  dueOn: "2026-03-31",
  fromOn: "2026-04-01",
  toOn: "2026-04-11",
  endedBy: "EXTENDED",
  department: "PHONG_KT",
  field: "TBKL",
  continuing: false,
};
const task = {
  assignedOn: "2026-03-02",
  originalDueOn: "2026-03-31",
  dueOn: "2026-04-30",
  completedOn: null,
  cancelledOn: null,
  spells: [
    spell,
    { ...spell, dueOn: "2026-04-30", fromOn: "2026-05-01", toOn: null, endedBy: null },
  ],
  extensions: [],
  asOf: "2026-05-11",
} as const;

const said = (given: Parameters<typeof timeMarks>[0]) =>
  timeMarks(given).map(({ on, kind }) => `${on} ${kind}`);

test("an open task: assignment, former and present deadline, today, and its late stretches", () => {
  expect(said({ ...task, spells: [...task.spells], extensions: [] })).toEqual([
    "2026-03-02 assigned",
    "2026-03-31 oldDue",
    "2026-04-30 due",
    "2026-05-11 today",
  ]);
  const stretches = lateStretches({ spells: [...task.spells], asOf: task.asOf });
  expect(stretches.map(({ fromOn, to }) => `${fromOn} ${to}`)).toEqual([
    "2026-04-01 2026-04-11",
    "2026-05-01 2026-05-11",
  ]);
});

test("a finished task ends with its completion and not with today", () => {
  const finished = { ...task, completedOn: "2026-04-20", spells: [spell], extensions: [] } as const;
  expect(said({ ...finished, spells: [spell], extensions: [] }).slice(-2)).toEqual([
    "2026-04-20 completed",
    "2026-04-30 due",
  ]);
});

test("a stretch that has not begun is not drawn", () => {
  expect(
    lateStretches({ spells: [{ ...spell, toOn: null, endedBy: null }], asOf: "2026-03-20" }),
  ).toEqual([]);
});

test("days lie to scale between the first and the last that matter", () => {
  const marks = timeMarks({ ...task, spells: [], extensions: [] });
  const { from, to, at } = timeScale(marks, []);
  expect([from, to]).toEqual(["2026-03-02", "2026-05-11"]);
  expect(at("2026-03-02")).toBe(0);
  expect(at("2026-04-06")).toBe(50);
  expect(at("2026-05-11")).toBe(100);
  const short = timeScale([{ on: "2026-03-02", kind: "assigned" }], []);
  expect(short.to).toBe("2026-03-09");
});

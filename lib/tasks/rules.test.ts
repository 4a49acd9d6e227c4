import { describe, expect, test } from "vitest";
import type { CivilDate } from "#lib/core/dates.ts";
import { timelineOf, timelinessOf } from "./rules.ts";
import type { TaskEvent } from "./schema.ts";
import { assigned, bare, extended, finished } from "./testing/examples.ts";

describe("the phases of a task", () => {
  test("say for each day what state it was in, up to the day the work was done", () => {
    const events: TaskEvent[] = [
      { kind: "ACCEPTED", on: "2028-01-05" },
      bare("PAUSED", "2028-01-20"),
      bare("RESUMED", "2028-01-25"),
      ...finished("2028-02-12", "2028-02-20"),
    ];
    const { phases } = timelineOf([assigned("2028-02-10"), ...events]);
    expect(phases.map(({ fromOn, toOn, status }) => `${fromOn} ${toOn} ${status}`)).toEqual([
      "2028-01-03 2028-01-05 ASSIGNED",
      "2028-01-05 2028-01-20 IN_PROGRESS",
      "2028-01-20 2028-01-25 PAUSED",
      "2028-01-25 2028-02-12 IN_PROGRESS",
    ]);
  });

  test("have the deadline that a correction says was always theirs", () => {
    const corrected = {
      kind: "DEADLINE_CORRECTED",
      on: "2028-03-10",
      dueOn: "2028-03-01",
    } as const;
    const { phases } = timelineOf([assigned(null), corrected]);
    expect(phases.map(({ dueOn }) => dueOn)).toEqual(["2028-03-01", "2028-03-01"]);
  });

  test("keep the deadline that they missed when a later one is corrected", () => {
    const corrected = (dueOn: CivilDate): TaskEvent => ({
      kind: "DEADLINE_CORRECTED",
      on: "2028-02-16",
      dueOn,
    });
    const { phases } = timelineOf([
      assigned("2028-02-10"),
      ...extended("2028-02-12", "2028-02-15", "2028-02-20"),
      corrected("2028-02-10"),
      corrected("2028-02-25"),
    ]);
    expect(phases.map(({ fromOn, dueOn }) => `${fromOn} due ${dueOn}`)).toEqual([
      "2028-01-03 due 2028-02-10",
      "2028-02-15 due 2028-02-25",
      "2028-02-16 due 2028-02-25",
    ]);
  });
});

describe("the timeliness of a task", () => {
  const open = { completedOn: null, dueOn: "2028-02-10", overdue: false, paused: false } as const;
  const on = (day: CivilDate, task: Parameters<typeof timelinessOf>[0]) =>
    timelinessOf(task, day, "2028-02-10");

  test("is due soon up to and on its deadline, within the days that are asked for", () => {
    expect(on("2028-02-10", open)).toBe("DUE_SOON");
    expect(on("2028-02-05", open)).toBe("DUE_SOON");
    expect(on("2028-02-05", { ...open, dueOn: "2028-02-11" })).toBe("ON_TRACK");
  });

  test("is overdue while late, and on track while paused even when the deadline is near", () => {
    expect(on("2028-02-20", { ...open, overdue: true })).toBe("OVERDUE");
    expect(on("2028-02-08", { ...open, paused: true })).toBe("ON_TRACK");
  });

  test("is on time or late by its completion date, and has no deadline when it has none", () => {
    expect(on("2028-02-20", { ...open, completedOn: "2028-02-10" })).toBe("ON_TIME");
    expect(on("2028-02-20", { ...open, completedOn: "2028-02-11" })).toBe("LATE");
    expect(on("2028-02-20", { ...open, dueOn: null })).toBe("NO_DEADLINE");
    const finishedWithout = { ...open, dueOn: null, completedOn: "2028-02-10" } as const;
    expect(on("2028-02-20", finishedWithout)).toBe("NO_DEADLINE");
  });
});

test("a history that does not begin with its assignment is an error", () => {
  expect(() => timelineOf([bare("PAUSED", "2028-02-15")])).toThrow("begins with its assignment");
});

test("an extended task never loses the original deadline, and is counted", () => {
  const once = extended("2028-02-01", "2028-02-05", "2028-03-10");
  const twice = extended("2028-03-12", "2028-03-13", "2028-04-10");
  expect(timelineOf([assigned("2028-02-10"), ...once, ...twice])).toMatchObject({
    originalDueOn: "2028-02-10",
    dueOn: "2028-04-10",
    extensionCount: 2,
  });
});

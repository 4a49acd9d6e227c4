import { describe, expect, test } from "vitest";
import type { CivilDate } from "#lib/core/dates.ts";
import { timelineOf } from "./rules.ts";
import type { TaskEvent } from "./schema.ts";
import {
  assigned,
  bare,
  extended,
  finished,
  justice,
  landUse,
  petitions,
} from "./testing/examples.ts";
import { liveThrough, spellsOfLife } from "./testing/simulation.ts";

/** The late spells as lines to read; the day-by-day simulation must see the same ones. */
function spellsOf(...events: TaskEvent[]): string[] {
  const { spells } = timelineOf(events);
  const seen = spellsOfLife(liveThrough(events, "2028-12-31"));
  expect(spells.map(({ dueOn: _dueOn, ...spell }) => spell)).toEqual(seen);
  return spells.map((spell) => {
    const end = spell.toOn === null ? "open" : `to ${spell.toOn} ${spell.endedBy}`;
    const under = `${spell.departmentId}/${spell.fieldId}`;
    return `${spell.fromOn} ${end} ${under}${spell.continuing ? " continuing" : ""}`;
  });
}

describe("a task becomes late", () => {
  test("on the day after its deadline, and stays late until something ends it", () => {
    expect(spellsOf(assigned("2028-02-10"))).toEqual(["2028-02-11 open 1/11"]);
  });

  test("on the first of the next month when it is due on the last day of a month", () => {
    expect(spellsOf(assigned("2028-01-31"))).toEqual(["2028-02-01 open 1/11"]);
    expect(spellsOf(assigned("2028-04-30"))).toEqual(["2028-05-01 open 1/11"]);
  });

  test("on New Year's Day when it is due on the last day of the year", () => {
    const events = assigned("2027-12-31", "2027-12-01");
    expect(spellsOf(events)).toEqual(["2028-01-01 open 1/11"]);
  });

  test("on the leap day when it is due on 28 February of a leap year", () => {
    expect(spellsOf(assigned("2028-02-28"))).toEqual(["2028-02-29 open 1/11"]);
    expect(spellsOf(assigned("2028-02-29"))).toEqual(["2028-03-01 open 1/11"]);
  });

  test("never without a deadline", () => {
    expect(spellsOf(assigned(null), ...finished("2028-12-30"))).toEqual([]);
  });

  test("by the deadline that it is given afterwards, as if it always had it", () => {
    const corrected = { kind: "DEADLINE_CORRECTED", on: "2028-03-10" } as const;
    expect(spellsOf(assigned(null), { ...corrected, dueOn: "2028-03-01" })).toEqual([
      "2028-03-02 open 1/11",
    ]);
    expect(spellsOf(assigned("2028-02-10"), { ...corrected, dueOn: null })).toEqual([]);
  });
});

describe("a completed task", () => {
  test("was on time when it was finished on its deadline", () => {
    expect(spellsOf(assigned("2028-02-10"), ...finished("2028-02-10"))).toEqual([]);
  });

  test("finished one day late keeps a spell that covers no day", () => {
    expect(spellsOf(assigned("2028-02-10"), ...finished("2028-02-11"))).toEqual([
      "2028-02-11 to 2028-02-11 COMPLETED 1/11",
    ]);
  });

  test("is judged by the day the work was done, not by the day of the confirmation", () => {
    const inTime = finished("2028-02-10", "2028-02-20");
    expect(spellsOf(assigned("2028-02-10"), ...inTime)).toEqual([]);
    const late = finished("2028-02-12", "2028-02-20");
    expect(spellsOf(assigned("2028-02-10"), ...late)).toEqual([
      "2028-02-11 to 2028-02-12 COMPLETED 1/11",
    ]);
  });

  test("is late while it waits for its confirmation", () => {
    const [submitted] = finished("2028-02-12");
    expect(submitted && spellsOf(assigned("2028-02-10"), submitted)).toEqual([
      "2028-02-11 open 1/11",
    ]);
  });

  test("stays late when it is returned, until the work that is confirmed", () => {
    const events = [
      { kind: "SUBMITTED", on: "2028-02-09", completedOn: "2028-02-09" },
      bare("RETURNED", "2028-02-11"),
      ...finished("2028-02-15", "2028-02-17"),
    ] satisfies TaskEvent[];
    expect(spellsOf(assigned("2028-02-10"), ...events)).toEqual([
      "2028-02-11 to 2028-02-15 COMPLETED 1/11",
    ]);
    expect(timelineOf([assigned("2028-02-10"), ...events]).returnCount).toBe(1);
  });

  test("that is reopened is late again as if it had never been confirmed", () => {
    const events = [
      assigned("2028-02-10"),
      ...finished("2028-02-12"),
      bare("REOPENED", "2028-05-04"),
    ];
    expect(spellsOf(...events)).toEqual(["2028-02-11 open 1/11"]);
    expect(timelineOf(events)).toMatchObject({
      status: "IN_PROGRESS",
      completedOn: null,
      submittedOn: null,
    });
    expect(spellsOf(...events, ...finished("2028-05-20"))).toEqual([
      "2028-02-11 to 2028-05-20 COMPLETED 1/11",
    ]);
  });

  test("keeps a deadline that was corrected after it, also when it is reopened", () => {
    const corrected = {
      kind: "DEADLINE_CORRECTED",
      on: "2028-03-01",
      dueOn: "2028-02-08",
    } as const;
    const events = [assigned("2028-02-10"), ...finished("2028-02-09"), corrected];
    expect(spellsOf(...events)).toEqual(["2028-02-09 to 2028-02-09 COMPLETED 1/11"]);
    expect(spellsOf(...events, bare("REOPENED", "2028-03-02"))).toEqual(["2028-02-09 open 1/11"]);
  });

  test("was not late after the day its work was done, whatever was decided meanwhile", () => {
    const events: TaskEvent[] = [
      { kind: "SUBMITTED", on: "2028-02-12", completedOn: "2028-02-12" },
      ...extended("2028-02-13", "2028-02-14", "2028-02-20"),
      { kind: "TRANSFERRED", on: "2028-02-15", ...justice },
      { kind: "CONFIRMED", on: "2028-03-10" },
    ];
    expect(spellsOf(assigned("2028-02-10"), ...events)).toEqual([
      "2028-02-11 to 2028-02-12 COMPLETED 1/11",
    ]);
  });
});

describe("an extension", () => {
  test("asked for on the deadline was asked in time: the task was never late by the old one", () => {
    const events = extended("2028-02-10", "2028-02-25", "2028-03-10");
    expect(spellsOf(assigned("2028-02-10"), ...events)).toEqual(["2028-03-11 open 1/11"]);
  });

  test("asked in time also clears parts that ended by a transfer or a pause meanwhile", () => {
    const [asked, granted] = extended("2028-02-09", "2028-02-25", "2028-03-10");
    const meanwhile: TaskEvent[] = [
      { kind: "TRANSFERRED", on: "2028-02-12", ...justice },
      bare("PAUSED", "2028-02-14"),
      bare("RESUMED", "2028-02-18"),
    ];
    const events = [asked, ...meanwhile, granted].filter((event) => event !== undefined);
    expect(spellsOf(assigned("2028-02-10"), ...events)).toEqual(["2028-03-11 open 2/11"]);
  });

  test("asked for a day too late leaves the task late until it is granted", () => {
    const events = extended("2028-02-11", "2028-02-14", "2028-03-10");
    expect(spellsOf(assigned("2028-02-10"), ...events)).toEqual([
      "2028-02-11 to 2028-02-14 EXTENDED 1/11",
      "2028-03-11 open 1/11",
    ]);
  });

  test("granted after the new deadline has passed makes the task late again from that day", () => {
    const events = extended("2028-02-12", "2028-02-20", "2028-02-15");
    expect(spellsOf(assigned("2028-02-10"), ...events)).toEqual([
      "2028-02-11 to 2028-02-20 EXTENDED 1/11",
      "2028-02-20 open 1/11",
    ]);
  });

  test("that is only requested, or rejected, changes nothing", () => {
    const [asked] = extended("2028-02-09", "2028-02-25", "2028-03-10");
    const rejected = { kind: "EXTENSION_REJECTED", on: "2028-02-12" } as const;
    expect(asked && spellsOf(assigned("2028-02-10"), asked, rejected)).toEqual([
      "2028-02-11 open 1/11",
    ]);
  });
});

describe("a paused task", () => {
  test("is not late while it stands still, and late anew from the day it is resumed", () => {
    const events = [bare("PAUSED", "2028-02-15"), bare("RESUMED", "2028-03-02")];
    expect(spellsOf(assigned("2028-02-10"), ...events)).toEqual([
      "2028-02-11 to 2028-02-15 PAUSED 1/11",
      "2028-03-02 open 1/11",
    ]);
  });

  test("that was paused and resumed before its deadline is late on the day after it", () => {
    const events = [bare("PAUSED", "2028-02-01"), bare("RESUMED", "2028-02-05")];
    expect(spellsOf(assigned("2028-02-10"), ...events)).toEqual(["2028-02-11 open 1/11"]);
  });

  test("is not late by a deadline that passes during the pause", () => {
    expect(spellsOf(assigned("2028-02-10"), bare("PAUSED", "2028-02-10"))).toEqual([]);
  });
});

describe("a cancelled task", () => {
  test("was never late when it is cancelled on its deadline or before", () => {
    expect(spellsOf(assigned("2028-02-10"), bare("CANCELLED", "2028-02-10"))).toEqual([]);
  });

  test("was late until the day it is cancelled when that is after its deadline", () => {
    expect(spellsOf(assigned("2028-02-10"), bare("CANCELLED", "2028-02-20"))).toEqual([
      "2028-02-11 to 2028-02-20 CANCELLED 1/11",
    ]);
  });
});

describe("a transferred task", () => {
  const moved = (on: CivilDate, to = justice): TaskEvent => ({ kind: "TRANSFERRED", on, ...to });

  test("counts under the new department only when it was not late yet", () => {
    const events = moved("2028-02-10");
    expect(spellsOf(assigned("2028-02-10"), events)).toEqual(["2028-02-11 open 2/11"]);
  });

  test("goes on being late under the new department when it was late", () => {
    expect(spellsOf(assigned("2028-02-10"), moved("2028-02-20"))).toEqual([
      "2028-02-11 to 2028-02-20 TRANSFERRED 1/11",
      "2028-02-20 open 2/11 continuing",
    ]);
  });

  test("on its very first late day was late under both", () => {
    expect(spellsOf(assigned("2028-02-10"), moved("2028-02-11"))).toEqual([
      "2028-02-11 to 2028-02-11 TRANSFERRED 1/11",
      "2028-02-11 open 2/11 continuing",
    ]);
  });

  test("to another field of the same department goes on in the same way", () => {
    expect(spellsOf(assigned("2028-02-10"), moved("2028-02-20", petitions))).toEqual([
      "2028-02-11 to 2028-02-20 TRANSFERRED 1/11",
      "2028-02-20 open 1/12 continuing",
    ]);
  });

  test("to where it already is does not break its spell", () => {
    expect(spellsOf(assigned("2028-02-10"), moved("2028-02-20", landUse))).toEqual([
      "2028-02-11 open 1/11",
    ]);
  });

  test("by a refusal goes back to the Office, late as it is", () => {
    const refused = { kind: "REFUSED", on: "2028-02-12", departmentId: 9 } as const;
    expect(spellsOf(assigned("2028-02-10"), refused)).toEqual([
      "2028-02-11 to 2028-02-12 TRANSFERRED 1/11",
      "2028-02-12 open 9/11 continuing",
    ]);
    expect(timelineOf([assigned("2028-02-10"), refused]).status).toBe("ASSIGNED");
  });
});

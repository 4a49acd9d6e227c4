import { expect, test } from "vitest";
import { entryReferenceSchema, newEntrySchema } from "./schema.ts";

const form = (entries: Record<string, string> = {}) => ({
  calendar: "leaders",
  kind: "MEETING",
  title: "Họp giao ban",
  on: "16/11/2026",
  ...entries,
});

test("days and times are taken as people type them; an empty time is the whole day", () => {
  expect(newEntrySchema.parse(form({ start: "8h", end: "9h30", place: " " }))).toMatchObject({
    on: "2026-11-16",
    start: 480,
    end: 570,
    place: null,
    host: null,
  });
  expect(newEntrySchema.parse(form())).toMatchObject({ start: null, end: null });
});

test.each([
  ["title", { title: " " }, "agenda.problems.titleMissing"],
  ["title", { title: "\u0000" }, "agenda.problems.titleMissing"],
  ["title", { title: "á".repeat(301) }, "work.problems.tooLong"],
  ["participants", { participants: "á".repeat(100_000) }, "work.problems.tooLong"],
  ["on", { on: "31/02/2026" }, "work.problems.notADay"],
  ["on", { on: " " }, "work.problems.dayMissing"],
  ["start", { start: "25h" }, "agenda.problems.time"],
  ["start", { end: "9h" }, "agenda.problems.startMissing"],
  ["end", { start: "9h", end: "8h" }, "agenda.problems.end"],
  ["host", { host: "1 or 1=1" }, "agenda.problems.host"],
  ["kind", { kind: "PARTY" }, "agenda.problems.kind"],
  ["calendar", { calendar: "../" }, "agenda.problems.calendar"],
])("a wrong %s is said at it: %o", (path, entries, message) => {
  expect(newEntrySchema.safeParse(form(entries)).error?.issues).toMatchObject([
    { path: [path], message },
  ]);
});

test("what cannot be seen or stored is left out of texts, and an id is one that there can be", () => {
  const typed = { title: "Họp\u0000", place: "\u001f", participants: "Các\u0007 phòng" };
  expect(newEntrySchema.parse(form(typed))).toMatchObject({
    title: "Họp",
    place: null,
    participants: "Các phòng",
  });
  expect(entryReferenceSchema.safeParse({ id: "2147483648", version: "1" }).success).toBe(false);
});

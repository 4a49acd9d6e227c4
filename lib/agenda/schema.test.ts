import { expect, test } from "vitest";
import { newEntrySchema } from "./schema.ts";

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
  ["title", { title: " " }, "titleMissing"],
  ["title", { title: "á".repeat(301) }, "tooLong"],
  ["participants", { participants: "á".repeat(100_000) }, "tooLong"],
  ["on", { on: "31/02/2026" }, "day"],
  ["start", { start: "25h" }, "time"],
  ["start", { end: "9h" }, "startMissing"],
  ["end", { start: "9h", end: "8h" }, "end"],
  ["host", { host: "1 or 1=1" }, "host"],
  ["kind", { kind: "PARTY" }, "kind"],
  ["calendar", { calendar: "../" }, "calendar"],
])("a wrong %s is said at it: %o", (path, entries, problem) => {
  expect(newEntrySchema.safeParse(form(entries)).error?.issues).toMatchObject([
    { path: [path], message: `agenda.problems.${problem}` },
  ]);
});

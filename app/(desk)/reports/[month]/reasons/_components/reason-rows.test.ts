import { expect, test } from "vitest";
import type { LateTaskReason } from "#lib/narratives/schema.ts";
import {
  initialRows,
  isDirty,
  missingIn,
  type RowState,
  type Rows,
  rowsAfter,
  savesItself,
} from "./reason-rows.ts";

const task = (taskId: number, reason: LateTaskReason["reason"] = null): LateTaskReason => ({
  taskId,
  code: `T-${taskId}`,
  title: "",
  department: "PHONG_KT",
  assignee: null,
  dueOn: "2026-04-01",
  days: 3,
  carriedOver: false,
  endedBy: null,
  mayAnswer: true,
  reason,
  before: null,
});
const START = initialRows([task(1), task(2, { kind: "LAND", text: "Chờ đo", version: 3 })]);
const row = (rows: Rows, taskId: number): RowState => {
  const state = rows[taskId];
  if (!state) throw new Error("no such row");
  return state;
};
const sent = (rows: Rows, taskId: number) => ({ taskId, ...row(rows, taskId) });

test("what is entered for several rows is to be saved in each", () => {
  const rows = rowsAfter(START, { do: "enter", taskIds: [1, 2], entry: { kind: "FUNDS" } });
  expect([row(rows, 1), row(rows, 2)].map(isDirty)).toEqual([true, true]);
  expect(row(rows, 2).text).toBe("Chờ đo");
  expect(isDirty(row(START, 2))).toBe(false);
});

test("what was typed while a row was saved is still to be saved", () => {
  const first = rowsAfter(START, { do: "enter", taskIds: [1], entry: { kind: "FUNDS" } });
  const busy = rowsAfter(first, { do: "send", taskIds: [1] });
  const typed = rowsAfter(busy, { do: "enter", taskIds: [1], entry: { text: "thêm" } });
  expect(row(typed, 1).status).toBe("busy");
  const done = { saved: [{ taskId: 1, version: 1 }], refused: [] };
  const rows = rowsAfter(typed, { do: "settle", sent: [sent(first, 1)], done });
  expect(row(rows, 1)).toMatchObject({
    text: "thêm",
    version: 1,
    saved: { kind: "FUNDS", text: "" },
  });
  expect(savesItself(row(rows, 1))).toBe(true);
});

test("whoever is slower keeps what was typed, sees the other's, and may then replace it", () => {
  const typed = rowsAfter(START, { do: "enter", taskIds: [2], entry: { kind: "STAFF" } });
  const current = { kind: "RULES", text: "", version: 4, by: "Văn phòng" };
  const rows = rowsAfter(typed, {
    do: "settle",
    sent: [sent(typed, 2)],
    done: { saved: [], refused: [{ taskId: 2, why: "CHANGED", current }] },
  });
  expect(row(rows, 2)).toMatchObject({ kind: "STAFF", version: 4, problem: "changed", current });
  const goesOn = rowsAfter(rows, { do: "enter", taskIds: [2], entry: { text: "thêm" } });
  expect([savesItself(row(rows, 2)), savesItself(row(goesOn, 2))]).toEqual([false, false]);
  const gone = rowsAfter(typed, {
    do: "settle",
    sent: [sent(typed, 2)],
    done: { saved: [], refused: [{ taskId: 2, why: "CHANGED", current: null }] },
  });
  expect(row(gone, 2)).toMatchObject({ kind: "STAFF", version: 0, problem: "vanished" });
});

test.each([
  [{ kind: "", text: "Vướng" }, "kindMissing"],
  [{ kind: "", text: "" }, "kindMissing"],
  [{ kind: "OTHER", text: " " }, "textMissing"],
  [{ kind: "LAND", text: "" }, null],
])("%j lacks %s", (entry, missing) => {
  expect(missingIn(row(rowsAfter(START, { do: "enter", taskIds: [1], entry }), 1))).toBe(missing);
});

test("a reason that stands is taken back by choosing none", () => {
  const entry = { kind: "", text: "" };
  expect(missingIn(row(rowsAfter(START, { do: "enter", taskIds: [2], entry }), 2))).toBeNull();
});

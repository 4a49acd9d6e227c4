import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Draft, keepDraft, keptDraft } from "./kept-draft.ts";

const KEY = "draft:vanphong:directive";
const draft: Draft = { directive: { number: "12/CT-UBND" }, files: [], tasks: [] };
let items: Map<string, string>;

beforeEach(() => {
  items = new Map();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, text: string) => items.set(key, text),
    removeItem: (key: string) => items.delete(key),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test("a draft is there again until it is given up", () => {
  expect(keptDraft(KEY)).toBeNull();
  expect(keepDraft(KEY, draft)).toBe(true);
  expect(keptDraft(KEY)).toEqual(draft);
  expect(keepDraft(KEY, null)).toBe(true);
  expect(keptDraft(KEY)).toBeNull();
});

test.each([
  "null",
  "{",
  '{"directive":{"number":"12"}}',
  '{"directive":{"number":12},"files":[],"tasks":[]}',
  '{"directive":{"number":"12"},"files":[],"tasks":[{"key":1,"title":"Rà soát"}]}',
  '{"directive":{"number":" "},"files":[],"tasks":[]}',
])("what is no draft worth opening is none: %s", (text) => {
  items.set(KEY, text);
  expect(keptDraft(KEY)).toBeNull();
});

test("a browser that keeps nothing is told apart and breaks nothing", () => {
  const refuse = () => {
    throw new Error("QuotaExceededError");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse, removeItem: refuse });
  expect(keptDraft(KEY)).toBeNull();
  expect(keepDraft(KEY, draft)).toBe(false);
  expect(keepDraft(KEY, null)).toBe(true);
});

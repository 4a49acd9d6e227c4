import { afterEach, expect, test, vi } from "vitest";
import { keepText, keptText } from "./kept-text.ts";

afterEach(() => vi.unstubAllGlobals());

function storage(setItem: (key: string, value: string) => void, items: Map<string, string>) {
  vi.stubGlobal("localStorage", {
    setItem,
    getItem: (key: string) => items.get(key) ?? null,
    removeItem: (key: string) => items.delete(key),
  });
}

test("a text is kept until it is saved", () => {
  const items = new Map<string, string>();
  storage((key, value) => items.set(key, value), items);
  const kept = { text: "Đang viết {{XA.CHAM_MUON}}", version: 2 };
  expect(keepText("a", kept)).toBe(true);
  expect(keptText("a")).toEqual(kept);
  expect(keptText("b")).toBeNull();
  expect(keepText("a", null)).toBe(true);
  expect(keptText("a")).toBeNull();
  items.set("a", '{"text":1}');
  expect(keptText("a")).toBeNull();
});

test("a browser that keeps nothing says so", () => {
  storage(() => {
    throw new Error("full");
  }, new Map());
  expect(keepText("a", { text: "x", version: 0 })).toBe(false);
});

import { describe, expect, it } from "vitest";
import { place } from "./placement.ts";

const viewport = { width: 390, height: 844 };
const floating = { width: 280, height: 60 };

describe("place", () => {
  it("puts the box below its subject, in line with its left side", () => {
    const subject = { left: 20, top: 100, width: 60, height: 30 };
    expect(place(subject, floating, viewport)).toEqual({ left: 20, top: 138 });
  });

  it("puts it above where there is no room below", () => {
    const subject = { left: 20, top: 790, width: 60, height: 30 };
    expect(place(subject, floating, viewport)).toEqual({ left: 20, top: 722 });
  });

  it("keeps it inside the viewport", () => {
    const subject = { left: 340, top: 100, width: 40, height: 30 };
    expect(place(subject, floating, viewport).left).toBe(390 - 280 - 8);
    expect(place({ ...subject, left: -50 }, floating, viewport).left).toBe(8);
  });

  it("stays below when there is room neither below nor above", () => {
    const subject = { left: 20, top: 10, width: 60, height: 820 };
    expect(place(subject, floating, viewport).top).toBe(838);
  });
});

import { afterEach, describe, expect, it, vi } from "vitest";
import type { ApplyLine } from "#lib/imports/views.ts";
import { applyLines } from "./apply-lines.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A server that answers in such pieces, and breaks off if so asked. */
function answering(pieces: readonly string[], { status = 200, breaks = false } = {}): void {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      if (breaks) controller.error(new TypeError("cut off"));
      else controller.close();
    },
  });
  vi.stubGlobal("fetch", async () => new Response(body, { status }));
}

async function told() {
  const lines: ApplyLine[] = [];
  const last = await applyLines(7, (line) => lines.push(line));
  return { lines, last };
}

const WRITING = { phase: "writing", done: 0, total: 3 } as const;
const DONE = {
  done: true,
  counts: { new: 3, changed: 0, unchanged: 0, error: 0 },
  opened: [],
} as const;

describe("how far the applying of a file is", () => {
  it("is told line by line, wherever the pieces are cut", async () => {
    const text = `${JSON.stringify(WRITING)}\n${JSON.stringify(DONE)}\n`;
    answering([text.slice(0, 5), text.slice(5, 50), text.slice(50)]);
    expect(await told()).toEqual({ lines: [WRITING, DONE], last: DONE });
  });

  it("ends with why nothing was written", async () => {
    answering([`${JSON.stringify(WRITING)}\n{"message":"Còn 2 dòng lỗi"}\n`]);
    expect((await told()).last).toEqual({ message: "Còn 2 dòng lỗi" });
    answering(['{"message":"Phiên đăng nhập đã hết."}'], { status: 401 });
    expect((await told()).last).toEqual({ message: "Phiên đăng nhập đã hết." });
  });

  it("is unknown when the connection is lost", async () => {
    answering([`${JSON.stringify(WRITING)}\n`]);
    expect(await told()).toEqual({ lines: [WRITING], last: null });
    answering([], { breaks: true });
    expect((await told()).last).toBeNull();
    answering(["<html>"], { status: 502 });
    expect((await told()).last).toBeNull();
  });
});

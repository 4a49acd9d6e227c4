import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/core/testing.ts";
import { GET as getSummary } from "./summary/route.ts";
import { create, does, givenRegister, NEW, tokens } from "./testing/calls.ts";
import { call } from "./testing/machine.ts";

await testDatabase();

beforeAll(givenRegister);

describe("GET /summary after the verbs", () => {
  async function figures() {
    const { body } = await call(
      getSummary,
      "summary?period=2026-11",
      {},
      {
        token: tokens.office,
        method: "GET",
      },
    );
    const { late, newlyOverdue, outstanding, resolved } = body.overdue.total;
    const { assigned, completed, overdue, awaitingConfirmation } = body.completion.total;
    return {
      late,
      newlyOverdue,
      outstanding,
      resolved: resolved.total,
      assigned,
      completed,
      overdue,
      awaitingConfirmation,
    };
  }
  type Figures = Awaited<ReturnType<typeof figures>>;

  /** Checks what a step adds to the figures. */
  async function moves(step: () => Promise<{ status: number }>, by: Partial<Figures>) {
    const before = await figures();
    const { status } = await step();
    expect(status).toBeLessThan(300);
    const after = await figures();
    const moved = Object.entries(after).map(([name, value]) => [
      name,
      value - before[name as keyof Figures],
    ]);
    const none = Object.fromEntries(Object.keys(after).map((name) => [name, 0]));
    expect(Object.fromEntries(moved)).toEqual({ ...none, ...by });
  }

  it("moves as they say", async () => {
    let id = 0;
    const late = { late: 1, newlyOverdue: 1, outstanding: 1 };
    await moves(
      async () => {
        const made = await create("office", NEW);
        id = made.body.id;
        return made;
      },
      { ...late, assigned: 1, overdue: 1 },
    );
    await moves(() => does("head", "accept", id), {});
    await moves(() => does("head", "submit", id, { completedOn: "2026-11-12" }), {
      awaitingConfirmation: 1,
    });
    await moves(() => does("chairman", "return", id, { note: "Thiếu" }), {
      awaitingConfirmation: -1,
    });
    await moves(() => does("head", "submit", id, { completedOn: "2026-11-13" }), {
      awaitingConfirmation: 1,
    });
    await moves(() => does("chairman", "confirm", id), {
      awaitingConfirmation: -1,
      completed: 1,
      overdue: -1,
      outstanding: -1,
      resolved: 1,
    });
    await moves(() => does("chairman", "reopen", id, { note: "Nhầm" }), {
      completed: -1,
      overdue: 1,
      outstanding: 1,
      resolved: -1,
    });
    await moves(() => does("office", "cancel", id, { note: "Thôi" }), {
      assigned: -1,
      overdue: -1,
      outstanding: -1,
      resolved: 1,
    });
  });
});

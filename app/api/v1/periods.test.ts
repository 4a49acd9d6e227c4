import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/core/testing.ts";
import { POST as periodVerb } from "./periods/[month]/[verb]/route.ts";
import { GET as getAdjustments } from "./periods/[month]/adjustments/route.ts";
import { GET as listPeriods } from "./periods/route.ts";
import { GET as getSummary } from "./summary/route.ts";
import { does, givenRegister, givenTask, tokens } from "./testing/calls.ts";
import { call, type Machine, NAMES } from "./testing/machine.ts";

await testDatabase();
beforeAll(givenRegister);

const list = (name: Machine) =>
  call(listPeriods, "periods", {}, { token: tokens[name], method: "GET" });
const verb = (name: Machine, month: string, what: string, body: unknown) =>
  call(
    periodVerb,
    `periods/${month}/${what}`,
    { month, verb: what },
    { token: tokens[name], body },
  );
const adjustments = (name: Machine, month: string) =>
  call(
    getAdjustments,
    `periods/${month}/adjustments`,
    { month },
    {
      token: tokens[name],
      method: "GET",
    },
  );
const summary = (period: string) =>
  call(getSummary, `summary?period=${period}`, {}, { token: tokens.chairman, method: "GET" });

/** What each machine is answered. */
async function statuses(ask: (name: Machine) => Promise<{ status: number }>) {
  const answers: Partial<Record<Machine, number>> = {};
  for (const name of NAMES) answers[name] = (await ask(name)).status;
  return answers;
}

const LEADERS = { office: 200, chairman: 200, deputy: 200, observer: 200 };
const OTHERS = { head: 403, officer: 403, stranger: 403, admin: 403 };

describe("periods", () => {
  it("are listed, closed by the Office, and what changes later is told", async () => {
    const late = await givenTask({ assignedOn: "2026-10-01", dueOn: "2026-10-10" });
    const { body: months } = await list("chairman");
    expect(months.items.at(0)).toMatchObject({ period: "2026-11", over: false, closed: false });
    expect(months.items.at(1)).toMatchObject({ period: "2026-10", over: true, closed: false });

    const closed = await verb("office", "2026-10", "close", {});
    expect(closed).toMatchObject({
      status: 200,
      body: { period: "2026-10", closed: true, closing: { closedBy: "máy office" } },
    });
    expect(closed.body.closing.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect((await verb("office", "2026-10", "close", {})).status).toBe(409);
    expect((await summary("2026-10")).body).toMatchObject({
      closed: true,
      overdue: { total: { late: 1, outstanding: 1 } },
    });

    await does("chairman", "cancel", late, { on: "2026-10-05", note: "Trùng việc" });
    expect((await summary("2026-10")).body.overdue.total.late).toBe(1);
    const { body } = await adjustments("observer", "2026-10");
    expect(body.adjustments).toContainEqual({
      part: "overdue",
      figure: "late",
      closed: 1,
      now: 0,
      tasks: [{ id: late, change: -1 }],
    });
    expect(body.tasks[0].edits).toMatchObject([
      { kind: "CANCELLED", on: "2026-10-05", by: "máy chairman", note: "Trùng việc" },
    ]);

    const silent = await verb("chairman", "2026-10", "reopen", {});
    expect([silent.status, silent.body.errors[0].path]).toEqual([422, "reason"]);
    const reopened = await verb("chairman", "2026-10", "reopen", { reason: "Sót việc" });
    expect(reopened).toMatchObject({ status: 200, body: { closed: false, closing: null } });
    expect((await summary("2026-10")).body.overdue.total.late).toBe(0);
    expect((await adjustments("chairman", "2026-10")).status).toBe(409);
  });

  it.each([
    ["2026-11", 409],
    ["2026-12", 409],
    ["2020-01", 404],
    ["thang-4", 404],
  ])("month %s is not closed: %i", async (month, status) => {
    expect((await verb("office", month, "close", {})).status).toBe(status);
  });

  it("are the leaders' to see, the Office's to close, the chairman's and the Office's to reopen", async () => {
    expect(await statuses(list)).toEqual({ ...LEADERS, ...OTHERS });
    const wrong = { nothing: true };
    expect(await statuses((name) => verb(name, "2026-09", "close", wrong))).toEqual({
      ...OTHERS,
      office: 422,
      chairman: 403,
      deputy: 403,
      observer: 403,
    });
    expect(await statuses((name) => verb(name, "2026-09", "reopen", wrong))).toEqual({
      ...OTHERS,
      office: 422,
      chairman: 422,
      deputy: 403,
      observer: 403,
    });
    expect(await statuses((name) => adjustments(name, "2026-09"))).toEqual({
      ...OTHERS,
      office: 409,
      chairman: 409,
      deputy: 409,
      observer: 409,
    });
    expect((await verb("office", "2026-09", "erase", {})).status).toBe(404);
  });
});

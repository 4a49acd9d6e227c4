import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { database } from "#lib/core/db.ts";
import { ConflictError, ForbiddenError, InvalidInputError } from "#lib/core/errors.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { findSame } from "#lib/directives/queries.ts";
import { newDirectiveSchema } from "#lib/directives/schema.ts";
import { givenSignedIn } from "#lib/users/testing/accounts.ts";
import { registerDirective } from "./register.ts";
import { givenCatalogues, viewerOf } from "./testing/given.ts";
import { newTaskSchema } from "./verbs.ts";

await testDatabase();

let office: Awaited<ReturnType<typeof givenSignedIn>>;

beforeAll(async () => {
  await givenCatalogues();
  office = await givenSignedIn({ role: "OFFICE" });
  await givenSignedIn({ role: "DEPARTMENT_HEAD", departmentId: 1 });
});
beforeEach(() => {
  vi.stubEnv("BUSINESS_TODAY", "2026-11-20");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

let counter = 0;

function registration(
  given: { directive?: Record<string, unknown>; tasks?: Record<string, unknown>[] } = {},
) {
  counter += 1;
  const directive = {
    number: `${counter}/CT-UBND`,
    issuedOn: "2026-11-16",
    issuingBody: "UBND_TP",
    type: "DIRECTIVE",
    abstract: "Về rà soát quy hoạch",
    ...given.directive,
  };
  const task = { title: "Rà soát", department: "PHONG_KT", field: "TBKL", dueOn: "2026-12-10" };
  return {
    directive: newDirectiveSchema.parse(directive),
    files: [],
    tasks: (given.tasks ?? []).map((own) => newTaskSchema.parse({ ...task, ...own })),
  };
}

/** How many rows there are of what a registration writes. */
async function counts() {
  return {
    directives: await database().directive.count(),
    tasks: await database().task.count(),
    messages: await database().outboxMessage.count(),
    notifications: await database().notification.count(),
    open: (await database().taskTally.aggregate({ where: { grain: "DAY" }, _sum: { open: true } }))
      ._sum.open,
  };
}

it("registers a directive with its tasks, their level being its own", async () => {
  const before = await counts();
  const { id, tasks } = await registerDirective(
    office,
    registration({ tasks: [{}, { department: "BAN_QLDA" }, { dueOn: null }] }),
  );
  expect(tasks.map(({ code }) => code)).toEqual(["NV-2026-0001", "NV-2026-0002", "NV-2026-0003"]);
  const stored = await database().directive.findUniqueOrThrow({
    where: { id },
    include: { tasks: { include: { events: true }, orderBy: { id: "asc" } } },
  });
  expect(stored).toMatchObject({
    level: "CITY",
    urgency: "NORMAL",
    createdById: office.id,
    receivedOn: new Date("2026-11-20"),
  });
  expect(stored.tasks.map(({ level }) => level)).toEqual(["CITY", "CITY", "CITY"]);
  expect(stored.tasks[0]?.events).toMatchObject([{ kind: "ASSIGNED", actorId: office.id }]);
  const after = await counts();
  expect(after.open).toBe((before.open ?? 0) + 3);
  expect(after.messages).toBe(before.messages + 4);
  expect(after.notifications).toBe(before.notifications + 2);
});

it("names what is wrong with every task, and writes nothing", async () => {
  const before = await counts();
  const wrong = registration({
    tasks: [{}, { department: "NOWHERE" }, { assignedOn: "2026-11-21" }, { sector: "NONE" }],
  });
  const refused = await registerDirective(office, wrong).catch((error) => error);
  expect(refused).toBeInstanceOf(InvalidInputError);
  expect(refused.issues.map(({ path }: { path: string }) => path)).toEqual([
    "tasks.1.department",
    "tasks.2.assignedOn",
    "tasks.3.sector",
  ]);
  expect(await counts()).toEqual(before);
});

it.each([
  [{ issuingBody: "NOBODY" }, "issuingBody"],
  [{ sector: "NONE" }, "sector"],
  [{ issuedOn: "2026-11-21" }, "issuedOn"],
  [{ receivedOn: "2026-11-21" }, "receivedOn"],
  [{ receivedOn: "2026-11-15" }, "receivedOn"],
])("refuses a directive with %o", async (directive, path) => {
  await expect(registerDirective(office, registration({ directive }))).rejects.toMatchObject({
    issues: [{ path }],
  });
});

it("names the directive that is there already, whatever the case and spaces", async () => {
  const first = await registerDirective(office, registration({ directive: { number: "7/TB-UB" } }));
  const again = registration({ directive: { number: " 7 / tb-ub ", issuedOn: "2026-01-02" } });
  expect(await findSame(office, again.directive)).toMatchObject({ id: first.id });
  const refused = await registerDirective(office, again).catch((error) => error);
  expect(refused).toBeInstanceOf(ConflictError);
  expect(refused.explanation.values).toMatchObject({ id: `${first.id}`, number: "7/TB-UB" });

  const others = [{ issuedOn: "2025-12-31" }, { issuingBody: "UBND_XA" }];
  for (const directive of others) {
    const other = registration({ directive: { number: "7/TB-UB", ...directive } });
    expect(await findSame(office, other.directive)).toBeNull();
    await registerDirective(office, other);
  }
});

it("tells of directives only those who see all of them", async () => {
  const { directive } = registration({ directive: { number: "7/TB-UB" } });
  expect(await findSame(viewerOf("DEPARTMENT_HEAD", 1), directive)).toBeNull();
  expect(await findSame(viewerOf("CHAIRMAN"), directive)).not.toBeNull();
});

it("registers once of twenty at the same time, and all others are told of it", async () => {
  const same = registration({ tasks: [{}] });
  const before = await counts();
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, () => registerDirective(office, same)),
  );
  const refused = results.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  expect(refused).toHaveLength(19);
  for (const error of refused) expect(error).toBeInstanceOf(ConflictError);
  expect((await counts()).tasks).toBe(before.tasks + 1);
});

it("does a request once that arrives twice", async () => {
  const requestKey = "registering-once";
  const same = registration({ tasks: [{}] });
  const first = await registerDirective(office, same, { requestKey });
  expect(await registerDirective(office, same, { requestKey })).toEqual(first);
});

it("is for leaders and the Office, and a vice-chairman's own departments", async () => {
  const given = registration({ tasks: [{}] });
  const before = await counts();
  const actor = { ...office, role: "VICE_CHAIRMAN" as const };
  const deputies = [
    { ...office, role: "DEPARTMENT_HEAD" as const, departmentId: 1 },
    { ...office, role: "OBSERVER" as const },
    { ...actor, portfolioDepartmentIds: [3] },
  ];
  for (const stranger of deputies) {
    await expect(registerDirective(stranger, given)).rejects.toBeInstanceOf(ForbiddenError);
  }
  expect(await counts()).toEqual(before);
  await registerDirective({ ...actor, portfolioDepartmentIds: [1] }, given);
});

it("keeps a text as it was typed, without what cannot be seen", async () => {
  const { id } = await registerDirective(
    office,
    registration({ directive: { number: " 9\t/ CT ", abstract: " <b>Rà\u0000 soát</b> " } }),
  );
  expect(await database().directive.findUniqueOrThrow({ where: { id } })).toMatchObject({
    number: "9 / CT",
    abstract: "<b>Rà soát</b>",
  });
  const long = newDirectiveSchema.safeParse({
    ...registration().directive,
    abstract: "x".repeat(2001),
  });
  expect(long.error?.issues[0]).toMatchObject({
    path: ["abstract"],
    message: "work.problems.tooLong",
  });
});

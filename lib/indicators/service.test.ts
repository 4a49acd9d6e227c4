import { beforeEach, describe, expect, test } from "vitest";
import { database } from "#lib/core/db.ts";
import { ForbiddenError, InvalidInputError, NotFoundError, StaleError } from "#lib/core/errors.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { givenCatalogues } from "#lib/tasks/testing/given.ts";
import type { Actor, Role } from "#lib/users/schema.ts";
import { givenAccount } from "#lib/users/testing/accounts.ts";
import { getCompleteness, getSheet } from "./entry-queries.ts";
import { getValue } from "./list-queries.ts";
import { enterValues } from "./service.ts";
import { type RowEntry, typedSheetSchema } from "./sheet.ts";

await testDatabase();
process.env.BUSINESS_TODAY = "2026-05-06";

const MONTH = "2026-04";
const HEAD_OF = 1;
const OTHER = 3;

let made = 0;
/** Codes of a count and a share of the department, and of a count of another. */
let [count, share, foreign] = ["", "", ""];
let officerId = 0;
let headId = 0;

await givenCatalogues();

const actor = (role: Role, departmentId: number | null = HEAD_OF, id = headId): Actor => ({
  id,
  role,
  departmentId,
  portfolioDepartmentIds: [],
  displayName: role,
});
const head = () => actor("DEPARTMENT_HEAD");

async function givenIndicator(more: object): Promise<string> {
  made += 1;
  const code = `CS_${made}`;
  await database().indicator.create({
    data: {
      code,
      name: `Chỉ số ${made}`,
      nameEn: "",
      unit: "hồ sơ",
      direction: "UP",
      aggregation: "SUM",
      departmentId: HEAD_OF,
      sectorId: 21,
      position: made,
      ...more,
    },
  });
  return code;
}

beforeEach(async () => {
  const [person, officer] = await Promise.all([
    givenAccount({ role: "DEPARTMENT_HEAD", departmentId: HEAD_OF }),
    givenAccount({ role: "OFFICER", departmentId: HEAD_OF }),
  ]);
  [headId, officerId] = [person.id, officer.id];
  count = await givenIndicator({});
  share = await givenIndicator({ unit: "%", aggregation: "RATIO", delegateId: officerId });
  foreign = await givenIndicator({ departmentId: OTHER });
});

const nothing = { value: null, numerator: null, denominator: null, note: null } as const;
const reported = (value: number, more: Partial<RowEntry> = {}): RowEntry => ({
  ...nothing,
  state: "REPORTED",
  value,
  ...more,
});
const parts = (numerator: number, denominator: number): RowEntry => ({
  ...nothing,
  state: "REPORTED",
  numerator,
  denominator,
});
const NOT_REPORTED: RowEntry = { ...nothing, state: "NOT_REPORTED" };
const NOTHING_AROSE: RowEntry = { ...nothing, state: "NOTHING_AROSE" };

const enter = (rows: Record<string, RowEntry>, as: Actor = head()) =>
  enterValues(as, { month: MONTH, rows });
const stored = async (code: string) =>
  database().indicatorValue.findFirst({ where: { indicator: { code }, month: MONTH } });
const history = async (code: string) =>
  database().indicatorEvent.findMany({
    where: { indicator: { code }, month: MONTH },
    orderBy: { id: "asc" },
  });

/** What is refused, by the path of the entry. */
async function refusal(rows: Record<string, RowEntry>, as: Actor = head()) {
  const error = await enter(rows, as).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof InvalidInputError)) throw error ?? new Error("was accepted");
  return Object.fromEntries(error.issues.map(({ path, key }) => [path, key]));
}

describe("a month's values", () => {
  test("are kept with who entered them; a percentage is computed from its parts", async () => {
    expect(await enter({ [count]: reported(1408), [share]: parts(138, 142) })).toEqual([
      count,
      share,
    ]);
    expect(await stored(count)).toMatchObject({
      state: "REPORTED",
      origin: "ENTERED",
      enteredById: headId,
      version: 1,
      tokenId: null,
    });
    expect((await stored(count))?.value?.toNumber()).toBe(1408);
    expect((await stored(share))?.value?.toNumber()).toBe(97.1831);
    expect(await history(share)).toMatchObject([
      {
        actorId: headId,
        before: null,
        after: { state: "REPORTED", value: 97.1831, numerator: 138, denominator: 142 },
      },
    ]);
  });

  test("0, nothing arose and not reported stay apart, and the history tells each change", async () => {
    await enter({ [count]: reported(0) });
    await enter({ [count]: NOTHING_AROSE });
    expect(await stored(count)).toMatchObject({ state: "NOTHING_AROSE", value: null, version: 2 });
    await enter({ [count]: NOT_REPORTED });
    expect(await stored(count)).toBeNull();
    expect(await history(count)).toMatchObject([
      { before: null, after: { state: "REPORTED", value: 0 } },
      { before: { state: "REPORTED", value: 0 }, after: { state: "NOTHING_AROSE", value: null } },
      { before: { state: "NOTHING_AROSE" }, after: null },
    ]);
  });

  test("said again change nothing", async () => {
    const same = { [count]: reported(7), [share]: parts(1, 2) };
    await enter(same);
    expect(await enter(same)).toEqual([]);
    expect(await enter({ [foreign]: NOT_REPORTED }, actor("OFFICE"))).toEqual([]);
    expect(await history(count)).toHaveLength(1);
  });

  test("are all kept or none", async () => {
    expect(await refusal({ [count]: reported(5), [share]: parts(143, 142) })).toEqual({
      [`rows.${share}.numerator`]: "indicators.problems.moreThanWhole",
    });
    expect(await stored(count)).toBeNull();
    expect(await history(count)).toEqual([]);
  });

  test("that cover the year so far go on doing so", async () => {
    const { id } = await database().indicator.findUniqueOrThrow({ where: { code: count } });
    await database().indicatorValue.create({
      data: { indicatorId: id, month: "2026-03", state: "REPORTED", value: 5, cumulative: true },
    });
    await enter({ [count]: reported(9) });
    expect((await stored(count))?.cumulative).toBe(true);
  });

  test.each([
    ["2026-06", "indicators.problems.monthAhead"],
    ["2025-06", "indicators.problems.monthBefore"],
  ] as const)("of %s are refused", async (month, key) => {
    const entered = enterValues(head(), { month, rows: { [count]: reported(1) } });
    await expect(entered).rejects.toMatchObject({ issues: [{ path: "month", key }] });
  });

  test("of a closed month are kept, to be shown as an adjustment", async () => {
    await database().period.create({
      data: { month: "2026-03", fromOn: new Date("2026-03-01"), toOn: new Date("2026-03-31") },
    });
    await database().periodClosing.create({
      data: { month: "2026-03", closedById: headId, contentHash: "x" },
    });
    const rows = { [count]: reported(1) };
    expect(await enterValues(head(), { month: "2026-03", rows })).toEqual([count]);
  });
});

describe("who enters", () => {
  test("the Office all, a head the own department's, an officer what is delegated", async () => {
    await enter({ [foreign]: reported(1) }, actor("OFFICE", null));
    await enter({ [share]: parts(1, 2) }, actor("OFFICER", HEAD_OF, officerId));
    const officer = actor("OFFICER", HEAD_OF, officerId);
    for (const [rows, as] of [
      [{ [foreign]: reported(2) }, head()],
      [{ [count]: reported(1) }, officer],
      [{ [share]: parts(2, 2) }, actor("OFFICER", HEAD_OF, headId)],
      [{ [count]: reported(1) }, actor("CHAIRMAN", null)],
      [{ [count]: reported(1) }, actor("VICE_CHAIRMAN", null)],
      [{ [count]: reported(1) }, actor("OBSERVER", null)],
    ] as const) {
      await expect(enter(rows, as)).rejects.toThrow(ForbiddenError);
    }
    expect(await stored(count)).toBeNull();
  });

  test("what one may not see, or is no longer kept, is not there", async () => {
    const retired = await givenIndicator({ active: false });
    for (const [rows, as] of [
      [{ [foreign]: reported(1) }, actor("OFFICER", HEAD_OF, officerId)],
      [{ [count]: reported(1) }, actor("ADMIN", null)],
      [{ KHONG_CO: reported(1) }, actor("OFFICE", null)],
      [{ [retired]: reported(1) }, actor("OFFICE", null)],
    ] as const) {
      await expect(enter(rows, as)).rejects.toThrow(NotFoundError);
    }
  });

  test("a machine enters by its token", async () => {
    const token = await database().apiToken.create({
      data: { name: "máy", role: "OFFICE", tokenHash: "h" },
    });
    const machine = { ...actor("OFFICE", null), id: null, tokenId: token.id };
    await enter({ [count]: reported(3) }, machine);
    expect(await stored(count)).toMatchObject({ enteredById: null, tokenId: token.id });
    expect(await history(count)).toMatchObject([{ actorId: null, tokenId: token.id }]);
    expect((await getValue(machine, count, MONTH)).enteredBy).toBe("máy");
  });
});

describe("two who enter the same", () => {
  test("the second sees what stands there, and keeps it by saving again", async () => {
    await enter({ [count]: reported(5, { version: 0, note: "đã rà soát" }) });
    const late = enter({ [count]: reported(6, { version: 0 }), [share]: parts(1, 2) });
    const error = await late.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StaleError);
    expect((error as StaleError).current).toMatchObject({
      [`rows.${count}.version`]: "1",
      [`rows.${count}.value`]: "5",
      [`rows.${count}.note`]: "đã rà soát",
    });
    expect(await stored(share)).toBeNull();
    await enter({ [count]: reported(6, { version: 1 }), [share]: parts(1, 2) });
    expect((await stored(count))?.value?.toNumber()).toBe(6);
  });

  test("at the same moment: one is kept, the others told", async () => {
    await enter({ [count]: reported(4) });
    const all = await Promise.allSettled(
      [5, 6, 7, 8, 9].map((value) => enter({ [count]: reported(value, { version: 1 }) })),
    );
    const refused = all.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(refused).toHaveLength(4);
    expect(refused.every((reason) => reason instanceof StaleError)).toBe(true);
    expect(await history(count)).toHaveLength(2);
  });

  test("a version never comes back once a value was taken out", async () => {
    await enter({ [count]: reported(5) });
    await enter({ [count]: NOT_REPORTED });
    await enter({ [count]: reported(7) });
    await expect(enter({ [count]: reported(6, { version: 1 }) })).rejects.toThrow(StaleError);
  });
});

describe("what is unlike the months before", () => {
  beforeEach(async () => {
    const { id } = await database().indicator.findUniqueOrThrow({ where: { code: count } });
    const months = { "2025-12": 1408, "2026-01": 1290, "2026-02": 1511, "2026-03": 1350 };
    await database().indicatorValue.createMany({
      data: Object.entries(months).map(([month, value]) => ({
        indicatorId: id,
        month,
        state: "REPORTED" as const,
        value,
      })),
    });
  });

  test("is asked about once, and kept with its explanation", async () => {
    const asked = { [`rows.${count}.note`]: "indicators.problems.unusual" };
    expect(await refusal({ [count]: reported(14_080) })).toEqual(asked);
    await enter({ [count]: reported(14_080, { note: "Sáp nhập thôn" }) });
    expect(await stored(count)).toMatchObject({ note: "Sáp nhập thôn" });
    // The same explanation does not cover another number, but another note may be written.
    expect(await refusal({ [count]: reported(140_800, { note: "Sáp nhập thôn" }) })).toEqual(asked);
    await enter({ [count]: reported(14_080, { note: "Sáp nhập ba thôn" }) });
    expect(await refusal({ [count]: reported(14_080) })).toEqual(asked);
  });
});

describe("what is read", () => {
  test("a sheet has the own rows, with what stands and what was before", async () => {
    await enter({ [share]: parts(1, 2) });
    const [own] = (await getSheet(actor("OFFICER", HEAD_OF, officerId), HEAD_OF, MONTH)).filter(
      ({ code }) => code === share,
    );
    expect(own).toMatchObject({
      mayEnter: true,
      standing: { state: "REPORTED", value: null, numerator: 1, denominator: 2, version: 1 },
      lastMonth: { state: "NOT_REPORTED" },
      lastYear: { month: "2025-04" },
    });
    const rows = await getSheet(actor("CHAIRMAN", null), OTHER, MONTH);
    expect(rows.every(({ mayEnter }) => !mayEnter)).toBe(true);
    await expect(getSheet(head(), OTHER, MONTH)).rejects.toThrow(NotFoundError);
    await expect(getSheet(actor("ADMIN", null), OTHER, MONTH)).rejects.toThrow(NotFoundError);
  });

  test("completeness counts each state, and names what is missing", async () => {
    const before = (await getCompleteness(actor("OBSERVER", null), MONTH))[0];
    await enter({ [count]: reported(0), [share]: NOTHING_AROSE });
    const after = (await getCompleteness(actor("OFFICE", null), MONTH))[0];
    expect(after?.reported).toBe((before?.reported ?? 0) + 1);
    expect(after?.nothingArose).toBe((before?.nothingArose ?? 0) + 1);
    expect(before?.missing.map(({ code }) => code)).toEqual(expect.arrayContaining([count, share]));
    expect(after?.missing.some(({ code }) => code === count)).toBe(false);
    await expect(getCompleteness(head(), MONTH)).rejects.toThrow(ForbiddenError);
  });
});

test("the sheet reads what is typed, and says at which cell it does not", () => {
  const row = { state: "REPORTED", value: "1.408", numerator: "", denominator: "", version: 0 };
  const read = typedSheetSchema.parse({ month: MONTH, rows: JSON.stringify({ CS_1: row }) });
  expect(read.rows.CS_1).toEqual({ ...reported(1408), version: 0 });
  const wrong = typedSheetSchema.safeParse({
    month: MONTH,
    rows: JSON.stringify({ CS_1: { ...row, value: "15.78" } }),
  });
  expect(wrong.error?.issues).toMatchObject([
    { path: ["rows", "CS_1", "value"], message: "indicators.problems.number.dotAsDecimal" },
  ]);
  expect(typedSheetSchema.safeParse({ month: MONTH, rows: "{}" }).success).toBe(false);
  expect(typedSheetSchema.safeParse({ month: "2026-13", rows: "[" }).success).toBe(false);
});

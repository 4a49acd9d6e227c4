import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CivilDate } from "#lib/core/dates.ts";
import type { TaskEvent } from "#lib/tasks/schema.ts";
import { assigneeAt, cardOf, excusedDeadlines, RESULT_POINTS, worthOf } from "./rules.ts";
import type { Product, Score } from "./schema.ts";
import { neighbours, readSpan, spansByYear } from "./spans.ts";

const DAYS: readonly CivilDate[] = ["2028-02-01", "2028-02-10", "2028-02-29", "2028-03-15"];

const productArbitrary: fc.Arbitrary<Product> = fc
  .record({
    id: fc.nat(9999),
    completed: fc.boolean(),
    returns: fc.nat(7),
    missed: fc.subarray([...DAYS]),
    excused: fc.subarray([...DAYS]),
  })
  .map(({ id, completed, returns, missed, excused }) => ({
    ...{ id, returns, missed, excused, code: `NV-${id}`, title: "", department: "P" },
    ...{ assigneeId: null, visible: true, status: completed ? "COMPLETED" : "IN_PROGRESS" },
    ...{ dueOn: "2028-02-10", completedOn: completed ? "2028-02-20" : null },
  }));
const someProducts = fc.array(productArbitrary, { minLength: 1, maxLength: 30 });

function scoreOf(products: readonly Product[]): Score {
  const { score } = cardOf(products);
  if (score === null) throw new Error("There is something assigned.");
  return score;
}

describe("for any products", () => {
  test("a, b and c are in [0, 1], b and c not above a, and the result in [0, 70]", () => {
    fc.assert(
      fc.property(someProducts, (products) => {
        const { a, b, c, result } = scoreOf(products);
        for (const part of [a, b, c]) expect(part >= 0 && part <= 1).toBe(true);
        expect(Math.max(b, c)).toBeLessThanOrEqual(a + 1e-12);
        expect(result).toBeGreaterThanOrEqual(0);
        expect(result).toBeLessThanOrEqual(RESULT_POINTS + 1e-9);
        expect(result).toBeCloseTo((70 * (a + b + c)) / 3, 9);
      }),
    );
  });

  test("the lines add up to the card, and what was lost to what is missing from 70", () => {
    fc.assert(
      fc.property(someProducts, (products) => {
        const { assigned, completed, score, lines } = cardOf(products);
        const sum = (of: "quantity" | "quality" | "timeliness" | "points" | "lost") =>
          lines.reduce((total, line) => total + line[of], 0);
        expect(lines).toHaveLength(assigned);
        expect(sum("quantity")).toBe(completed);
        expect(sum("quality") / assigned).toBeCloseTo(score?.b ?? -1, 9);
        expect(sum("timeliness") / assigned).toBeCloseTo(score?.c ?? -1, 9);
        expect(sum("points")).toBeCloseTo(score?.result ?? -1, 9);
        expect(sum("points") + sum("lost")).toBeCloseTo(RESULT_POINTS, 9);
      }),
    );
  });

  test("neither a return nor a missed deadline more ever raises the score", () => {
    fc.assert(
      fc.property(someProducts, fc.nat(29), (products, at) => {
        const before = scoreOf(products).result;
        const worse = (change: (product: Product) => Partial<Product>) =>
          products.map((product, index) =>
            index === at % products.length ? { ...product, ...change(product) } : product,
          );
        const returned = worse(({ returns }) => ({ returns: returns + 1 }));
        const late = worse(({ missed }) => ({ missed: [...missed, "2029-01-01"] }));
        expect(scoreOf(returned).result).toBeLessThanOrEqual(before);
        expect(scoreOf(late).result).toBeLessThanOrEqual(before);
      }),
    );
  });

  test("completing one more never lowers it", () => {
    fc.assert(
      fc.property(someProducts, fc.nat(29), (products, at) => {
        const done = products.map((product, index) =>
          index === at % products.length ? { ...product, completedOn: DAYS[2] ?? null } : product,
        );
        expect(scoreOf(done).result).toBeGreaterThanOrEqual(scoreOf(products).result - 1e-9);
      }),
    );
  });
});

test("nothing assigned is no score, neither 0 nor 70", () => {
  expect(cardOf([])).toEqual({ assigned: 0, completed: 0, score: null, lines: [] });
});

const product = (given: Partial<Product>): Product => ({
  ...{ id: 1, code: "NV-1", title: "", department: "P", assigneeId: null, visible: true },
  ...{ status: "COMPLETED", dueOn: "2028-02-10", completedOn: "2028-02-09" },
  ...{ returns: 0, missed: [], excused: [] },
  ...given,
});

test("each return and each missed deadline costs a quarter, and never more than there is", () => {
  const missed = DAYS.slice(0, 2);
  expect(worthOf(product({}))).toEqual({ quantity: 1, quality: 1, timeliness: 1 });
  expect(worthOf(product({ returns: 1, missed: [...missed] }))).toEqual({
    ...{ quantity: 1, quality: 0.75, timeliness: 0.5 },
  });
  expect(worthOf(product({ returns: 6 })).quality).toBe(0);
  expect(worthOf(product({ completedOn: null }))).toEqual({
    ...{ quantity: 0, quality: 0, timeliness: 0 },
  });
});

test("one of five completed without fault is 14 of 70, as all is divided by what was assigned", () => {
  const open = product({ completedOn: null, status: "IN_PROGRESS" });
  expect(scoreOf([product({}), open, open, open, open])).toEqual({
    ...{ a: 0.2, b: 0.2, c: 0.2 },
    result: expect.closeTo(14, 9),
  });
});

const assigned: TaskEvent = {
  ...{ kind: "ASSIGNED", on: "2028-01-03", dueOn: "2028-02-10", departmentId: 1, fieldId: 11 },
};
const handed = (on: CivilDate, assigneeId: number | null): TaskEvent => ({
  ...{ kind: "HANDED_OVER", on, assigneeId },
});
const moved = (on: CivilDate, departmentId: number): TaskEvent => ({
  ...{ kind: "TRANSFERRED", on, departmentId, fieldId: 12 },
});

describe("who had a task in hand", () => {
  const history = [assigned, handed("2028-01-05", 7), handed("2028-02-01", 8)];

  test("is as of the day", () => {
    expect(assigneeAt(history, "2028-01-04")).toBeNull();
    expect(assigneeAt(history, "2028-01-31")).toBe(7);
    expect(assigneeAt(history, "2028-02-01")).toBe(8);
    expect(assigneeAt([...history, handed("2028-02-05", null)], "2028-03-01")).toBeNull();
  });

  test("is nobody any more once it has gone to another department, and the same in another field", () => {
    expect(assigneeAt([...history, moved("2028-02-20", 2)], "2028-03-01")).toBeNull();
    expect(assigneeAt([...history, moved("2028-02-20", 1)], "2028-03-01")).toBe(8);
    const refused: TaskEvent = { kind: "REFUSED", on: "2028-02-20", departmentId: 3 };
    expect(assigneeAt([...history, refused], "2028-03-01")).toBeNull();
    const given = [...history, moved("2028-02-20", 2), handed("2028-02-21", 9)];
    expect(assigneeAt(given, "2028-03-01")).toBe(9);
  });
});

describe("a missed deadline is excused", () => {
  const extended = (requestedOn: CivilDate): TaskEvent => ({
    ...{ kind: "EXTENSION_APPROVED", on: "2028-02-15", requestedOn, dueOn: "2028-03-15" },
  });
  const grant = { on: "2028-02-15", dueOn: "2028-03-15" } as const;

  test("when it was extended too late for objective causes", () => {
    expect([...excusedDeadlines([assigned, extended("2028-02-12")], [grant])]).toEqual([
      "2028-02-10",
    ]);
    expect(excusedDeadlines([assigned, extended("2028-02-12")], []).size).toBe(0);
  });

  test("as it stood when it was extended", () => {
    const corrected: TaskEvent = {
      ...{ kind: "DEADLINE_CORRECTED", on: "2028-01-20", dueOn: "2028-02-05" },
    };
    expect([...excusedDeadlines([assigned, corrected, extended("2028-02-12")], [grant])]).toEqual([
      "2028-02-05",
    ]);
  });

  test("and needs no excuse when the extension was asked for in time", () => {
    expect(excusedDeadlines([assigned, extended("2028-02-10")], [grant]).size).toBe(0);
  });
});

describe("spans", () => {
  const settings = { periodFirstDay: 1, firstPeriod: "2027-08" } as const;
  const today = "2028-11-20";
  const read = (key?: string) => readSpan(key, settings, today);

  test.each([
    ["2028-10", "month", "2028-10-01", "2028-10-31", "2028-10-31"],
    ["2028-Q1", "quarter", "2028-01-01", "2028-03-31", "2028-03-31"],
    ["2028-Q4", "quarter", "2028-10-01", "2028-12-31", today],
    ["2028", "year", "2028-01-01", "2028-12-31", today],
    [undefined, "month", "2028-11-01", "2028-11-30", today],
  ] as const)("%s", (key, kind, from, to, asOf) => {
    expect(read(key)).toMatchObject({ ok: true, span: { kind, from, to, asOf } });
  });

  test.each([
    ["2028-Q5", "NOT_A_SPAN"],
    ["2028-13", "NOT_A_SPAN"],
    ["0001", "NOT_A_SPAN"],
    ["", "NOT_A_SPAN"],
    ["2028-12", "IN_FUTURE"],
    ["2029", "IN_FUTURE"],
    ["2027-07", "BEFORE_FIRST"],
    ["2027-Q2", "BEFORE_FIRST"],
  ])("“%s” is %s", (key, problem) => {
    expect(read(key)).toEqual({ ok: false, problem });
  });

  test("follow the reporting months where those begin in the month before", () => {
    expect(readSpan("2028-Q1", { ...settings, periodFirstDay: 15 }, today)).toMatchObject({
      span: { from: "2027-12-15", to: "2028-03-14" },
    });
  });

  test("have neighbours of their kind as far as the register goes", () => {
    const around = (key: string) => {
      const span = read(key);
      if (!span.ok) throw new Error(span.problem);
      return neighbours(span.span, settings, today);
    };
    expect(around("2028-01")).toEqual({ previous: "2027-12", next: "2028-02" });
    expect(around("2028-Q1")).toEqual({ previous: "2027-Q4", next: "2028-Q2" });
    expect(around("2028-Q4")).toEqual({ previous: "2028-Q3", next: null });
    expect(around("2027")).toEqual({ previous: null, next: "2028" });
  });

  test("are offered by year", () => {
    const [thisYear, firstYear] = spansByYear(settings, today);
    expect(thisYear).toMatchObject({
      year: "2028",
      quarters: { length: 4 },
      months: { length: 11 },
    });
    expect(firstYear).toMatchObject({
      ...{ year: "2027", quarters: ["2027-Q3", "2027-Q4"] },
      months: ["2027-08", "2027-09", "2027-10", "2027-11", "2027-12"],
    });
  });
});

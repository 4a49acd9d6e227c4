import { describe, expect, test } from "vitest";
import { catalogueOf, headlineConflict, innerChecks } from "./rules.ts";
import { figureCode, readReported, reportedChangeSchema } from "./schema.ts";

const catalogue = { fields: ["A", "B"], departments: ["P", "Q"] };
const reported = (figures: Record<string, number>) => new Map(Object.entries(figures));
const wrong = (figures: Record<string, number>) =>
  innerChecks(catalogue, reported(figures)).filter(({ agrees }) => !agrees);

const APRIL = {
  "overdue.late": 195,
  "overdue.carriedOver": 96,
  "overdue.newlyOverdue": 99,
  "overdue.field.A.late": 123,
  "overdue.field.A.carriedOver": 49,
  "overdue.field.A.newlyOverdue": 74,
  "overdue.field.B.late": 72,
  "overdue.field.B.carriedOver": 44,
  "overdue.field.B.newlyOverdue": 28,
};

test("every figure has a name of its own", () => {
  const codes = catalogueOf(catalogue).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toHaveLength(5 * (1 + 2 + 2) + 3);
  expect(codes).toContain(figureCode({ kind: "department", code: "Q" }, "outstanding"));
});

describe("what the report adds up to", () => {
  test("headline and lines that add up, and not to one another, are told in one sentence", () => {
    expect(wrong(APRIL)).toMatchObject([
      { kind: "fieldColumn", measure: "carriedOver", expected: 93, stated: 96 },
      { kind: "fieldColumn", measure: "newlyOverdue", expected: 102, stated: 99 },
    ]);
    expect(headlineConflict(innerChecks(catalogue, reported(APRIL)))).toEqual({
      late: 195,
      carriedOver: 96,
      newlyOverdue: 99,
      carriedOverByField: 93,
      newlyOverdueByField: 102,
    });
  });

  test("a report whose headline itself is wrong is told so instead", () => {
    const figures = { ...APRIL, "overdue.carriedOver": 95 };
    expect(wrong(figures)).toContainEqual(
      expect.objectContaining({ kind: "split", expected: 194, stated: 195 }),
    );
    expect(headlineConflict(innerChecks(catalogue, reported(figures)))).toBeNull();
  });

  test("a line's own split, departments, what is left and the rate are added up too", () => {
    expect(wrong({ ...APRIL, "overdue.field.B.carriedOver": 45 })).toContainEqual(
      expect.objectContaining({ kind: "fieldSplit", of: "B", expected: 73, stated: 72 }),
    );
    expect(
      wrong({ "overdue.late": 10, "overdue.department.P.late": 4, "overdue.department.Q.late": 5 }),
    ).toMatchObject([{ kind: "departmentColumn", expected: 9, stated: 10 }]);
    expect(
      wrong({ "overdue.late": 10, "overdue.resolved": 4, "overdue.outstanding": 5 }),
    ).toMatchObject([{ kind: "conservation", parts: [10, -4], expected: 6, stated: 5 }]);
    const city = { "completion.city.assigned": 142, "completion.city.completed": 138 };
    expect(wrong({ ...city, "completion.city.rate": 97.1 })).toMatchObject([
      { kind: "rate", expected: 97.2, stated: 97.1 },
    ]);
    expect(wrong({ ...city, "completion.city.rate": 97.18 })).toEqual([]);
  });

  test("what was not reported is not added up", () => {
    expect(innerChecks(catalogue, reported({}))).toEqual([]);
    expect(innerChecks(catalogue, reported({ "overdue.late": 5 }))).toEqual([]);
    expect(
      wrong({
        "completion.city.assigned": 0,
        "completion.city.completed": 0,
        "completion.city.rate": 100,
      }),
    ).toEqual([]);
  });
});

test.each([
  ["1.905", 1905],
  ["1905", 1905],
  ["97,1", 97.1],
  ["97.1", 97.1],
  [" 97,1 % ", 97.1],
  ["02", 2],
  ["0", 0],
])("%s is read as %d", (typed, value) => {
  expect(readReported(typed)).toBe(value);
});

test.each(["", "-5", "năm", "1.2.3", "1e5", "∞", "1,23456", "12 345"])(
  "%s is no figure",
  (typed) => {
    expect(readReported(typed)).toBeNull();
  },
);

test("a form says which figures were changed, and which are none", () => {
  const form = {
    month: "2026-04",
    source: " Báo cáo ",
    "figure.overdue.late": "195",
    "seen.overdue.late": "194",
    "figure.overdue.carriedOver": "96",
    "seen.overdue.carriedOver": "96",
    "figure.overdue.newlyOverdue": "",
    "seen.overdue.newlyOverdue": "99",
  };
  expect(reportedChangeSchema.parse(form)).toEqual({
    month: "2026-04",
    source: "Báo cáo",
    changes: [
      { code: "overdue.late", value: 195, seen: 194 },
      { code: "overdue.newlyOverdue", value: null, seen: 99 },
    ],
  });
  const failed = reportedChangeSchema.safeParse({ ...form, "figure.overdue.late": "nhiều" });
  expect(failed.error?.issues).toMatchObject([{ path: ["figure.overdue.late"] }]);
  expect(reportedChangeSchema.safeParse({ month: "2026-13" }).success).toBe(false);
});

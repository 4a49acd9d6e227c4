import { describe, expect, test } from "vitest";
import type { IndicatorValue } from "#lib/indicators/schema.ts";
import type { StandingValue } from "#lib/indicators/sheet.ts";
import { cellsOf, paste } from "./paste.ts";
import {
  cellProblems,
  isChanged,
  percentageOf,
  type ShownRow,
  sentOf,
  settled,
  typedOf,
  withState,
  withTyped,
} from "./typed-rows.ts";

const NEVER: StandingValue = {
  state: "NOT_REPORTED",
  value: null,
  numerator: null,
  denominator: null,
  cumulative: false,
  note: null,
  version: 0,
  origin: null,
  enteredBy: null,
  enteredAt: null,
};
const MONTH: IndicatorValue = {
  month: "2026-03",
  state: "NOT_REPORTED",
  value: null,
  numerator: null,
  denominator: null,
  cumulative: false,
  demonstration: false,
};

function row(code: string, more: Partial<ShownRow> = {}): ShownRow {
  return {
    code,
    name: code,
    nameEn: code,
    unit: "hồ sơ",
    direction: "UP",
    aggregation: "SUM",
    sectorCode: "DAT_DAI",
    sector: "Đất đai",
    delegate: null,
    mayEnter: true,
    standing: NEVER,
    lastMonth: MONTH,
    lastYear: MONTH,
    usual: { figure: { median: 100, low: 50, high: 150 }, denominator: null, whole: true },
    ...more,
  };
}
const share = (more: Partial<ShownRow> = {}) =>
  row("TY_LE", {
    unit: "%",
    aggregation: "RATIO",
    usual: { figure: null, denominator: null, whole: false },
    ...more,
  });
const typing = (given: ShownRow, number: string, denominator = "", note = "") =>
  withTyped(
    withTyped(withTyped(typedOf(given), "number", number), "denominator", denominator),
    "note",
    note,
  );

describe("a row that is typed into", () => {
  test("is reported by its number, and by nothing else", () => {
    const given = row("A");
    expect(typing(given, "12").state).toBe("REPORTED");
    expect(typing(given, "0").state).toBe("REPORTED");
    expect(withTyped(typing(given, "12"), "number", "").state).toBe("NOT_REPORTED");
    for (const sign of ["-", "–", "x", " KPS "]) {
      expect(settled(typing(given, sign))).toMatchObject({ state: "NOTHING_AROSE", number: "" });
    }
    expect(withState(typing(given, "12"), "NOTHING_AROSE").number).toBe("");
    const arose = withState(typedOf(given), "NOTHING_AROSE");
    expect(withTyped(arose, "note", "nghỉ hè").state).toBe("NOTHING_AROSE");
  });

  test("has changed only if it says something else", () => {
    const standing = { ...NEVER, state: "REPORTED", value: 1408, version: 3 } as const;
    const given = row("A", { standing });
    expect(typedOf(given)).toMatchObject({ number: "1.408", version: 3 });
    expect(isChanged(given, typedOf(given))).toBe(false);
    expect(isChanged(given, typing(given, "1.409"))).toBe(true);
    expect(isChanged(given, withState(typedOf(given), "NOT_REPORTED"))).toBe(true);
  });

  test("is sent as a value, or as the parts of a percentage", () => {
    expect(sentOf(row("A"), typing(row("A"), "12"))).toMatchObject({ value: "12", numerator: "" });
    expect(sentOf(share(), typing(share(), "138", "142"))).toMatchObject({
      value: "",
      numerator: "138",
      denominator: "142",
    });
    expect(percentageOf(share(), typing(share(), "1", "2"))).toBe(50);
    expect(percentageOf(share(), typing(share(), "1", "hai"))).toBeNull();
    const old = share({ standing: { ...NEVER, state: "REPORTED", value: 100, version: 1 } });
    expect(percentageOf(old, typedOf(old))).toBe(100);
  });

  test("says at the cell what is wrong", () => {
    const keys = (given: ShownRow, ...texts: [string, string?, string?]) =>
      Object.entries(cellProblems(given, typing(given, ...texts))).map(
        ([column, problem]) => `${column} ${problem.key}`,
      );
    expect(keys(row("A"), "100")).toEqual([]);
    expect(keys(row("A"), "15.78")).toEqual(["number number.dotAsDecimal"]);
    expect(keys(row("A"), "-5")).toEqual(["number negative"]);
    expect(keys(share(), "138")).toEqual(["denominator denominatorMissing"]);
    expect(keys(share(), "143", "142")).toEqual(["number moreThanWhole"]);
    expect(keys(row("A"), "1000")).toEqual(["note unusual"]);
    expect(keys(row("A"), "1000", "", "sáp nhập")).toEqual([]);
    expect(keys(row("A"), "-")).toEqual([]);
  });
});

describe("what is pasted", () => {
  test("is a column of a spreadsheet, or one cell that is typed as ever", () => {
    expect(cellsOf("12")).toBeNull();
    expect(cellsOf("12\r\n13\r\n")).toEqual([["12"], ["13"]]);
    expect(cellsOf("12\t\t a ")).toEqual([["12", "", "a"]]);
  });

  test("fills downwards, leaves what is empty, and counts what has no place", () => {
    const rows = [row("A"), row("B"), share(), row("C", { mayEnter: false })];
    const cells = cellsOf("5\n\n1\t2\tlũy kế\n9\n8") ?? [];
    const { changes, filled, left } = paste(rows, typedOf, { row: 0, column: "number" }, cells);
    expect(Object.keys(changes)).toEqual(["A", "TY_LE"]);
    expect(changes.TY_LE).toMatchObject({ number: "1", denominator: "2", note: "lũy kế" });
    expect([filled, left]).toEqual([4, 2]);
    const beside = paste(rows, typedOf, { row: 0, column: "number" }, [["5", "6"]]);
    expect([beside.changes.A?.number, beside.left]).toEqual(["5", 1]);
    const nothing = paste(rows, typedOf, { row: 1, column: "number" }, [["-"], ["0", "4"]]);
    expect(nothing.changes.B?.state).toBe("NOTHING_AROSE");
    expect(nothing.changes.TY_LE?.state).toBe("REPORTED");
  });
});

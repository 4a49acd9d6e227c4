import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CompletionFigures, OverdueFigures } from "#lib/figures/schema.ts";
import type { Indicator, IndicatorValue } from "#lib/indicators/schema.ts";
import {
  fieldCodes,
  fieldValues,
  fillFields,
  NOT_REPORTED,
  piecesOf,
  unknownFields,
  withExplicitFields,
} from "./fields.ts";

const overdue = (late: number): OverdueFigures => ({
  late,
  carriedOver: 93,
  newlyOverdue: 102,
  transferredIn: 0,
  transferredOut: 0,
  resolved: { total: 28, completed: 28, extended: 0, cancelled: 0, paused: 0 },
  outstanding: 167,
});
const completion = (assigned: number, completed: number): CompletionFigures => ({
  assigned,
  completed,
  onTime: completed,
  late: 0,
  noDeadline: 0,
  onTimeByOriginalDeadline: completed,
  open: assigned - completed,
  overdue: 0,
  dueSoon: 4,
  awaitingConfirmation: 2,
  completionRate: assigned === 0 ? null : completed / assigned,
  onTimeRate: null,
  onTimeRateOriginalDeadline: null,
  settledRate: null,
});
const SUMMARY = {
  overdue: {
    total: overdue(1195),
    byField: [],
    byDepartment: [{ code: "PHONG_KT", ...overdue(141) }],
    matrix: [],
  },
  completion: {
    total: completion(1400, 1000),
    byLevel: [{ code: "CITY" as const, ...completion(142, 138) }],
    byDepartment: [{ code: "PHONG_KT", ...completion(0, 0) }],
  },
};

function indicator(code: string, unit: string, month: Partial<IndicatorValue>): Indicator {
  const value: IndicatorValue = {
    month: "2026-04",
    state: "REPORTED",
    value: null,
    numerator: null,
    denominator: null,
    cumulative: false,
    demonstration: false,
    ...month,
  };
  return {
    code,
    unit,
    name: code,
    nameEn: code,
    direction: "NONE",
    aggregation: "SUM",
    departmentCode: "PHONG_KT",
    sectorCode: "DAT_DAI",
    months: [{ ...value, state: "REPORTED", value: 1 }, value],
    yearBefore: [],
    yearToDate: [],
    targets: [],
  };
}

const INDICATORS = [
  indicator("HO_SO", "hồ sơ", { value: 1408.5 }),
  indicator("TY_LE", "%", { value: 97.1830985915493 }),
  indicator("CHUA", "hồ sơ", { state: "NOT_REPORTED" }),
  indicator("KHONG", "hồ sơ", { state: "NOTHING_AROSE" }),
];
const DEPARTMENTS = ["PHONG_KT", "BAN_QLDA"];
const VALUES = fieldValues(SUMMARY, INDICATORS, DEPARTMENTS);
const CODES = fieldCodes(
  DEPARTMENTS,
  INDICATORS.map(({ code }) => code),
);
const filled = (text: string, department: string | null = "PHONG_KT") =>
  fillFields(text, VALUES, department);

describe("figures in a text", () => {
  test.each([
    ["{{XA.CHAM_MUON}} = {{XA.CHUYEN_KY}} + {{XA.PHAT_SINH}}", "1.195 = 93 + 102"],
    ["{{XA.TP_HOAN_THANH}}/{{XA.TP_GIAO}}, đạt {{XA.TP_TY_LE}}", "138/142, đạt 97,2\u00a0%"],
    ["{{DON_VI.CHAM_MUON}} và {{PHONG_KT.CHAM_MUON}}", "141 và 141"],
    ["{{BAN_QLDA.CHAM_MUON}}; {{DON_VI.TY_LE_HOAN_THANH}}", "0; —"],
    ["{{CT.HO_SO}} hồ sơ, {{ CT.TY_LE }}", "1.408,5 hồ sơ, 97,2\u00a0%"],
    ["{{CT.CHUA}}, {{CT.KHONG}}, {{CT.DA_BO}}", "chưa báo cáo, không phát sinh, chưa báo cáo"],
  ])("%s", (text, expected) => {
    expect(filled(text)).toBe(expected);
  });

  test.each(["{XA.CHAM_MUON}", "{{XA.CHAM_MUON}", "{{}}", "{{ghi chú sau}}", "}} {{", "{{a-b}}"])(
    "%s is text",
    (text) => {
      expect(filled(text)).toBe(text);
      expect(unknownFields(text, CODES, "PHONG_KT")).toEqual([]);
    },
  );

  test("every code that is accepted has a value, and every value a code", () => {
    expect(new Set(VALUES.keys())).toEqual(CODES);
  });
});

describe("a field that does not exist", () => {
  test("is found at its place, with the nearest that does", () => {
    const text =
      "Có {{XA.CHAM_MUON}}.\nĐơn vị: {{DON_VI.CHAM_MOUN}}, {{ct.ho_so}} và {{CHAM_MUON}}";
    expect(unknownFields(text, CODES, "PHONG_KT")).toEqual([
      { code: "DON_VI.CHAM_MOUN", line: 2, column: 9, nearest: "DON_VI.CHAM_MUON" },
      { code: "ct.ho_so", line: 2, column: 31, nearest: "CT.HO_SO" },
      { code: "CHAM_MUON", line: 2, column: 47, nearest: "XA.CHAM_MUON" },
    ]);
  });

  test("is the own department's in a text that belongs to none", () => {
    const [unknown] = unknownFields("{{DON_VI.CHAM_MUON}}", CODES, null);
    expect(unknown?.nearest).toMatch(/\.CHAM_MUON$/);
  });
});

describe("for any text", () => {
  const field = fc.constantFrom(...CODES, "DON_VI.CHAM_MUON", "DON_VI.HOAN_THANH");
  const pieces = fc.array(
    fc.oneof(
      field.map((code) => `{{${code}}}`),
      fc.string({ unit: "binary" }),
      fc.constantFrom("{{", "}}", "{", "}", "\n", "$&", "$1"),
    ),
  );

  test("what is no field stays letter by letter, and each field becomes its value", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), field)), fc.string(), (parts, rest) => {
        const plain = (text: string) => text.replaceAll(/[{}]/g, "");
        const given = parts.map(([text, code]) => `${plain(text)}{{${code}}}`).join("");
        const expected = parts
          .map(([text, code]) => plain(text) + VALUES.get(code.replace(/^DON_VI/, "PHONG_KT")))
          .join("");
        expect(filled(given + plain(rest))).toBe(expected + plain(rest));
      }),
    );
  });

  test("a department's text says the same once its fields are explicit, whoever's it is", () => {
    fc.assert(
      fc.property(pieces, (texts) => {
        const text = texts.join("");
        const explicit = withExplicitFields(text, "PHONG_KT");
        expect(filled(explicit, null)).toBe(filled(text));
        expect(unknownFields(explicit, CODES, null)).toHaveLength(
          unknownFields(text, CODES, "PHONG_KT").length,
        );
      }),
    );
  });

  test("the pieces are the text, and their fields what is put in", () => {
    fc.assert(
      fc.property(pieces, (texts) => {
        const text = texts.join("");
        const parts = piecesOf(text, "PHONG_KT");
        expect(parts.map((part) => part.text).join("")).toBe(text);
        const shown = parts.map((part) =>
          "code" in part ? (VALUES.get(part.code) ?? NOT_REPORTED) : part.text,
        );
        expect(shown.join("")).toBe(filled(text));
      }),
    );
  });

  test("a text without unknown fields never lacks a figure that was reported", () => {
    const reported = new Map([...VALUES].filter(([, value]) => value !== NOT_REPORTED));
    fc.assert(
      fc.property(pieces, (texts) => {
        const text = texts.join("");
        if (unknownFields(text, new Set(reported.keys()), "PHONG_KT").length > 0) return;
        expect(fillFields(text, reported, "PHONG_KT").includes(NOT_REPORTED)).toBe(
          text.includes(NOT_REPORTED),
        );
      }),
    );
  });
});

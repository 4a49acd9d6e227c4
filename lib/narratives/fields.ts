import { formatNumber, formatRate } from "#lib/core/i18n/format.ts";
import type { CompletionFigures, OverdueFigures, Summary } from "#lib/figures/schema.ts";
import type { Indicator } from "#lib/indicators/schema.ts";

/*
 * Figures inside a text: `{{XA.CHAM_MUON}}` is the commune's, `{{DON_VI.CHAM_MUON}}` that of the
 * department that writes, `{{PHONG_KT.CHAM_MUON}}` that of a department by its code,
 * `{{CT.VB_BAN_HANH}}` an indicator's. They follow the data until the month is closed.
 */

/** What stands where nothing was reported, and where nothing arose: the report is in Vietnamese. */
export const NOT_REPORTED = "chưa báo cáo";
export const NOTHING_AROSE = "không phát sinh";

export const COMMUNE = "XA";
export const OWN_DEPARTMENT = "DON_VI";
export const INDICATOR = "CT";

const count = (value: number) => formatNumber(value, "vi");
const rate = (value: number | null) => formatRate(value, "vi");

type Figures = { overdue: OverdueFigures | undefined; completion: CompletionFigures | undefined };

/** Figures that the commune and each department have (domain rules "Overdue is an interval", "Rates"). */
const FIGURES = {
  CHAM_MUON: ({ overdue }: Figures) => count(overdue?.late ?? 0),
  CHUYEN_KY: ({ overdue }: Figures) => count(overdue?.carriedOver ?? 0),
  PHAT_SINH: ({ overdue }: Figures) => count(overdue?.newlyOverdue ?? 0),
  DA_XU_LY: ({ overdue }: Figures) => count(overdue?.resolved.total ?? 0),
  CON_QUA_HAN: ({ overdue }: Figures) => count(overdue?.outstanding ?? 0),
  DUOC_GIAO: ({ completion }: Figures) => count(completion?.assigned ?? 0),
  HOAN_THANH: ({ completion }: Figures) => count(completion?.completed ?? 0),
  TY_LE_HOAN_THANH: ({ completion }: Figures) => rate(completion?.completionRate ?? null),
  TY_LE_DUNG_HAN: ({ completion }: Figures) => rate(completion?.onTimeRate ?? null),
  SAP_DEN_HAN: ({ completion }: Figures) => count(completion?.dueSoon ?? 0),
  CHO_XAC_NHAN: ({ completion }: Figures) => count(completion?.awaitingConfirmation ?? 0),
};
export type FieldFigure = keyof typeof FIGURES;
export const FIELD_FIGURES = Object.keys(FIGURES) as FieldFigure[];

/** Tasks that the city assigned, which the report speaks of first. */
const CITY_FIGURES = {
  TP_GIAO: (city: CompletionFigures | undefined) => count(city?.assigned ?? 0),
  TP_HOAN_THANH: (city: CompletionFigures | undefined) => count(city?.completed ?? 0),
  TP_TY_LE: (city: CompletionFigures | undefined) => rate(city?.completionRate ?? null),
};
export type CityFigure = keyof typeof CITY_FIGURES;
export const CITY_FIELD_FIGURES = Object.keys(CITY_FIGURES) as CityFigure[];

/** Decimals of a figure that came with more than it needs. */
const MOST_DECIMALS = 3;

/** What an indicator says of the period: percentages with their sign, other units are for the text. */
function indicatorValue({ months, unit }: Indicator): string {
  const month = months.at(-1);
  if (!month || month.state === "NOT_REPORTED") return NOT_REPORTED;
  if (month.state === "NOTHING_AROSE") return NOTHING_AROSE;
  if (month.value === null) return NOT_REPORTED;
  if (unit === "%") return `${formatNumber(month.value, "vi", 1)}\u00a0%`;
  const [, decimals = ""] = String(Number(month.value.toFixed(MOST_DECIMALS))).split(".");
  return formatNumber(month.value, "vi", decimals.length);
}

/**
 * What every field says of a period, in Vietnamese, by its explicit code: `XA.…`,
 * `<department>.…`, `CT.<indicator>`.
 * @param summary of the whole commune, also where a department's own report is made of it
 * @param departments the codes of all departments: one without figures has zeros
 */
export function fieldValues(
  { overdue, completion }: Pick<Summary, "overdue" | "completion">,
  indicators: readonly Indicator[],
  departments: readonly string[],
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const put = (owner: string, figures: Figures) => {
    for (const figure of FIELD_FIGURES) values.set(`${owner}.${figure}`, FIGURES[figure](figures));
  };
  put(COMMUNE, { overdue: overdue.total, completion: completion.total });
  const city = completion.byLevel.find(({ code }) => code === "CITY");
  for (const figure of CITY_FIELD_FIGURES) {
    values.set(`${COMMUNE}.${figure}`, CITY_FIGURES[figure](city));
  }
  for (const department of departments) {
    put(department, {
      overdue: overdue.byDepartment.find(({ code }) => code === department),
      completion: completion.byDepartment.find(({ code }) => code === department),
    });
  }
  for (const indicator of indicators) {
    values.set(`${INDICATOR}.${indicator.code}`, indicatorValue(indicator));
  }
  return values;
}

/** A field as it is typed; whatever else stands in braces is text. */
const FIELD = /\{\{[ \t]*([\p{L}\p{N}_.]+)[ \t]*\}\}/gu;

/** A department's own fields under its code, as they are looked up and merged. */
function explicitCode(code: string, department: string | null): string {
  const own = `${OWN_DEPARTMENT}.`;
  return department !== null && code.startsWith(own)
    ? `${department}.${code.slice(own.length)}`
    : code;
}

/**
 * A text with its figures put in; a field that has no value says so.
 * @param department whose text it is, for `DON_VI.…`; null: nobody's
 */
export function fillFields(
  text: string,
  values: ReadonlyMap<string, string>,
  department: string | null,
): string {
  return text.replace(
    FIELD,
    (_, code: string) => values.get(explicitCode(code, department)) ?? NOT_REPORTED,
  );
}

/** A stretch of a text: plain, or a field by its explicit code. `at`: where it begins. */
export type TextPiece = { at: number; text: string } | { at: number; text: string; code: string };

/** A text in its plain stretches and its fields, in their order. */
export function piecesOf(text: string, department: string | null): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const { 0: field, 1: code = "", index } of text.matchAll(FIELD)) {
    if (index > end) pieces.push({ at: end, text: text.slice(end, index) });
    pieces.push({ at: index, text: field, code: explicitCode(code, department) });
    end = index + field.length;
  }
  if (end < text.length) pieces.push({ at: end, text: text.slice(end) });
  return pieces;
}

/** A department's text with its own fields written under its code, so that they keep their meaning elsewhere. */
export function withExplicitFields(text: string, department: string): string {
  return text.replace(FIELD, (field, code: string) => {
    const explicit = explicitCode(code, department);
    return explicit === code ? field : `{{${explicit}}}`;
  });
}

/** All codes that stand for a figure, by their explicit names. */
export function fieldCodes(
  departments: readonly string[],
  indicators: readonly string[],
): ReadonlySet<string> {
  const ofOwner = (owner: string) => FIELD_FIGURES.map((figure) => `${owner}.${figure}`);
  return new Set([
    ...ofOwner(COMMUNE),
    ...CITY_FIELD_FIGURES.map((figure) => `${COMMUNE}.${figure}`),
    ...departments.flatMap(ofOwner),
    ...indicators.map((code) => `${INDICATOR}.${code}`),
  ]);
}

/** A field that stands for nothing, where it is, and what was probably meant. */
export type UnknownField = {
  code: string;
  /** Counted from 1, as people do. */
  line: number;
  column: number;
  nearest: string;
};

/** The fields of a text that no code stands for, in their order. */
export function unknownFields(
  text: string,
  codes: ReadonlySet<string>,
  department: string | null,
): UnknownField[] {
  return [...text.matchAll(FIELD)].flatMap(({ 1: code = "", index }) => {
    if (codes.has(explicitCode(code, department))) return [];
    const before = text.slice(0, index).split("\n");
    const column = [...(before.at(-1) ?? "")].length + 1;
    return [{ code, line: before.length, column, nearest: nearestCode(code, codes, department) }];
  });
}

/** The code that differs least from what was typed; a department's own ones are offered as its own. */
function nearestCode(typed: string, codes: ReadonlySet<string>, department: string | null): string {
  const offered = [...codes].map((code) => ownCode(code, department));
  const wanted = typed.toUpperCase();
  const rated = offered.map((code) => ({ code, distance: distanceBetween(wanted, code) }));
  return rated.reduce((best, each) => (each.distance < best.distance ? each : best)).code;
}

function ownCode(code: string, department: string | null): string {
  const own = `${department}.`;
  return department !== null && code.startsWith(own)
    ? `${OWN_DEPARTMENT}.${code.slice(own.length)}`
    : code;
}

/** How many letters have to be put in, left out or changed to make one text of the other. */
function distanceBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const changed = (row[j] ?? 0) + (letter === b[j] ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

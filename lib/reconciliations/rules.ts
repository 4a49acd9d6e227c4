import type { OverdueFigures, Summary } from "#lib/figures/schema.ts";
import {
  type CatalogueFigure,
  CITY_MEASURES,
  type FigurePlace,
  figureCode,
  type HeadlineConflict,
  type InnerCheck,
  LATE_MEASURES,
  type LateMeasure,
  type ReconciledFigure,
} from "./schema.ts";

/** Codes of the fields and departments by which late tasks are reported, in their order. */
export type Catalogue = { fields: readonly string[]; departments: readonly string[] };

const placesOf = ({ fields, departments }: Catalogue): FigurePlace[] => [
  { kind: "total" },
  ...fields.map((code) => ({ kind: "field" as const, code })),
  ...departments.map((code) => ({ kind: "department" as const, code })),
];

/** Every figure that can be reported, in the order of the screen. */
export function catalogueOf(catalogue: Catalogue): CatalogueFigure[] {
  const late = placesOf(catalogue).flatMap((place) =>
    LATE_MEASURES.map((measure) => ({ code: figureCode(place, measure), place, measure })),
  );
  const place = { kind: "city" } as const;
  const city = CITY_MEASURES.map((measure) => ({
    code: figureCode(place, measure),
    place,
    measure,
  }));
  return [...late, ...city];
}

function lateOf(summary: Summary, place: FigurePlace): OverdueFigures | undefined {
  const { total, byField, byDepartment } = summary.overdue;
  if (place.kind === "total") return total;
  if (place.kind === "city") return undefined;
  const lines = place.kind === "field" ? byField : byDepartment;
  return lines.find(({ code }) => code === place.code);
}

/** A figure as the register gives it; a line that the summary does not have is 0. */
export function computedOf(summary: Summary, { place, measure }: CatalogueFigure): number | null {
  if (place.kind === "city") {
    const city = summary.completion.byLevel.find(({ code }) => code === "CITY");
    if (measure === "rate") return city?.completionRate == null ? null : 100 * city.completionRate;
    return measure === "assigned" ? (city?.assigned ?? 0) : (city?.completed ?? 0);
  }
  const figures = lateOf(summary, place);
  if (!figures) return 0;
  return measure === "resolved"
    ? figures.resolved.total
    : figures[measure as Exclude<LateMeasure, "resolved">];
}

const rounded = (value: number, decimals: number) =>
  Math.round((value + Number.EPSILON) * 10 ** decimals) / 10 ** decimals;

/** Decimals of a number as it is stored, at most four. */
function decimalsOf(value: number): number {
  return (`${value}`.split(".")[1] ?? "").slice(0, 4).length;
}

/** Reported beside computed, a percentage at the decimals that were reported. */
export function reconcile(
  catalogue: Catalogue,
  reported: ReadonlyMap<string, number>,
  summary: Summary,
): ReconciledFigure[] {
  return catalogueOf(catalogue).map((figure) => {
    const stated = reported.get(figure.code) ?? null;
    const decimals = figure.measure === "rate" ? Math.max(1, decimalsOf(stated ?? 0)) : 0;
    const exact = computedOf(summary, figure);
    const computed = exact === null ? null : rounded(exact, decimals);
    const difference =
      stated === null || computed === null
        ? null
        : rounded(stated - computed, Math.max(decimals, decimalsOf(stated)));
    return {
      ...figure,
      reported: stated,
      decimals: Math.max(decimals, decimalsOf(stated ?? 0)),
      computed,
      difference,
    };
  });
}

/** Columns of lines that add up to the headline; transfers keep the last two from doing so. */
const ADDITIVE = ["late", "carriedOver", "newlyOverdue"] as const satisfies readonly LateMeasure[];

/**
 * What the reported figures say among themselves, where all that an addition needs was reported:
 * carried over + new = late, lines = headline by every column, late − resolved = outstanding,
 * and the rate of its own parts.
 */
export function innerChecks(
  catalogue: Catalogue,
  reported: ReadonlyMap<string, number>,
): InnerCheck[] {
  const value = (place: FigurePlace, measure: Parameters<typeof figureCode>[1]) =>
    reported.get(figureCode(place, measure));
  const total: FigurePlace = { kind: "total" };
  const checks: InnerCheck[] = [];
  const check = (
    about: Pick<InnerCheck, "kind" | "of" | "measure">,
    parts: readonly (number | undefined)[],
    stated: number | undefined,
  ) => {
    const known = parts.filter((part) => part !== undefined);
    if (stated === undefined || known.length < parts.length || known.length === 0) return;
    const expected = rounded(
      known.reduce((sum, part) => sum + part, 0),
      4,
    );
    checks.push({ ...about, parts: known, expected, stated, agrees: expected === stated });
  };
  const split = (kind: InnerCheck["kind"], place: FigurePlace, of: string | null) =>
    check(
      { kind, of, measure: "late" },
      [value(place, "carriedOver"), value(place, "newlyOverdue")],
      value(place, "late"),
    );

  split("split", total, null);
  const lines = [
    ["field", catalogue.fields],
    ["department", catalogue.departments],
  ] as const;
  for (const [kind, codes] of lines) {
    for (const measure of ADDITIVE) {
      // A line that is not reported is nothing, as reports leave out who has none.
      const parts = codes.flatMap((code) => value({ kind, code }, measure) ?? []);
      check({ kind: `${kind}Column`, of: null, measure }, parts, value(total, measure));
    }
    for (const code of codes) split(`${kind}Split`, { kind, code }, code);
  }
  const resolved = value(total, "resolved");
  const remaining = [value(total, "late"), resolved === undefined ? undefined : -resolved];
  check(
    { kind: "conservation", of: null, measure: "outstanding" },
    remaining,
    value(total, "outstanding"),
  );
  return [...checks, ...rateCheck(reported)];
}

function rateCheck(reported: ReadonlyMap<string, number>): InnerCheck[] {
  const [assigned, completed, rate] = CITY_MEASURES.map((measure) =>
    reported.get(figureCode({ kind: "city" }, measure)),
  );
  if (!assigned || completed === undefined || rate === undefined) return [];
  const expected = rounded((100 * completed) / assigned, Math.max(1, decimalsOf(rate)));
  return [
    {
      ...{ kind: "rate", of: null, measure: "rate" },
      ...{ parts: [completed, assigned], expected, stated: rate, agrees: expected === rate },
    },
  ];
}

/** Where the headline adds up and the lines do, and still not to one another. */
export function headlineConflict(checks: readonly InnerCheck[]): HeadlineConflict | null {
  const column = (measure: LateMeasure) =>
    checks.find((check) => check.kind === "fieldColumn" && check.measure === measure);
  const head = checks.find(({ kind }) => kind === "split");
  const [late, carried, newly] = [column("late"), column("carriedOver"), column("newlyOverdue")];
  if (!head?.agrees || !late?.agrees || !carried || !newly || (carried.agrees && newly.agrees))
    return null;
  return {
    late: head.stated,
    carriedOver: carried.stated,
    newlyOverdue: newly.stated,
    carriedOverByField: carried.expected,
    newlyOverdueByField: newly.expected,
  };
}

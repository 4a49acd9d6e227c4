import {
  addMonths,
  type CivilDate,
  type CivilMonth,
  civilMonth,
  earlier,
  isCivilMonth,
} from "#lib/core/dates.ts";
import { monthContaining, spanOf } from "#lib/periods/rules.ts";
import type { Settings } from "#lib/periods/schema.ts";
import type { Span, SpanKey } from "./schema.ts";

type Calendar = Pick<Settings, "periodFirstDay" | "firstPeriod">;
type Months = { kind: Span["kind"]; first: CivilMonth; last: CivilMonth };

/** The reporting months of a span; null for what names none. */
function monthsIn(key: SpanKey): Months | null {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(key);
  if (quarter) {
    const first = `${quarter[1]}-${String(3 * Number(quarter[2]) - 2).padStart(2, "0")}`;
    if (!isCivilMonth(first)) return null;
    return { kind: "quarter", first, last: addMonths(first, 2) };
  }
  const [first, last] = [`${key}-01`, `${key}-12`];
  if (/^\d{4}$/.test(key) && isCivilMonth(first) && isCivilMonth(last)) {
    return { kind: "year", first, last };
  }
  return isCivilMonth(key) ? { kind: "month", first: key, last: key } : null;
}

type Read =
  | { ok: true; span: Span }
  | { ok: false; problem: "NOT_A_SPAN" | "BEFORE_FIRST" | "IN_FUTURE" };

/** The span that an address asks for; without one, the running month. */
export function readSpan(key: SpanKey | undefined, settings: Calendar, today: CivilDate): Read {
  const asked = key ?? monthContaining(today, settings);
  const months = monthsIn(asked);
  if (!months) return { ok: false, problem: "NOT_A_SPAN" };
  const { from } = spanOf(months.first, settings);
  const { to } = spanOf(months.last, settings);
  if (months.last < settings.firstPeriod) return { ok: false, problem: "BEFORE_FIRST" };
  if (from > today) return { ok: false, problem: "IN_FUTURE" };
  return {
    ok: true,
    span: { key: asked, kind: months.kind, from, to, asOf: earlier(to, today) },
  };
}

/** The span of the same kind before or after. */
function shifted({ kind, key }: Span, by: 1 | -1): SpanKey {
  if (kind === "month") return addMonths(civilMonth(key), by);
  if (kind === "year") return `${Number(key) + by}`;
  const index = Number(key.slice(0, 4)) * 4 + Number(key.slice(6)) - 1 + by;
  return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
}

/** The spans before and after, where there are figures of them. */
export function neighbours(span: Span, settings: Calendar, today: CivilDate) {
  const known = (key: SpanKey) => (readSpan(key, settings, today).ok ? key : null);
  return { previous: known(shifted(span, -1)), next: known(shifted(span, 1)) };
}

/** All spans that can be chosen, by year, the newest year first. */
export function spansByYear(settings: Calendar, today: CivilDate) {
  const first = Number(settings.firstPeriod.slice(0, 4));
  const last = Number(monthContaining(today, settings).slice(0, 4));
  const known = (key: SpanKey) => readSpan(key, settings, today).ok;
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = `${last - index}`;
    const numbers = Array.from({ length: 12 }, (_, month) => month + 1);
    return {
      year,
      quarters: numbers
        .slice(0, 4)
        .map((number) => `${year}-Q${number}`)
        .filter(known),
      months: numbers.map((number) => `${year}-${String(number).padStart(2, "0")}`).filter(known),
    };
  });
}

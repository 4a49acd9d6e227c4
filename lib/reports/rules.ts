import type { Indicator } from "#lib/indicators/schema.ts";
import type { LateReasonKind } from "#lib/narratives/schema.ts";
import type { PeriodTask } from "#lib/snapshots/schema.ts";
import type { DocumentFigures, FirstLateMonth, ReasonCount } from "./schema.ts";

/** The indicators of the catalogue that count documents. */
const RECEIVED = "VB_TIEP_NHAN";
const ISSUED = "VB_BAN_HANH";
const SIGNED_BY = "VB_KY_";

/** Documents received and issued in the month, from the indicators that count them. */
export function documentFigures(indicators: readonly Indicator[]): DocumentFigures {
  const figuresOf = (indicator: Indicator | undefined) => ({
    now: indicator?.months.at(-1)?.value ?? null,
    before: indicator?.months.at(-2)?.value ?? null,
  });
  const byCode = (code: string) => figuresOf(indicators.find((each) => each.code === code));
  return {
    received: byCode(RECEIVED),
    issued: byCode(ISSUED),
    bySigner: indicators
      .filter(({ code }) => code.startsWith(SIGNED_BY))
      .map((indicator) => ({ name: indicator.name, ...figuresOf(indicator) })),
  };
}

/** The tasks carried over by field and the month in which they fell late, the oldest first. */
export function firstLateMonths(annex: readonly PeriodTask[]): FirstLateMonth[] {
  const counts = new Map<string, FirstLateMonth>();
  for (const { late } of annex) {
    if (!late?.carriedOver) continue;
    const key = `${late.firstMonth} ${late.first.field}`;
    const counted = counts.get(key) ?? {
      field: late.first.field,
      month: late.firstMonth,
      count: 0,
    };
    counts.set(key, { ...counted, count: counted.count + 1 });
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, counted]) => counted);
}

/** Late tasks by the reason given, in the order of the kinds; those without one come last. */
export function reasonCounts(
  annex: readonly PeriodTask[],
  kinds: readonly LateReasonKind[],
): ReasonCount[] {
  const given = new Set(annex.map(({ reason }) => reason?.kind ?? null));
  const order = [...kinds.map(({ code }) => code), null];
  const known = order.filter((kind) => given.has(kind));
  const withdrawn = [...given].filter((kind) => !order.includes(kind));
  return [...withdrawn, ...known].map((kind) => ({
    kind,
    count: annex.filter(({ reason }) => (reason?.kind ?? null) === kind).length,
  }));
}

/** Tasks by department in the catalogue's order, within it by deadline. */
export function inReportOrder(
  tasks: readonly PeriodTask[],
  departments: readonly string[],
  departmentOf: (task: PeriodTask) => string,
): PeriodTask[] {
  const deadlineOf = ({ late, dueOn }: PeriodTask) => late?.dueOn ?? dueOn ?? "";
  return [...tasks].sort(
    (a, b) =>
      departments.indexOf(departmentOf(a)) - departments.indexOf(departmentOf(b)) ||
      deadlineOf(a).localeCompare(deadlineOf(b)) ||
      a.id - b.id,
  );
}

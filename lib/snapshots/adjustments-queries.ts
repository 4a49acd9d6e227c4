import { type CivilDate, type CivilMonth, fromDatabaseDate } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { ForbiddenError } from "#lib/core/errors.ts";
import { countLive } from "#lib/figures/counted.ts";
import { summaryOf } from "#lib/figures/derivation.ts";
import type { Indicator, IndicatorValue } from "#lib/indicators/schema.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { figuresOfSummary, keyOf, movedFigures } from "./figures.ts";
import { maySeeClosing } from "./policy.ts";
import { getClosing, getFrozenMonth, indicatorsForReport, livePeriodTasks } from "./queries.ts";
import type {
  Adjustment,
  Adjustments,
  ChangedTask,
  ChangedValue,
  Closing,
  PeriodTask,
} from "./schema.ts";

type ChangedRow = {
  id: number;
  sequence: number | null;
  before: PeriodTask | null;
  after: PeriodTask | null;
};

/**
 * What would differ if a closed month were counted today (domain rules "Closing a month"): each
 * figure with the tasks that moved it, each of those with what was recorded of it since, and the
 * indicator values changed since.
 * @returns null while the month is open
 * @throws ForbiddenError for whoever does not see the closing
 */
export async function getAdjustments(
  viewer: Viewer,
  month: CivilMonth,
): Promise<Adjustments | null> {
  if (!maySeeClosing(viewer)) throw new ForbiddenError();
  const closing = await getClosing(month);
  if (!closing) return null;
  const frozen = await getFrozenMonth(closing);
  const { settings } = frozen;
  const { period } = frozen.counted;
  const [live, rows, measured] = await Promise.all([
    countLive(period, settings),
    livePeriodTasks(period, "all", settings).then(
      (tasks) => database().$queryRaw<ChangedRow[]>`
        select coalesce(kept.task_id, live.task_id) as id, kept.sequence,
          kept.content as before, live.content as after
        from (select * from snapshot_task where closing_id = ${closing.id}) as kept
        full join (${tasks}) as live on live.task_id = kept.task_id
        where kept.content is distinct from live.content
        order by 1`,
    ),
    indicatorsForReport(month),
  ]);
  const tasks = await withEdits(rows, period.asOf);
  const was = figuresOfSummary(summaryOf(frozen.counted, null));
  const is = figuresOfSummary(summaryOf(live, null));
  const adjustments = [...new Set([...was.keys(), ...is.keys()])]
    .filter((key) => (was.get(key) ?? 0) !== (is.get(key) ?? 0))
    .map(
      (key): Adjustment => ({
        ...keyOf(key),
        closed: was.get(key) ?? 0,
        now: is.get(key) ?? 0,
        tasks: tasks
          .filter(({ moved }) => moved.has(key))
          .map(({ id, moved }) => ({ id, change: moved.get(key) ?? 0 })),
      }),
    );
  const values = changedValues(frozen.indicators, measured.indicators);
  return { closing, period, adjustments, tasks, values: await withReporters(values, closing) };
}

async function withEdits(rows: readonly ChangedRow[], asOf: CivilDate): Promise<ChangedTask[]> {
  const since = new Map(rows.map(({ id, sequence }) => [id, sequence ?? -1]));
  const events = await database().taskEvent.findMany({
    where: { taskId: { in: [...since.keys()] } },
    orderBy: [{ taskId: "asc" }, { sequence: "asc" }],
    select: {
      taskId: true,
      sequence: true,
      kind: true,
      on: true,
      at: true,
      note: true,
      actor: { select: { displayName: true } },
      token: { select: { name: true } },
    },
  });
  return rows.map(({ id, before, after }) => ({
    id,
    code: (after ?? before)?.code ?? "",
    title: (after ?? before)?.title ?? "",
    before,
    after,
    moved: movedFigures(before, after, asOf),
    edits: events
      .filter(({ taskId, sequence }) => taskId === id && sequence > (since.get(id) ?? -1))
      .map(({ kind, on, at, note, actor, token }) => ({
        kind,
        on: fromDatabaseDate(on),
        at,
        note,
        by: actor?.displayName ?? token?.name ?? null,
      })),
  }));
}

type BareValue = Omit<ChangedValue, "edits">;

const said = ({ state, value, numerator, denominator, cumulative }: IndicatorValue) => ({
  state,
  value,
  numerator,
  denominator,
  cumulative,
});

/** The months whose values were entered, changed or taken away since; of either list's indicators. */
function changedValues(frozen: readonly Indicator[], live: readonly Indicator[]): BareValue[] {
  const liveByCode = new Map(live.map((indicator) => [indicator.code, indicator]));
  return frozen.flatMap(({ code, name, unit, months }) => {
    const now = new Map(liveByCode.get(code)?.months.map((value) => [value.month, value]));
    return months.flatMap((before) => {
      const after = now.get(before.month) ?? null;
      const same = after && JSON.stringify(said(before)) === JSON.stringify(said(after));
      return same ? [] : [{ code, name, unit, month: before.month, before, after }];
    });
  });
}

async function withReporters(
  values: readonly BareValue[],
  { closedAt }: Closing,
): Promise<ChangedValue[]> {
  const events = await database().indicatorEvent.findMany({
    where: {
      at: { gt: closedAt },
      indicator: { code: { in: values.map(({ code }) => code) } },
    },
    orderBy: { id: "asc" },
    select: {
      month: true,
      at: true,
      indicator: { select: { code: true } },
      actor: { select: { displayName: true } },
      token: { select: { name: true } },
    },
  });
  return values.map((value) => ({
    ...value,
    edits: events
      .filter(({ indicator, month }) => indicator.code === value.code && month === value.month)
      .map(({ at, actor, token }) => ({ at, by: actor?.displayName ?? token?.name ?? null })),
  }));
}

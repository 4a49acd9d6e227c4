import { addMonths, businessToday, type CivilMonth } from "#lib/core/dates.ts";
import { database, Prisma, type Reader } from "#lib/core/db.ts";
import { ForbiddenError, NotFoundError } from "#lib/core/errors.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { listFields, listSectors } from "#lib/fields/queries.ts";
import { getIndicators, missingValues } from "#lib/indicators/queries.ts";
import { listReasonKinds, sectionsOf, unexplainedLate } from "#lib/narratives/queries.ts";
import { dueSoonUntil, getSettings } from "#lib/periods/queries.ts";
import { periodOf, readPeriod } from "#lib/periods/rules.ts";
import type { Period, Settings } from "#lib/periods/schema.ts";
import { standingAt } from "#lib/tasks/standing.ts";
import { SYSTEM, type Viewer } from "#lib/users/schema.ts";
import { type ContentKind, monthAfter, periodTasks } from "./contents.ts";
import { maySeeClosing } from "./policy.ts";
import type {
  Checklist,
  Closing,
  FrozenMonth,
  PastClosing,
  PeriodTask,
  ReportMonth,
  ReportNames,
} from "./schema.ts";

type ClosingRow = Prisma.PeriodClosingGetPayload<{ select: typeof closingColumns }>;

const closingColumns = {
  id: true,
  month: true,
  closedAt: true,
  contentHash: true,
  closedBy: { select: { displayName: true } },
  closedByToken: { select: { name: true } },
} satisfies Prisma.PeriodClosingSelect;

function closingOf({ closedBy, closedByToken, month, ...row }: ClosingRow): Closing {
  return {
    ...row,
    month: month as CivilMonth,
    closedBy: closedBy?.displayName ?? closedByToken?.name ?? "",
  };
}

/**
 * The period of a month that an address names.
 * @throws NotFoundError for what is no month, has not begun, or lies before the register
 */
export async function reportPeriod(month: string): Promise<Period> {
  const read = readPeriod({ period: month }, await getSettings(), businessToday());
  if (!read.ok) throw new NotFoundError({ key: "periods.problems.noSuchMonth" });
  return read.period;
}

/** The standing closing of a month; null while it is open. */
export async function getClosing(month: CivilMonth): Promise<Closing | null> {
  const row = await database().periodClosing.findFirst({
    where: { month, reopenedAt: null },
    select: closingColumns,
  });
  return row && closingOf(row);
}

/** The register's months up to the running one, the newest first, each with its closing. */
export async function listReportMonths(): Promise<ReportMonth[]> {
  const settings = await getSettings();
  const today = businessToday();
  const closings = await database().periodClosing.findMany({
    select: { ...closingColumns, reopenedAt: true },
  });
  const months: ReportMonth[] = [];
  for (let month = settings.firstPeriod; ; month = addMonths(month, 1)) {
    const period = periodOf(month, settings, today);
    if (period.from > today) break;
    const own = closings.filter((closing) => closing.month === month);
    const standing = own.find(({ reopenedAt }) => reopenedAt === null);
    months.unshift({
      month,
      period,
      over: period.to <= today,
      closing: standing ? closingOf(standing) : null,
      reopened: own.filter(({ reopenedAt }) => reopenedAt !== null).length,
    });
  }
  return months;
}

/** Every closing of a month and its reopening, the newest first. */
export async function closingHistory(viewer: Viewer, month: CivilMonth): Promise<PastClosing[]> {
  if (!maySeeClosing(viewer)) throw new ForbiddenError();
  const rows = await database().periodClosing.findMany({
    where: { month },
    orderBy: { id: "desc" },
    select: {
      ...closingColumns,
      reopenedAt: true,
      reopenReason: true,
      reopenedBy: { select: { displayName: true } },
      reopenedByToken: { select: { name: true } },
    },
  });
  return rows.map(({ reopenedAt, reopenReason, reopenedBy, reopenedByToken, ...row }) => ({
    ...closingOf(row),
    reopened:
      reopenedAt === null
        ? null
        : {
            at: reopenedAt,
            by: reopenedBy?.displayName ?? reopenedByToken?.name ?? "",
            reason: reopenReason ?? "",
          },
  }));
}

/** The tasks of a period as SQL (`periodTasks`), as the register is now. */
export async function livePeriodTasks(
  period: Period,
  kind: ContentKind,
  settings: Settings,
): Promise<Prisma.Sql> {
  const dueSoon = await dueSoonUntil(period.asOf, settings);
  const standing = standingAt(period.asOf, businessToday(), dueSoon);
  return periodTasks(period, standing, kind, settings);
}

/** A period's tasks of a kind, frozen where there is a closing: what the report lists. */
export async function readPeriodTasks(
  period: Period,
  kind: Exclude<ContentKind, "all">,
  settings: Settings,
  closing: Pick<Closing, "id"> | null,
): Promise<PeriodTask[]> {
  const source = closing
    ? frozenTasks(closing.id, period, kind, settings)
    : await livePeriodTasks(period, kind, settings);
  const rows = await database().$queryRaw<{ content: PeriodTask }[]>`
    select period_task.content from (${source}) as period_task
    order by period_task.content ->> 'dueOn' nulls last, period_task.task_id`;
  return rows.map(({ content }) => content);
}

function frozenTasks(
  closingId: number,
  period: Period,
  kind: Exclude<ContentKind, "all">,
  settings: Settings,
): Prisma.Sql {
  const { from, to } = monthAfter(period, settings);
  const condition =
    kind === "late"
      ? Prisma.sql`jsonb_typeof(content -> 'late') = 'object'`
      : Prisma.sql`content ->> 'status' in ('ASSIGNED', 'IN_PROGRESS', 'SUBMITTED')
          and content ->> 'dueOn' between ${from} and ${to}`;
  return Prisma.sql`
    select task_id, content from snapshot_task where closing_id = ${closingId} and ${condition}`;
}

/** What a closing froze beside its tasks. */
export async function getFrozenMonth(closing: Pick<Closing, "id">): Promise<FrozenMonth> {
  const { figures } = await database().snapshotFigures.findUniqueOrThrow({
    where: { closingId: closing.id },
    select: { figures: true },
  });
  return figures as unknown as FrozenMonth;
}

/** The catalogues' official names, as a report prints them. */
export async function getReportNames(): Promise<ReportNames> {
  const [departments, fields, sectors, reasons] = await Promise.all([
    listDepartments(),
    listFields(),
    listSectors(),
    listReasonKinds(),
  ]);
  return {
    departments: departments.map(({ code, name, short }) => ({ code, name, short })),
    fields: fields.map(({ code, name, short }) => ({ code, name, short })),
    sectors: sectors.map(({ code, name }) => ({ code, name, short: name })),
    reasons,
  };
}

/** What whoever closes a month should look at first. */
export async function getChecklist(
  period: Period,
  settings: Settings,
  reader: Reader = database(),
): Promise<Checklist> {
  const dueSoon = await dueSoonUntil(period.asOf, settings);
  const standing = standingAt(period.asOf, businessToday(), dueSoon);
  const [counts, missing, unexplained, sections] = await Promise.all([
    reader.$queryRaw<{ awaiting: number; undated: number }[]>`
      select count(*) filter (where ${standing.status} = 'SUBMITTED')::int as awaiting,
        count(*) filter (where ${standing.dueOn} is null)::int as undated
      from task ${standing.joins}
      where task.parent_id is null and ${standing.open}
        and task.assigned_on <= ${period.asOf}::date`,
    missingValues(period.month),
    unexplainedLate(period.month, reader),
    sectionsOf(period.month, reader),
  ]);
  const written = new Set(sections.map(({ department }) => department));
  return {
    awaitingConfirmation: counts[0]?.awaiting ?? 0,
    withoutDeadline: counts[0]?.undated ?? 0,
    missingValues: missing,
    unexplained,
    silentDepartments: written.has(null)
      ? []
      : unexplained.map(({ department }) => department).filter((code) => !written.has(code)),
  };
}

/** Indicators and targets of a month as whoever sees all of them reads them. */
export function indicatorsForReport(month: CivilMonth) {
  return getIndicators(SYSTEM, month);
}

/**
 * Whether the frozen rows are still those that were closed: their hash is computed anew and held
 * against the one that the closing recorded.
 */
export async function isIntact(closing: Closing): Promise<boolean> {
  const [row] = await database().$queryRaw<{ hash: string }[]>`
    select ${contentHash(
      Prisma.sql`(select figures from snapshot_figures where closing_id = ${closing.id})`,
      Prisma.sql`(select task_id, sequence, content from snapshot_task where closing_id = ${closing.id})`,
    )} as hash`;
  return row?.hash === closing.contentHash;
}

/** SHA-256 over the frozen figures and, in the order of their ids, the frozen tasks. */
export function contentHash(figures: Prisma.Sql, tasks: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    select encode(sha256(convert_to(${figures}::text || coalesce(string_agg(
      frozen.task_id || ' ' || frozen.sequence || ' ' || frozen.content::text, E'\n'
      order by frozen.task_id), ''), 'UTF8')), 'hex')
    from ${tasks} as frozen)`;
}

import { addMonths } from "#lib/core/dates.ts";
import { ForbiddenError, NotFoundError } from "#lib/core/errors.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { countLive, readFrozen } from "#lib/figures/counted.ts";
import { type Counted, keyFiguresOf, summaryOf } from "#lib/figures/derivation.ts";
import type { Indicator, TargetProgress } from "#lib/indicators/schema.ts";
import { fieldValues } from "#lib/narratives/fields.ts";
import { sectionsOf } from "#lib/narratives/queries.ts";
import { reportSections } from "#lib/narratives/rules.ts";
import type { NarrativeSection } from "#lib/narratives/schema.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { periodOf } from "#lib/periods/rules.ts";
import type { Period, Settings } from "#lib/periods/schema.ts";
import {
  getClosing,
  getFrozenMonth,
  getReportNames,
  indicatorsForReport,
  readPeriodTasks,
  reportPeriod,
} from "#lib/snapshots/queries.ts";
import type { Closing, ReportNames } from "#lib/snapshots/schema.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { mayReadDepartmentReport, mayReadReport } from "./policy.ts";
import { documentFigures, firstLateMonths, inReportOrder, reasonCounts } from "./rules.ts";
import type { MonthlyReport } from "./schema.ts";

/** What a report is made of beside its tasks, of the register as it is or as it was closed. */
type Sources = {
  counted: Counted;
  settings: Settings;
  indicators: Indicator[];
  targets: TargetProgress[];
  sections: NarrativeSection[];
  names: ReportNames;
};

async function sourcesOf(period: Period, settings: Settings, closing: Closing | null) {
  if (closing) {
    const frozen = await getFrozenMonth(closing);
    return { ...frozen, counted: { ...frozen.counted, closed: true } } satisfies Sources;
  }
  const [counted, measured, sections, names] = await Promise.all([
    countLive(period, settings),
    indicatorsForReport(period.month),
    sectionsOf(period.month),
    getReportNames(),
  ]);
  return { counted, settings, ...measured, sections, names } satisfies Sources;
}

/**
 * Whether a viewer may read the report of the commune (`department` null) or of a department.
 * @throws NotFoundError for a department that is none, ForbiddenError for one that is not the viewer's
 */
async function checkRight(viewer: Viewer, department: string | null): Promise<void> {
  if (department === null) {
    if (!mayReadReport(viewer)) throw new ForbiddenError();
    return;
  }
  const found = (await listDepartments()).find(({ code }) => code === department);
  if (!found) throw new NotFoundError();
  if (!mayReadDepartmentReport(viewer, found.id)) throw new ForbiddenError();
}

/** What the closed month before left open, by the scope of this report. */
async function closedBefore(period: Period, settings: Settings, department: string | null) {
  const month = addMonths(period.month, -1);
  const frozen = await readFrozen(periodOf(month, settings, period.asOf));
  if (!frozen) return null;
  return { month, outstanding: summaryOf(frozen, department).overdue.total.outstanding };
}

/**
 * The report of a month, of the whole commune or of one department: from the snapshot where the
 * month is closed, else from the register as it is.
 * @throws NotFoundError for a month that the register has not, ForbiddenError without the right
 */
export async function getMonthlyReport(
  viewer: Viewer,
  month: string,
  department: string | null,
): Promise<MonthlyReport> {
  await checkRight(viewer, department);
  const [settings, period] = await Promise.all([getSettings(), reportPeriod(month)]);
  const closing = await getClosing(period.month);
  const [sources, late, dueNext, before] = await Promise.all([
    sourcesOf(period, settings, closing),
    readPeriodTasks(period, "late", settings, closing),
    readPeriodTasks(period, "dueNext", settings, closing),
    closedBefore(period, settings, department),
  ]);
  const { counted, names } = sources;
  const inScope = (code: string | null) => department === null || code === department;
  const indicators = sources.indicators.filter(({ departmentCode }) => inScope(departmentCode));
  const annex = late.filter((task) => inScope(task.late?.first.department ?? null));
  const order = names.departments.map(({ code }) => code);
  const values = fieldValues(summaryOf(counted, null), sources.indicators, order);
  return {
    communeName: sources.settings.communeName,
    demonstration: sources.settings.demonstration,
    department,
    period,
    closing,
    summary: summaryOf(counted, department),
    keyFigures: keyFiguresOf(counted, department, sources.settings.firstPeriod),
    documents: documentFigures(sources.indicators),
    indicators,
    targets: sources.targets.filter(({ departmentCode }) => inScope(departmentCode)),
    firstLateMonths: firstLateMonths(annex),
    reasons: reasonCounts(annex, names.reasons),
    sections: reportSections(sources.sections, order, values, department),
    dueNext: inReportOrder(
      dueNext.filter((task) => inScope(task.department)),
      order,
      (task) => task.department,
    ),
    annex: inReportOrder(annex, order, (task) => task.late?.first.department ?? task.department),
    closedBefore: before,
    names,
  };
}

import { addMonths, businessToday, type CivilMonth, isCivilMonth } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { ForbiddenError } from "#lib/core/errors.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { listFields } from "#lib/fields/queries.ts";
import { getSummary } from "#lib/figures/queries.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { monthContaining } from "#lib/periods/rules.ts";
import type { Period } from "#lib/periods/schema.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { mayReconcile } from "./policy.ts";
import { type Catalogue, headlineConflict, innerChecks, reconcile } from "./rules.ts";
import type { Reconciliation } from "./schema.ts";

/** The fields and departments whose figures can be reported; those given up stay for old months. */
export async function reportedCatalogue(): Promise<Catalogue> {
  const [fields, departments] = await Promise.all([listFields(), listDepartments()]);
  return {
    fields: fields.map(({ code }) => code),
    departments: departments.map(({ code }) => code),
  };
}

/** A month's reported figures beside the computed ones, with what does not add up. */
export async function getReconciliation(viewer: Viewer, period: Period): Promise<Reconciliation> {
  if (!mayReconcile(viewer)) throw new ForbiddenError();
  const [catalogue, rows, summary] = await Promise.all([
    reportedCatalogue(),
    database().reportedFigure.findMany({
      where: { month: period.month },
      orderBy: [{ enteredAt: "desc" }, { figure: "asc" }],
      select: {
        figure: true,
        value: true,
        source: true,
        enteredAt: true,
        enteredBy: { select: { displayName: true } },
      },
    }),
    getSummary(viewer, period),
  ]);
  const reported = new Map(rows.map(({ figure, value }) => [figure, value.toNumber()]));
  const [last] = rows;
  const checks = innerChecks(catalogue, reported);
  return {
    period,
    closed: summary.closed,
    source: rows.find(({ source }) => source !== null)?.source ?? null,
    enteredBy: last?.enteredBy?.displayName ?? null,
    enteredAt: last?.enteredAt ?? null,
    figures: reconcile(catalogue, reported, summary),
    checks,
    headline: headlineConflict(checks),
  };
}

/** The month to begin with: the last that has reported figures, else the last that is over. */
export async function usualMonth(viewer: Viewer): Promise<CivilMonth> {
  if (!mayReconcile(viewer)) throw new ForbiddenError();
  const [last, settings] = await Promise.all([
    database().reportedFigure.findFirst({ orderBy: { month: "desc" }, select: { month: true } }),
    getSettings(),
  ]);
  if (last && isCivilMonth(last.month)) return last.month;
  const before = addMonths(monthContaining(businessToday(), settings), -1);
  if (before < settings.firstPeriod) return settings.firstPeriod;
  return before;
}

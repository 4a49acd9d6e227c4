import { ForbiddenError } from "#lib/core/errors.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import type { Department } from "#lib/departments/schema.ts";
import { getSettings } from "#lib/periods/queries.ts";
import type { Period } from "#lib/periods/schema.ts";
import { figuresScopeOf, taskScopeOf } from "#lib/tasks/policy.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { getAttention } from "./attention.ts";
import { getCounted } from "./counted.ts";
import { keyFiguresOf, summaryOf, upcomingOf } from "./derivation.ts";
import type { Dashboard, Summary } from "./schema.ts";

/** The one department whose figures a viewer gets; null for all departments. */
async function onlyDepartment(viewer: Viewer): Promise<Department | null> {
  const scope = figuresScopeOf(viewer);
  if (scope.kind === "all") return null;
  const departments = scope.kind === "department" ? await listDepartments() : [];
  const own = departments.find(
    ({ id }) => scope.kind === "department" && id === scope.departmentId,
  );
  if (!own) throw new ForbiddenError();
  return own;
}

/**
 * All figures of a period that a viewer may read (`figuresScopeOf`).
 * @throws ForbiddenError for whoever has no figures to read
 */
export async function getSummary(viewer: Viewer, period: Period): Promise<Summary> {
  const [only, settings] = await Promise.all([onlyDepartment(viewer), getSettings()]);
  return summaryOf(await getCounted(period, settings), only?.code ?? null);
}

/** Whose waiting work a viewer is to look at: a vice-chairman's portfolio, one's own department. */
function departmentsInCharge(viewer: Viewer): readonly number[] | null {
  if (viewer.role === "VICE_CHAIRMAN") return viewer.portfolioDepartmentIds;
  const scope = taskScopeOf(viewer);
  return scope.kind === "department" ? [scope.departmentId] : null;
}

/**
 * The dashboard of a period as a viewer may see it.
 * @throws ForbiddenError for whoever has no figures to read
 */
export async function getDashboard(viewer: Viewer, period: Period): Promise<Dashboard> {
  const [only, settings] = await Promise.all([onlyDepartment(viewer), getSettings()]);
  const inCharge = departmentsInCharge(viewer);
  const code = only?.code ?? null;
  const [counted, attention] = await Promise.all([
    getCounted(period, settings),
    getAttention(period.asOf, inCharge),
  ]);
  return {
    summary: summaryOf(counted, code),
    keyFigures: keyFiguresOf(counted, code, settings.firstPeriod),
    attention,
    upcoming: upcomingOf(counted, code),
  };
}

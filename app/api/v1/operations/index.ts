import type { Operation } from "#lib/core/operations.ts";
import * as directives from "./directives.ts";
import { exportTasksCsv, exportTasksXlsx } from "./exports.ts";
import * as external from "./external.ts";
import * as figures from "./figures.ts";
import * as imports from "./imports.ts";
import * as periods from "./periods.ts";
import * as tasks from "./tasks.ts";
import { decisions, requestExtension, verbs } from "./verbs.ts";

/**
 * Every call of the machine interface, in the order in which the document shows them. A route
 * without its call here, or a call without its route, fails the contract's test.
 */
export const OPERATIONS: readonly Operation[] = [
  figures.getSummary,
  figures.getReport,
  tasks.listTasks,
  exportTasksXlsx,
  exportTasksCsv,
  tasks.getTask,
  tasks.createTask,
  tasks.editTask,
  ...Object.values(verbs),
  requestExtension,
  ...Object.values(decisions),
  directives.listDirectives,
  directives.getDirective,
  directives.registerDirective,
  figures.listIndicators,
  figures.putIndicatorValue,
  periods.listPeriods,
  ...Object.values(periods.periodVerbs),
  periods.getAdjustments,
  external.putTask,
  external.putDirective,
  imports.importFile,
  imports.undoImport,
];

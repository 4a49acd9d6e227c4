import type { ExportedList } from "./list.ts";
import { accounts } from "./lists/accounts.ts";
import { calendarDays } from "./lists/calendar-days.ts";
import { comparisonDepartments, comparisonFigures } from "./lists/comparison.ts";
import { comparisonTasks } from "./lists/comparison-tasks.ts";
import { decisions } from "./lists/decisions.ts";
import { deliveries } from "./lists/deliveries.ts";
import { desk } from "./lists/desk.ts";
import { directives } from "./lists/directives.ts";
import { frozenTasks } from "./lists/frozen-tasks.ts";
import { imports } from "./lists/imports.ts";
import { indicatorBoard, indicators, targets } from "./lists/indicators.ts";
import { months } from "./lists/months.ts";
import { notifications } from "./lists/notifications.ts";
import { reasons } from "./lists/reasons.ts";
import { reconciliation } from "./lists/reconciliation.ts";
import { recurring } from "./lists/recurring.ts";
import { tasks } from "./lists/tasks.ts";
import { week } from "./lists/week.ts";
import type { ListName } from "./schema.ts";

/** Every list that can be saved as a file. */
export const LISTS: Record<ListName, ExportedList> = {
  tasks,
  directives,
  "frozen-tasks": frozenTasks,
  reasons,
  indicators,
  targets,
  "indicator-board": indicatorBoard,
  recurring,
  months,
  accounts,
  decisions,
  desk,
  notifications,
  "calendar-days": calendarDays,
  week,
  reconciliation,
  "comparison-figures": comparisonFigures,
  "comparison-departments": comparisonDepartments,
  "comparison-tasks": comparisonTasks,
  imports,
  deliveries,
};

import type { ExportedList } from "./list.ts";
import { accounts } from "./lists/accounts.ts";
import { directives } from "./lists/directives.ts";
import { frozenTasks } from "./lists/frozen-tasks.ts";
import { indicatorBoard, indicators, targets } from "./lists/indicators.ts";
import { months } from "./lists/months.ts";
import { reasons } from "./lists/reasons.ts";
import { recurring } from "./lists/recurring.ts";
import { tasks } from "./lists/tasks.ts";
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
};

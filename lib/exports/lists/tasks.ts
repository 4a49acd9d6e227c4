import { getSettings } from "#lib/periods/queries.ts";
import { listAllTasks } from "#lib/tasks/all-queries.ts";
import { columnsOf, TASK_COLUMNS, type TaskColumn } from "#lib/tasks/columns.ts";
import { getDirective } from "#lib/tasks/directive-queries.ts";
import { filterFaultOf } from "#lib/tasks/filter-faults.ts";
import { taskFilterWords } from "#lib/tasks/filter-words.ts";
import { taskFilterSchema, taskPageSchema } from "#lib/tasks/filters.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import { PROBLEMS } from "#lib/tasks/request-faults.ts";
import type { TaskListItem } from "#lib/tasks/views.ts";
import { chosenColumns } from "#lib/users/list-preferences.ts";
import { hasDesk } from "#lib/users/policy.ts";
import { type Asking, exportedList, type ListColumn, refuse } from "../list.ts";
import { readNames, type Words, within } from "../words.ts";

const querySchema = taskFilterSchema.extend({ sort: taskPageSchema.shape.sort });

type Column = ListColumn<TaskListItem>;

/**
 * The tasks of the list: with the columns that the person has chosen to see there, for a machine
 * or the operator with all of them.
 */
export const tasks = exportedList({
  fileName: "nhiem-vu",
  may: hasDesk,
  schema: querySchema,
  read: async (asking, { sort, ...filter }) => {
    const { viewer, t, today } = asking;
    const [{ names, ...catalogues }, settings] = await Promise.all([
      readNames(asking.locale),
      getSettings(),
    ]);
    const fault = filterFaultOf(filter, catalogues, settings, today);
    if (fault) refuse(fault.parameter, PROBLEMS[fault.problem], { first: settings.firstPeriod });
    const directive =
      filter.directive === undefined ? null : await getDirective(viewer, filter.directive);
    if (filter.directive !== undefined && !directive) refuse("directive", "unknownCode");
    const { total, pages } = await listAllTasks(viewer, { ...filter, sort });
    const words = taskFilterWords(
      filter,
      names,
      directive?.number ?? null,
      within(asking.locale).tasks,
    );
    return {
      title: t("tasks.title"),
      conditions: words.map(({ text }) => text),
      total: t("tasks.count", { count: total }),
      columns: taskColumns(await shownColumns(asking), filter.late !== undefined, names, t),
      pages,
    };
  },
});

async function shownColumns({ person }: Asking): Promise<readonly TaskColumn[]> {
  return person ? columnsOf(await chosenColumns(person, "tasks")) : TASK_COLUMNS;
}

/** The columns as the screen has them; what it says beside a deadline has a column of its own. */
export function taskColumns(
  shown: readonly TaskColumn[],
  ofLate: boolean,
  names: TaskNames,
  t: Words,
): Column[] {
  const all = columnsByName(names, t);
  return [
    all.code,
    all.title,
    ...(ofLate ? [all.late] : []),
    ...shown.flatMap((name) => {
      if (name === "dueOn") {
        return [all.dueOn, all.standing, ...(shown.includes("daysLate") ? [] : [all.daysLate])];
      }
      return [all[name]];
    }),
  ];
}

function columnsByName(
  names: TaskNames,
  t: Words,
): Record<TaskColumn | "code" | "title" | "late" | "standing", Column> {
  const label = (name: TaskColumn | "code" | "title" | "late") => t(`tasks.columns.${name}`);
  const text = (
    name: TaskColumn | "code" | "title" | "late",
    value: (task: TaskListItem) => string | null,
    width?: number,
  ): Column => ({ label: label(name), kind: "text", value, ...(width && { width }) });
  const date = (name: "dueOn" | "assignedOn" | "originalDueOn" | "completedOn"): Column => ({
    label: label(name),
    kind: "date",
    value: (task) => task[name],
  });
  return {
    code: text("code", ({ code }) => code, 14),
    title: text("title", ({ title }) => title, 50),
    late: text("late", ({ late }) => late && lateWords(late, t), 18),
    department: text("department", ({ department }) => names.department(department).full, 24),
    field: text("field", ({ field }) => names.field(field).label, 18),
    dueOn: date("dueOn"),
    standing: {
      label: t("exports.columns.standing"),
      kind: "text",
      width: 16,
      value: ({ timeliness }) => timeliness && t(`tasks.timeliness.${timeliness}`),
    },
    status: text("status", (task) => statusWords(task, t), 18),
    progress: {
      label: t("exports.columns.progress"),
      kind: "count",
      value: ({ progress }) => progress,
    },
    directive: text("directive", ({ directive }) => directive?.number ?? null, 20),
    sector: text("sector", ({ sector }) => sector && names.sector(sector)),
    // "Cấp giao" is who issued the directive where registers are brought in.
    level: {
      label: t("exports.columns.level"),
      kind: "text",
      width: 12,
      value: ({ level }) => t(`tasks.level.${level}`),
    },
    assignedOn: date("assignedOn"),
    originalDueOn: date("originalDueOn"),
    completedOn: date("completedOn"),
    daysLate: { label: label("daysLate"), kind: "count", value: (task) => task.daysLate },
    cooperating: text("cooperating", ({ cooperating }) =>
      cooperating.map((code) => names.department(code).label).join(", "),
    ),
    leader: text("leader", ({ leader }) => leader),
    assignee: text("assignee", ({ assignee }) => assignee),
  };
}

function lateWords({ carriedOver, endedBy }: NonNullable<TaskListItem["late"]>, t: Words): string {
  const how = t(carriedOver ? "tasks.lateIn.carriedOver" : "tasks.lateIn.newlyOverdue");
  return `${how}; ${endedBy ? t(`tasks.endedBy.${endedBy}`) : t("tasks.lateIn.outstanding")}`;
}

function statusWords({ status, extensionPending }: TaskListItem, t: Words): string {
  const word = t(`tasks.status.${status}`);
  return extensionPending ? `${word}; ${t("tasks.deadline.pendingExtension")}` : word;
}

import { businessDayOf } from "#lib/core/dates.ts";
import { ConflictError } from "#lib/core/errors.ts";
import { formatCivilDate, formatMonth } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import { listReasonKinds } from "#lib/narratives/queries.ts";
import type { LateReasonKind } from "#lib/narratives/schema.ts";
import { listFrozenTasks } from "#lib/snapshots/list-queries.ts";
import { getClosing, reportPeriod } from "#lib/snapshots/queries.ts";
import { monthSchema, type PeriodTask } from "#lib/snapshots/schema.ts";
import { taskFilterWords } from "#lib/tasks/filter-words.ts";
import { type TaskFilter, taskFilterSchema } from "#lib/tasks/filters.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import { hasDesk } from "#lib/users/policy.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { exportedList, type ListColumn } from "../list.ts";
import { readNames, type Words, within } from "../words.ts";

const AT_ONCE = 1000;
const querySchema = taskFilterSchema.extend({ month: monthSchema });

/** The tasks behind a figure of a closed month, as they were frozen. */
export const frozenTasks = exportedList({
  fileName: "nhiem-vu-da-chot",
  may: hasDesk,
  schema: querySchema,
  read: async ({ viewer, locale, t }, { month, ...filter }) => {
    await reportPeriod(month);
    const closing = await getClosing(month);
    if (!closing) {
      const values = { month: formatMonth(month) };
      throw new ConflictError({ key: "periods.problems.notClosed", values });
    }
    const [{ names, departments }, kinds] = await Promise.all([
      readNames(locale),
      listReasonKinds(),
    ]);
    const own = departments.find(({ id }) => id === viewer.departmentId);
    const reader = { ...viewer, departmentCode: own?.code ?? null };
    const { total } = await listFrozenTasks(reader, closing, filter, { limit: 1, offset: 0 });
    const words = taskFilterWords(filter, names, null, within(locale).tasks);
    const asClosed = t.markup("periods.frozen.asClosed", {
      at: () => formatCivilDate(businessDayOf(closing.closedAt)),
    });
    return {
      title: t("periods.frozen.title", { month: formatMonth(month) }),
      conditions: [...words.map(({ text }) => text), asClosed],
      total: t("periods.frozen.count", { count: total }),
      columns: columnsIn(t, names, reasonsIn(kinds, locale)),
      pages: frozenPages(reader, closing, filter, total),
    };
  },
});

/** What was frozen never changes: pages counted from its beginning do not shift. */
async function* frozenPages(
  viewer: Viewer & { departmentCode: string | null },
  closing: { id: number },
  filter: TaskFilter,
  total: number,
): AsyncGenerator<readonly PeriodTask[]> {
  for (let offset = 0; offset < total; offset += AT_ONCE) {
    const slice = { limit: AT_ONCE, offset };
    yield (await listFrozenTasks(viewer, closing, filter, slice)).items;
  }
}

function reasonsIn(kinds: readonly LateReasonKind[], locale: Locale) {
  const names = new Map(
    kinds.map((kind) => [kind.code, locale === "vi" ? kind.name : kind.nameEn]),
  );
  return ({ reason }: PeriodTask) =>
    reason && [names.get(reason.kind) ?? reason.kind, reason.text].filter(Boolean).join(": ");
}

function columnsIn(
  t: Words,
  names: TaskNames,
  reasonOf: (task: PeriodTask) => string | null,
): ListColumn<PeriodTask>[] {
  return [
    { label: t("periods.frozen.code"), kind: "text", width: 14, value: ({ code }) => code },
    { label: t("periods.frozen.content"), kind: "text", width: 50, value: ({ title }) => title },
    {
      label: t("periods.frozen.department"),
      kind: "text",
      width: 24,
      value: ({ late, department }) => names.department(late?.first.department ?? department).full,
    },
    {
      label: t("periods.frozen.field"),
      kind: "text",
      width: 18,
      value: ({ late, field }) => names.field(late?.first.field ?? field).label,
    },
    {
      label: t("periods.frozen.dueOn"),
      kind: "date",
      value: ({ late, dueOn }) => late?.dueOn ?? dueOn,
    },
    {
      label: t("periods.frozen.days"),
      kind: "count",
      value: ({ late }) => late?.days ?? null,
    },
    {
      label: t("periods.frozen.firstMonth"),
      kind: "month",
      value: ({ late }) => late?.firstMonth ?? null,
    },
    {
      label: t("periods.frozen.status"),
      kind: "text",
      width: 16,
      value: ({ status }) => t(`tasks.status.${status}`),
    },
    { label: t("periods.frozen.reason"), kind: "text", width: 36, value: reasonOf },
  ];
}

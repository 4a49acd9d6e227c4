import { NotFoundError } from "#lib/core/errors.ts";
import { catalogueName, formatMonthTitle } from "#lib/core/i18n/format.ts";
import { mayGiveReasons } from "#lib/narratives/policy.ts";
import { listReasonKinds } from "#lib/narratives/queries.ts";
import { listLateReasons } from "#lib/narratives/reason-queries.ts";
import { type LateTaskReason, reasonFilterSchema } from "#lib/narratives/schema.ts";
import { reportPeriod } from "#lib/snapshots/queries.ts";
import { monthSchema } from "#lib/snapshots/schema.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import { atOnce, exportedList, type ListColumn, refuseUnknown } from "../list.ts";
import { readNames, type Words } from "../words.ts";

/** More late tasks than a month can have. */
const ALL = 1_000_000;

/** Why the tasks of a month were late, as the screen where the reasons are given lists them. */
export const reasons = exportedList({
  fileName: "nguyen-nhan-cham-muon",
  may: mayGiveReasons,
  schema: reasonFilterSchema.omit({ page: true }).extend({ month: monthSchema }),
  read: async ({ person, locale, t }, { month, ...filter }) => {
    // Whose reasons one may give hangs on who one is: there is no such list for a machine.
    if (!person) throw new NotFoundError();
    await reportPeriod(month);
    const [{ names, departments }, kinds] = await Promise.all([
      readNames(locale),
      listReasonKinds(),
    ]);
    refuseUnknown("department", filter.department, departments);
    const { rows, total } = await listLateReasons(person, month, filter, ALL);
    const kindNames = new Map(kinds.map((kind) => [kind.code, catalogueName(kind, locale)]));
    return {
      title: t("narratives.reasons.title"),
      conditions: [
        formatMonthTitle(month, locale),
        ...(filter.department ? [names.department(filter.department).full] : []),
        ...(filter.show ? [t(`narratives.reasons.show.${filter.show}`)] : []),
      ],
      total: t("narratives.reasons.counts", { late: total }),
      columns: columnsIn(t, names, (kind) => kindNames.get(kind) ?? kind),
      pages: atOnce(rows),
    };
  },
});

function columnsIn(
  t: Words,
  names: TaskNames,
  kindName: (kind: string) => string,
): ListColumn<LateTaskReason>[] {
  return [
    { label: t("tasks.columns.code"), kind: "text", width: 14, value: ({ code }) => code },
    { label: t("tasks.columns.title"), kind: "text", width: 46, value: ({ title }) => title },
    {
      label: t("tasks.columns.department"),
      kind: "text",
      width: 24,
      value: ({ department }) => names.department(department).full,
    },
    { label: t("tasks.columns.assignee"), kind: "text", value: ({ assignee }) => assignee },
    { label: t("tasks.columns.dueOn"), kind: "date", value: ({ dueOn }) => dueOn },
    { label: t("tasks.columns.daysLate"), kind: "count", value: ({ days }) => days },
    {
      label: t("tasks.columns.late"),
      kind: "text",
      width: 16,
      value: ({ carriedOver }) =>
        t(carriedOver ? "tasks.lateIn.carriedOver" : "tasks.lateIn.newlyOverdue"),
    },
    {
      label: t("exports.columns.reason"),
      kind: "text",
      width: 30,
      value: ({ reason }) => reason && kindName(reason.kind),
    },
    {
      label: t("exports.columns.reasonText"),
      kind: "text",
      width: 36,
      value: ({ reason }) => reason?.text || null,
    },
  ];
}

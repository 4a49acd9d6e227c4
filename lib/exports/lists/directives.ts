import { directiveFilterWords } from "#lib/directives/filter-words.ts";
import { directiveNamesOf } from "#lib/directives/names.ts";
import { listIssuingBodies } from "#lib/directives/queries.ts";
import { type DirectiveListItem, directiveListSchema } from "#lib/directives/schema.ts";
import { listSectors } from "#lib/fields/queries.ts";
import { listAllDirectives } from "#lib/tasks/directive-queries.ts";
import { hasDesk } from "#lib/users/policy.ts";
import { exportedList, type ListColumn, refuseUnknown } from "../list.ts";
import { type Words, within } from "../words.ts";

/** The directives of the list, with how far the tasks of each are that the viewer may see. */
export const directives = exportedList({
  fileName: "van-ban",
  may: hasDesk,
  schema: directiveListSchema.omit({ page: true, size: true }),
  read: async ({ viewer, locale, t }, { sort, ...filter }) => {
    const [bodies, sectors] = await Promise.all([listIssuingBodies(), listSectors()]);
    refuseUnknown("body", filter.body, bodies);
    refuseUnknown("sector", filter.sector, sectors);
    const { total, pages } = await listAllDirectives(viewer, { ...filter, sort });
    const names = directiveNamesOf(bodies, sectors, locale);
    const { directives: own, levels } = within(locale);
    return {
      title: t("directives.title"),
      conditions: directiveFilterWords(filter, names, own, levels).map(({ text }) => text),
      total: t("directives.count", { count: total }),
      columns: columnsIn(t),
      pages,
    };
  },
});

function columnsIn(t: Words): ListColumn<DirectiveListItem>[] {
  return [
    { label: t("directives.columns.number"), kind: "text", value: ({ number }) => number },
    {
      label: t("directives.columns.abstract"),
      kind: "text",
      width: 50,
      value: ({ abstract }) => abstract,
    },
    { label: t("directives.columns.issuedOn"), kind: "date", value: ({ issuedOn }) => issuedOn },
    {
      label: t("directives.columns.body"),
      kind: "text",
      width: 26,
      value: ({ issuingBody }) => issuingBody,
    },
    {
      label: t("directives.columns.level"),
      kind: "text",
      width: 14,
      value: ({ level }) => t(`tasks.level.${level}`),
    },
    {
      label: t("directives.columns.type"),
      kind: "text",
      width: 18,
      value: ({ type }) => t(`directives.type.${type}`),
    },
    {
      label: t("exports.columns.urgency"),
      kind: "text",
      width: 11,
      value: ({ urgency }) => t(`directives.urgency.${urgency}`),
    },
    {
      label: t("directives.columns.receivedOn"),
      kind: "date",
      value: ({ receivedOn }) => receivedOn,
    },
    { label: t("directives.columns.tasks"), kind: "count", value: ({ tasks }) => tasks },
    { label: t("exports.columns.completed"), kind: "count", value: ({ completed }) => completed },
    {
      label: t("directives.columns.completion"),
      kind: "rate",
      width: 13,
      value: ({ completion }) => completion,
    },
    { label: t("directives.columns.overdue"), kind: "count", value: ({ overdue }) => overdue },
  ];
}

import { z } from "zod";
import { mayImportSomething } from "#lib/imports/policy.ts";
import { listImports } from "#lib/imports/queries.ts";
import { standingOf } from "#lib/imports/standing.ts";
import type { ImportItem } from "#lib/imports/views.ts";
import { exportedList, type ListColumn } from "../list.ts";
import type { Words } from "../words.ts";

const AT_ONCE = 1000;

/** The files that came in of the viewer's kinds, the newest first, and what became of each. */
export const imports = exportedList({
  fileName: "tep-da-nhan",
  may: mayImportSomething,
  schema: z.strictObject({}),
  read: async ({ viewer, t }) => {
    const { items: first, total } = await listImports(viewer, { page: 1, size: AT_ONCE });
    return {
      title: t("imports.screen.list.title"),
      conditions: [],
      total: t("exports.files", { count: total }),
      columns: columnsIn(t),
      pages: allPages(first, (page) => listImports(viewer, { page, size: AT_ONCE })),
    };
  },
});

async function* allPages(
  first: ImportItem[],
  read: (page: number) => Promise<{ items: ImportItem[] }>,
): AsyncGenerator<readonly ImportItem[]> {
  let items = first;
  // A file that comes in meanwhile moves the others on by one: none is written twice.
  let last = Number.POSITIVE_INFINITY;
  for (let page = 2; ; page += 1) {
    const before = last;
    yield items.filter(({ id }) => id < before);
    last = items.at(-1)?.id ?? last;
    if (items.length < AT_ONCE) return;
    items = (await read(page)).items;
  }
}

function columnsIn(t: Words): ListColumn<ImportItem>[] {
  const count = (label: string, name: "new" | "changed" | "unchanged" | "error") =>
    ({
      label,
      kind: "count",
      value: ({ counts }) => (counts ? counts[name] : null),
    }) satisfies ListColumn<ImportItem>;
  return [
    {
      label: t("exports.columns.file"),
      kind: "text",
      width: 40,
      value: ({ fileName }) => fileName,
    },
    {
      label: t("exports.columns.kind"),
      kind: "text",
      value: ({ kind }) => t(`imports.screen.kinds.${kind}`),
    },
    { label: t("exports.columns.sentAt"), kind: "instant", value: ({ createdAt }) => createdAt },
    {
      label: t("exports.columns.sentBy"),
      kind: "text",
      width: 26,
      value: ({ createdBy }) => createdBy ?? t("imports.screen.list.commandLine"),
    },
    count(t("exports.columns.new"), "new"),
    count(t("exports.columns.changed"), "changed"),
    count(t("exports.columns.unchanged"), "unchanged"),
    count(t("exports.columns.errors"), "error"),
    {
      label: t("exports.columns.outcome"),
      kind: "text",
      value: (item) => {
        const count = item.counts?.error ?? 0;
        return t(`imports.screen.state.${standingOf(item)}`, { count });
      },
    },
  ];
}

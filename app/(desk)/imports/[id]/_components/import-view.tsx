import { useTranslations } from "next-intl";
import { Pagination } from "#components/data-table/pagination.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { CivilDate } from "#lib/core/dates.ts";
import { ROW_SIZES } from "#lib/imports/corrections.ts";
import { type Counts, OUTCOMES } from "#lib/imports/schema.ts";
import type { ImportDetail, WrittenItem } from "#lib/imports/views.ts";
import { CheckedRows } from "./checked-rows.tsx";
import classes from "./import-view.module.css";
import { rowsHref, type ShownRows } from "./shown-rows.ts";
import { SkippedLines } from "./skipped-lines.tsx";
import { Steps } from "./steps.tsx";
import type { Vocabulary } from "./vocabulary.ts";

/** The counts in a sentence, what to do beside, and the rows. */
export function ImportView({
  found,
  shown,
  written,
  vocabulary,
  today,
}: {
  found: ImportDetail;
  shown: ShownRows;
  written: readonly WrittenItem[];
  vocabulary: Vocabulary;
  today: CivilDate;
}) {
  const t = useTranslations("imports.screen");
  const { check } = found;
  const total = check.rows.length;
  return (
    <>
      <p className={classes.summary} role="status">
        {t("summary", { ...check.counts, total })}
      </p>
      <div className={classes.sides}>
        <Steps found={found} vocabulary={vocabulary} today={today} />
        <Panel title={t("rows.title")} className={classes.main}>
          {total === 0 ? (
            <EmptyState title={t("rows.none")} explanation={t("rows.noRows")} />
          ) : (
            <>
              <LinkTabs label={t("show.label")} tabs={tabsOf(shown, check.counts, total, t)} />
              {shown.total === 0 ? (
                <EmptyState title={t("rows.none")} explanation={t("rows.noneHint")} />
              ) : (
                <CheckedRows
                  rows={shown.rows}
                  headings={check.table.headings}
                  written={written}
                  names={vocabulary.names}
                />
              )}
              <Pagination
                total={shown.total}
                page={shown.page}
                size={shown.size}
                sizes={ROW_SIZES}
                hrefOf={(page, size) => rowsHref(found.id, { show: shown.show, page, size })}
              />
            </>
          )}
          <SkippedLines skipped={check.table.skipped} />
        </Panel>
      </div>
    </>
  );
}

/** Outcomes that some row has, and the one that is looked at. */
function tabsOf(
  { id, show }: ShownRows,
  counts: Counts,
  total: number,
  t: ReturnType<typeof useTranslations<"imports.screen">>,
) {
  return (["error", ...OUTCOMES.filter((each) => each !== "error"), "all"] as const)
    .map((each) => ({ each, count: each === "all" ? total : counts[each] }))
    .filter(({ each, count }) => count > 0 || each === show)
    .map(({ each, count }) => ({
      href: rowsHref(id, { show: each }),
      label: t("show.count", { name: t(`show.${each}`), count }),
      current: each === show,
    }));
}

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { FilterWords } from "#components/data-table/filter-words.tsx";
import { ListFrame } from "#components/data-table/list-frame.tsx";
import { Pagination } from "#components/data-table/pagination.tsx";
import { onPage } from "#components/data-table/sortable-columns.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { CivilDate } from "#lib/core/dates.ts";
import type { DirectiveNames } from "#lib/directives/names.ts";
import {
  DIRECTIVE_PAGE_SIZES,
  type DirectiveListItem,
  type DirectiveListState,
  directiveListHref,
} from "#lib/directives/schema.ts";
import { cellsOf, tableColumns } from "./directive-columns.tsx";
import { DirectiveFilters } from "./directive-filters.tsx";
import classes from "./directive-list.module.css";
import { directiveWords } from "./directive-words.ts";

/** The list of directives with its filters in words. */
export function DirectiveList({
  list,
  state,
  names,
  partial,
  today,
  savedViews,
}: {
  list: { items: DirectiveListItem[]; total: number };
  state: DirectiveListState;
  names: DirectiveNames;
  /** Whether the person sees only some of the tasks, and so only these are counted. */
  partial: boolean;
  today: CivilDate;
  /** The menu of kept filters. */
  savedViews: ReactNode;
}) {
  const t = useTranslations("directives");
  const level = useTranslations("tasks.level");
  const locale = useLocale();
  const words = directiveWords(state, names, t, level);
  const rows = list.items.map((directive) => ({
    id: `${directive.id}`,
    href: `/directives/${directive.id}`,
    cells: cellsOf(directive, locale, t, level),
  }));
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={savedViews}
        details={
          <FilterWords total={list.total} words={words} clearHref="/directives">
            {t("count", { count: list.total })}
          </FilterWords>
        }
      />
      <div className={classes.tools}>
        <DirectiveFilters state={state} names={names} today={today} />
      </div>
      {list.total === 0 ? (
        <div className={classes.empty}>
          <EmptyState
            title={t("empty.title")}
            explanation={t(words.length > 0 ? "empty.filtered" : "empty.all")}
            action={
              words.length > 0 && <LinkButton href="/directives">{t("empty.clear")}</LinkButton>
            }
          />
        </div>
      ) : (
        <>
          <ListFrame>
            <DataTable
              caption={t("caption")}
              columns={tableColumns(state, (column) => t(`columns.${column}`))}
              rows={rows}
              opens="abstract"
            />
          </ListFrame>
          <Pagination
            total={list.total}
            page={state.page ?? 1}
            size={state.size ?? DIRECTIVE_PAGE_SIZES[0]}
            sizes={DIRECTIVE_PAGE_SIZES}
            hrefOf={(page, size) =>
              directiveListHref(onPage(state, page, size, DIRECTIVE_PAGE_SIZES))
            }
          />
          {partial && <p className={classes.note}>{t("own")}</p>}
        </>
      )}
    </>
  );
}

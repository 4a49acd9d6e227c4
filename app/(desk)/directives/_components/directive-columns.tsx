import type { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DataColumn } from "#components/data-table/columns.ts";
import { type ColumnShape, sortableColumns } from "#components/data-table/sortable-columns.ts";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { TruncatedText } from "#components/ui/truncated-text.tsx";
import { formatCivilDate, formatRate } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import {
  type DirectiveListItem,
  type DirectiveListState,
  type DirectiveSort,
  directiveListHref,
} from "#lib/directives/schema.ts";
import classes from "./directive-list.module.css";

type Column = Exclude<DirectiveSort, "tasks" | "level"> | "abstract";
const SHAPES: Record<Column, ColumnShape<DirectiveSort>> = {
  number: { card: "start", sort: "number" },
  abstract: { card: "title", minWidth: 12 },
  issuedOn: { card: "line", sort: "issuedOn", namedOnCard: true },
  body: { card: "line", sort: "body", minWidth: 9 },
  type: { card: "line", sort: "type", minWidth: 7 },
  receivedOn: { card: "line", sort: "receivedOn", namedOnCard: true },
  completion: { card: "line", sort: "completion", numeric: true, namedOnCard: true },
  overdue: { card: "end", sort: "overdue", numeric: true },
};
export const COLUMNS = Object.keys(SHAPES) as readonly Column[];

const USUAL_SORT = "-receivedOn";

/** The columns with the addresses that sort the list by them. */
export function tableColumns(
  state: DirectiveListState,
  label: (column: Column) => string,
): DataColumn[] {
  const { page: _page, ...list } = state;
  const hrefOf = (sort: typeof USUAL_SORT | NonNullable<typeof state.sort>) =>
    directiveListHref({ ...list, sort });
  return sortableColumns(COLUMNS, SHAPES, state.sort ?? USUAL_SORT, hrefOf, label);
}

/** What the cells of a directive's row show. */
export function cellsOf(
  directive: DirectiveListItem,
  locale: Locale,
  t: ReturnType<typeof useTranslations<"directives">>,
  level: (level: DirectiveListItem["level"]) => string,
): Record<Column, ReactNode> {
  const { tasks, completed, completion, overdue, urgency } = directive;
  return {
    number: (
      <span className={classes.number}>
        {directive.number}
        {urgency !== "NORMAL" && <span className={classes.urgency}>{t(`urgency.${urgency}`)}</span>}
      </span>
    ),
    abstract: <TruncatedText>{directive.abstract}</TruncatedText>,
    issuedOn: <span className={classes.day}>{formatCivilDate(directive.issuedOn)}</span>,
    body: (
      <span className={classes.body}>
        <span>{directive.issuingBody}</span>
        <span className={classes.soft}>{level(directive.level)}</span>
      </span>
    ),
    type: t(`type.${directive.type}`),
    receivedOn: <span className={classes.day}>{formatCivilDate(directive.receivedOn)}</span>,
    completion: (
      <span className={classes.completion}>
        <span>{formatRate(completion, locale)}</span>
        <span className={classes.soft}>
          {tasks === 0 ? t("noTasks") : t("done", { completed, tasks })}
        </span>
      </span>
    ),
    overdue: overdue > 0 && (
      <span className={classes.overdue}>
        <StatusMark meaning="overdue">{t("overdueCount", { count: overdue })}</StatusMark>
      </span>
    ),
  };
}

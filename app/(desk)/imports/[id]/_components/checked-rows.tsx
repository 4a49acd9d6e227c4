import { CircleAlertIcon, EqualIcon, PencilIcon, PlusIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { letters } from "#lib/core/spreadsheet/sheet.ts";
import type { CheckedRow, Outcome, RowIssue } from "#lib/imports/schema.ts";
import type { WrittenItem } from "#lib/imports/views.ts";
import classes from "./checked-rows.module.css";
import { useEntryWords } from "./entry-words.ts";
import type { Vocabulary } from "./vocabulary.ts";

const ICONS = {
  new: PlusIcon,
  changed: PencilIcon,
  unchanged: EqualIcon,
  error: CircleAlertIcon,
} satisfies Record<Outcome, unknown>;

/** Rows of a file by their lines: what each is about, what comes of it, and what is wrong. */
export function CheckedRows({
  rows,
  headings,
  written,
  names,
}: {
  rows: readonly CheckedRow[];
  headings: readonly string[];
  /** What the rows wrote, once they are applied. */
  written: readonly WrittenItem[];
  names: Vocabulary["names"];
}) {
  const t = useTranslations("imports.screen");
  const entryName = useTranslations("imports.entries");
  const wordsOf = useEntryWords(names);
  return (
    <ol className={classes.rows}>
      {rows.map((row) => {
        const { line, outcome, label, known, hidden, differences } = row;
        const Icon = ICONS[outcome];
        return (
          <li key={line} className={classes.row} data-outcome={outcome}>
            <span className={classes.line}>{t("rows.line", { line })}</span>
            <span className={classes.outcome}>
              <Icon size={15} strokeWidth={1.9} aria-hidden />
              {t(`outcome.${outcome}`)}
            </span>
            <div className={classes.what}>
              <p className={classes.label}>
                {label || t("rows.unnamed")} <Places items={written} line={line} known={known} />
                {hidden && <span className={classes.soft}> · {t("rows.hidden")}</span>}
              </p>
              <Issues row={row} issues={row.issues} headings={headings} />
              {differences.map(({ entry, from, to }, index) => {
                const words = {
                  what: entryName(entry),
                  from: wordsOf(entry, from),
                  to: wordsOf(entry, to),
                };
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: an entry may change in two ways.
                  <p key={index} className={classes.change}>
                    {t(from === null ? "rows.set" : "rows.change", words)}
                  </p>
                );
              })}
              <Issues row={row} issues={row.notices} headings={headings} quiet />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** What a row wrote, to be opened; before that, what it is in the register. */
function Places({
  items,
  line,
  known,
}: {
  items: readonly WrittenItem[];
  line: number;
  known: string | null;
}) {
  const own = items.filter((item) => item.line === line);
  if (own.length === 0) return known && <span className={classes.soft}>({known})</span>;
  return own.map((item) => (
    <Link key={item.subject} href={hrefOf(item)} prefetch={false} className={classes.place}>
      {item.code}
    </Link>
  ));
}

function hrefOf(item: WrittenItem): string {
  switch (item.subject) {
    case "task":
      return `/tasks/${item.id}`;
    case "directive":
      return `/directives/${item.id}`;
    case "indicator":
      return `/indicators?month=${item.month}`;
    case "account":
      return "/admin/users";
  }
}

/** What is wrong with a row, or only said of it, cell by cell. */
function Issues({
  row: { line },
  issues,
  headings,
  quiet = false,
}: {
  row: CheckedRow;
  issues: readonly RowIssue[];
  headings: readonly string[];
  quiet?: boolean;
}) {
  const t = useTranslations();
  if (issues.length === 0) return null;
  const placeOf = ({ column, entry }: RowIssue): string | null => {
    const heading = column === null ? "" : (headings[column] ?? "");
    return heading || (entry && t(`imports.entries.${entry}`));
  };
  return (
    <ul className={quiet ? classes.notices : classes.issues}>
      {issues.map((issue, index) => {
        const place = placeOf(issue);
        const cell = issue.column === null ? null : `${letters(issue.column)}${line}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell may be wrong in two ways.
          <li key={index}>
            {place && <strong>{place}</strong>}
            {cell && <span className={classes.cell}>{t("imports.screen.rows.at", { cell })}</span>}
            <span>{t(issue.key, issue.values)}</span>
          </li>
        );
      })}
    </ul>
  );
}

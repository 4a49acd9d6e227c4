"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { useSubmission } from "#components/ui/use-submission.ts";
import type { CivilMonth } from "#lib/core/dates.ts";
import { enterValues } from "../actions.ts";
import type { TypedRows } from "./kept-sheet.ts";
import { cellsOf, paste } from "./paste.ts";
import classes from "./sheet.module.css";
import { SheetTable } from "./sheet-table.tsx";
import { standingNow } from "./standing-now.ts";
import { COLUMNS, type Column, type ShownRow, sentOf } from "./typed-rows.ts";
import { useSheet } from "./use-sheet.ts";

/** A department's month, entered like a spreadsheet: Enter and arrows go down, Ctrl+Enter saves. */
export function SheetDesk({
  owner,
  department,
  month,
  closed,
  rows,
}: {
  /** Whose draft it is, on a browser that several people use. */
  owner: string;
  department: string;
  month: CivilMonth;
  closed: boolean;
  rows: readonly ShownRow[];
}) {
  const t = useTranslations("indicators.sheet");
  const sheet = useSheet(`indicators:${owner}:${department}:${month}`, rows);
  const [pasted, setPasted] = useState<{ filled: number; left: number } | null>(null);
  const [sentRows, setSentRows] = useState<TypedRows>({});
  const { state, issues, submit, busy } = useSubmission<number>(async (previous, form) => {
    setSentRows(Object.fromEntries(rows.map((row) => [row.code, sheet.typed(row)])));
    const answer = await enterValues(previous, form);
    if (answer.ok) sheet.discard();
    else if (answer.current) sheet.rebase(standingNow(answer.current).versions);
    return answer;
  });
  const current = state?.ok === false && state.current ? standingNow(state.current).rows : {};
  const mayEnter = rows.some((row) => row.mayEnter);
  const count = (of: ShownRow["standing"]["state"]) =>
    rows.filter(({ standing }) => standing.state === of).length;
  const sent = sheet.changed.map((row) => [row.code, sentOf(row, sheet.typed(row))]);

  function byKey(event: KeyboardEvent<HTMLFormElement>): void {
    const place = placeOf(event.target);
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      // What is typed last is taken in when its cell is left.
      if (event.target instanceof HTMLElement) event.target.blur();
      const form = event.currentTarget;
      requestAnimationFrame(() => form.requestSubmit());
    } else if (place && (event.key === "Enter" || isArrow(event))) {
      event.preventDefault();
      const back = event.key === "ArrowUp" || (event.key === "Enter" && event.shiftKey);
      focusNext(event.currentTarget, place, back ? -1 : 1);
    }
  }

  function onPaste(event: ClipboardEvent<HTMLFormElement>): void {
    const place = placeOf(event.target);
    const cells = cellsOf(event.clipboardData.getData("text/plain"));
    const column = COLUMNS.find((each) => each === place?.column);
    if (!place || !cells || !column) return;
    event.preventDefault();
    const result = paste(rows, sheet.typed, { row: place.row, column }, cells);
    sheet.changeAll(result.changes);
    setPasted(result);
  }

  return (
    <form onSubmit={submit} onKeyDown={byKey} onPaste={onPaste} className={classes.form}>
      <input type="hidden" name="month" value={month} />
      <input type="hidden" name="rows" value={JSON.stringify(Object.fromEntries(sent))} />
      {closed && mayEnter && (
        <p className={classes.closed}>
          <StatusMark meaning="dueSoon">{t("closed")}</StatusMark>
        </p>
      )}
      {sheet.restored && sheet.changed.length > 0 && (
        <p className={classes.notice} role="status">
          {t("restored", { count: sheet.changed.length })}
          <Button variant="default" size="compact-sm" onClick={sheet.discard}>
            {t("discard")}
          </Button>
        </p>
      )}
      {state?.ok === false && <FormProblem>{problemOf(state.message, issues)}</FormProblem>}
      <p className={classes.counts}>
        {t("counts", {
          total: rows.length,
          reported: count("REPORTED"),
          nothing: count("NOTHING_AROSE"),
          missing: count("NOT_REPORTED"),
        })}
      </p>
      <SheetTable rows={rows} sheet={sheet} sent={sentRows} issues={issues} current={current} />
      {mayEnter && (
        <div className={classes.end}>
          <Button type="submit" loading={busy} disabled={sheet.changed.length === 0}>
            {t("save", { count: sheet.changed.length })}
          </Button>
          <p role="status" className={classes.hint}>
            {state?.ok && sheet.changed.length === 0
              ? t("saved", { count: state.result })
              : pasted
                ? t("pasted", pasted)
                : sheet.unkept
                  ? t("unkept")
                  : null}
          </p>
          <p className={classes.keys}>{t("keys")}</p>
        </div>
      )}
    </form>
  );
}

/** What is wrong with the sheet as a whole: its month, or that something is. */
function problemOf(message: string, issues: Record<string, string>): string {
  return issues.month ?? issues.rows ?? message;
}

type Place = { row: number; column: Column | "state" };

function placeOf(target: EventTarget): Place | null {
  if (!(target instanceof HTMLElement)) return null;
  const { row, column } = target.dataset;
  return row === undefined || column === undefined
    ? null
    : { row: Number(row), column: column as Place["column"] };
}

/** Up and down leave a cell, but choose within a list. */
function isArrow({ key, target }: KeyboardEvent): boolean {
  return (key === "ArrowDown" || key === "ArrowUp") && !(target instanceof HTMLSelectElement);
}

/** The next cell of the column, above or below; rows without it are passed over. */
function focusNext(form: HTMLFormElement, { row, column }: Place, step: 1 | -1): void {
  const cells = [...form.querySelectorAll<HTMLElement>(`[data-column="${column}"]`)];
  const own = cells.findIndex((cell) => cell.dataset.row === `${row}`);
  const next = cells[own + step];
  next?.focus();
  if (next instanceof HTMLInputElement) next.select();
}

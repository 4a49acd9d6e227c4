import type { Locale } from "#lib/core/i18n/locales.ts";
import type { WorkbookWords } from "#lib/scorecards/xlsx.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import { costOf, methodOf, remarkOf, type Translate } from "./words.ts";

/** How the workbook names things, as the screen does. */
export function workbookWords(
  about: string,
  names: TaskNames,
  t: Translate,
  locale: Locale,
): WorkbookWords {
  return {
    title: t("title"),
    // A sentence a line: a cell is printed as far as the page is wide.
    notes: [about, t("proposal"), ...methodOf(t)].flatMap((words) => words.split(/(?<=[.;]) /)),
    sheets: { summary: t("workbook.summary"), lines: t("workbook.lines") },
    kinds: { department: t("workbook.department"), officer: t("workbook.officer") },
    columns: {
      kind: t("workbook.kind"),
      name: t("workbook.name"),
      department: t("table.department"),
      assigned: t("table.assigned"),
      completed: t("table.completed"),
      a: t("table.a"),
      b: t("table.b"),
      c: t("table.c"),
      result: t("table.result"),
      remark: t("workbook.remark"),
      code: t("card.code"),
      task: t("card.task"),
      due: t("card.due"),
      completedOn: t("card.completedOn"),
      returns: t("workbook.returns"),
      missed: t("workbook.missed"),
      points: t("card.lineResult"),
      lost: t("card.lost"),
    },
    departmentOf: (code) => names.department(code).full,
    remarkOf: (card) => remarkOf(card, t),
    costOf: (line) => costOf(line, t, locale),
  };
}

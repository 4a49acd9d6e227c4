import type { CellStyle, ColumnDef, DataValidation, PageSetup, RowDef, WriteSheet } from "hucre";
import { writeXlsx } from "hucre/xlsx";
import { messages } from "#lib/core/i18n/messages/index.ts";
import { letters } from "#lib/core/spreadsheet/sheet.ts";
import { ENTRIES, type Entry, type ImportKind } from "./schema.ts";
import {
  DAY_HINT,
  GUIDE_HEADINGS,
  GUIDE_LINES,
  GUIDES,
  LIST_HINT,
  NEED_WORDS,
  OWN_NAMES,
  SHEET_NAMES,
} from "./template-words.ts";
import {
  DIRECTIVE_TYPE_WORDS,
  PRIORITY_WORDS,
  ROLE_WORDS,
  STATE_WORDS,
  STATUS_WORDS,
  URGENCY_WORDS,
  type Words,
} from "./value-words.ts";

/** An entry of a catalogue, by its code and its name. */
export type TemplateChoice = { code: string; name: string };

/** What the commune's drop-downs offer. */
export type TemplateCatalogues = Readonly<
  Record<
    "department" | "field" | "sector" | "issuingBody" | "indicator",
    readonly TemplateChoice[]
  > &
    /** Positions. */
    Record<"leaders" | "workers", readonly string[]>
>;

/** The template is in Vietnamese whoever asks for it. */
const ENTRY_NAMES = messages.vi.imports.entries;

const headingOf = (kind: ImportKind, entry: Entry) =>
  OWN_NAMES[kind]?.[entry] ?? ENTRY_NAMES[entry];

/** Rows that can be filled in with drop-downs and formats. */
const ROWS = 5000;

const FONT = { name: "Times New Roman", size: 11 } as const;
const LINE = { style: "thin", color: { rgb: "B9C2CD" } } as const;
const head = (fill: string): CellStyle => ({
  font: { ...FONT, bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: fill } },
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
  border: { top: LINE, bottom: LINE, left: LINE, right: LINE },
});
/** Columns that have to be filled in stand out. */
const HEADS = { always: head("B9CDF0"), new: head("DCE6F7"), never: head("F1F3F6") } as const;
const TEXT: CellStyle = { font: FONT, alignment: { vertical: "top", wrapText: true } };
const TITLE: CellStyle = { font: { ...FONT, size: 14, bold: true } };

const LINE_HEIGHT = 15;
/** In characters. */
const GUIDE_WIDTHS = [26, 20, 70, 36] as const;
const PAGE: PageSetup = {
  paperSize: "a4",
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
};

const DAYS: readonly Entry[] = [
  ...(["directiveDate", "assignedOn", "dueOn", "extendedTo", "extensionRequestedOn"] as const),
  ...(["extensionDecidedOn", "completedOn", "cancelledOn", "issuedOn", "receivedOn"] as const),
];
/** What Excel would take for a date or a number, and is none. */
const LITERAL: readonly Entry[] = [
  "code",
  "externalId",
  "number",
  "directiveNumber",
  "month",
  "login",
];
const LONG: readonly Entry[] = ["title", "abstract", "deliverable", "note", "name"];

const firstWords = (words: Words<string>) => Object.values(words).map(([first = ""]) => first);
const namesOf = (choices: readonly TemplateChoice[]) => choices.map(({ name }) => name);

/** A list to choose from, with its codes where it has any. */
type List = { title: string; codes: readonly string[] | null; names: readonly string[] };

/** The lists of a kind, by the entry that is chosen from them; by codes where names are too long. */
function listsOf(kind: ImportKind, given: TemplateCatalogues): Map<Entry, List> {
  const catalogue = (title: string, choices: readonly TemplateChoice[]): List => ({
    title,
    codes: choices.map(({ code }) => code),
    names: namesOf(choices),
  });
  const words = (entry: Entry, names: readonly string[]): [Entry, List] => [
    entry,
    { title: ENTRY_NAMES[entry], codes: null, names },
  ];
  const department: List = catalogue("Đơn vị", given.department);
  const shared: [Entry, List][] = [
    ["department", department],
    ["cooperating", department],
    ["portfolioDepartments", department],
    ["field", catalogue(ENTRY_NAMES.field, given.field)],
    ["sector", catalogue(ENTRY_NAMES.sector, given.sector)],
    ["issuingBody", catalogue(ENTRY_NAMES.issuingBody, given.issuingBody)],
    words("leader", given.leaders),
    words("assignee", given.workers),
    words("priority", firstWords(PRIORITY_WORDS)),
    words("status", firstWords(STATUS_WORDS)),
    words("type", firstWords(DIRECTIVE_TYPE_WORDS)),
    words("urgency", firstWords(URGENCY_WORDS)),
    words("state", firstWords(STATE_WORDS)),
    words("role", firstWords(ROLE_WORDS)),
  ];
  if (kind === "INDICATOR_VALUES") {
    const indicators = catalogue("Chỉ số", given.indicator);
    shared.push(["code", indicators], ["name", indicators]);
  }
  const entries: readonly Entry[] = ENTRIES[kind];
  return new Map(
    shared.filter(([entry, { names }]) => entries.includes(entry) && names.length > 0),
  );
}

/**
 * A workbook to fill in: the columns of a kind with the commune's own names to choose from, an
 * explanation of each, and the catalogues. It has no row that could be brought in by mistake.
 */
export async function importTemplate(
  kind: ImportKind,
  catalogues: TemplateCatalogues,
): Promise<Uint8Array> {
  const lists = listsOf(kind, catalogues);
  const { sheet, places } = listsSheet([...new Set(lists.values())]);
  return writeXlsx({
    sheets: [rowsSheet(kind, lists, places), guideSheet(kind), sheet],
    defaultFont: FONT,
  });
}

type Places = ReadonlyMap<List, { codes: string; names: string }>;

/** The lists side by side, and where the cells of each are. */
function listsSheet(lists: readonly List[]): { sheet: WriteSheet; places: Places } {
  const columns: { title: string; cells: readonly string[]; width: number }[] = [];
  const places = new Map<List, { codes: string; names: string }>();
  const add = (title: string, cells: readonly string[], width: number) => {
    const letter = letters(columns.length);
    columns.push({ title, cells, width });
    return `'${SHEET_NAMES.lists}'!$${letter}$2:$${letter}$${cells.length + 1}`;
  };
  for (const list of lists) {
    const names = add(list.title, list.names, 42);
    const codes = list.codes ? add(`Mã ${list.title.toLowerCase()}`, list.codes, 22) : names;
    places.set(list, { codes, names });
  }
  const height = columns.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const rows = Array.from({ length: height }, (_, row) =>
    columns.map(({ cells }) => cells[row] ?? null),
  );
  return {
    places,
    sheet: {
      name: SHEET_NAMES.lists,
      columns: columns.map(({ width }) => ({ width, style: TEXT })),
      rows: [columns.map(({ title }) => title), ...rows],
      cells: new Map(columns.map((_, column) => [`0,${column}`, { style: HEADS.never }])),
      rowDefs: heightsOf(
        rows,
        columns.map(({ width }) => width),
        1,
      ),
      freezePane: { rows: 1 },
      pageSetup: PAGE,
    },
  };
}

/** Heights by the texts of each row: not every viewer fits rows to them. @param first their line, from 0 */
function heightsOf(
  rows: readonly (readonly (string | null | undefined)[])[],
  widths: readonly number[],
  first: number,
): Map<number, RowDef> {
  const lines = (row: readonly (string | null | undefined)[]) =>
    row.map((text, column) => Math.ceil((text?.length ?? 0) / (widths[column] ?? 1)));
  return new Map(
    rows.map((row, index) => [
      first + index,
      { height: LINE_HEIGHT * lines(row).reduce((most, each) => Math.max(most, each), 1) },
    ]),
  );
}

function rowsSheet(kind: ImportKind, lists: ReadonlyMap<Entry, List>, places: Places): WriteSheet {
  const entries: readonly Entry[] = ENTRIES[kind];
  const validations: DataValidation[] = [];
  entries.forEach((entry, column) => {
    const range = `${letters(column)}2:${letters(column)}${ROWS + 1}`;
    const list = lists.get(entry);
    const place = list && places.get(list);
    if (place)
      validations.push(listValidation(range, entry === "code" ? place.codes : place.names));
    else if (DAYS.includes(entry)) validations.push(dayValidation(range));
  });
  return {
    name: SHEET_NAMES.rows,
    columns: entries.map((entry) => columnOf(entry)),
    rows: [entries.map((entry) => headingOf(kind, entry))],
    cells: new Map(
      entries.map((entry, column) => [
        `0,${column}`,
        { style: HEADS[GUIDES[kind][entry]?.need ?? "never"] },
      ]),
    ),
    rowDefs: new Map([[0, { height: 36 }]]),
    dataValidations: validations,
    freezePane: { rows: 1 },
    pageSetup: PAGE,
  };
}

function columnOf(entry: Entry): ColumnDef {
  const numFmt = DAYS.includes(entry) ? "dd/mm/yyyy" : LITERAL.includes(entry) ? "@" : undefined;
  const width = LONG.includes(entry) ? 45 : DAYS.includes(entry) ? 14 : 22;
  return { width, style: { ...TEXT, ...(numFmt && { numFmt }) } };
}

/** Offers a list without insisting on it: short names and several of them are understood too. */
function listValidation(range: string, formula1: string): DataValidation {
  return {
    type: "list",
    range,
    formula1,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "warning",
    errorTitle: LIST_HINT.title,
    errorMessage: LIST_HINT.text,
  };
}

function dayValidation(range: string): DataValidation {
  return {
    type: "date",
    operator: "greaterThan",
    // 1 January 2000, as Excel counts days.
    formula1: "36526",
    range,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "warning",
    errorTitle: DAY_HINT.title,
    errorMessage: DAY_HINT.text,
  };
}

function guideSheet(kind: ImportKind): WriteSheet {
  const entries: readonly Entry[] = ENTRIES[kind];
  const above = [["HƯỚNG DẪN ĐIỀN TỆP NHẬP"], ...GUIDE_LINES.map((line) => [line]), []];
  const explained = entries.map((entry) => {
    const { need, says, example } = GUIDES[kind][entry] ?? {
      need: "never",
      says: "",
      example: "",
    };
    return [headingOf(kind, entry), NEED_WORDS[need], says, example || null];
  });
  const cells = new Map<string, { style: CellStyle }>([["0,0", { style: TITLE }]]);
  const line: CellStyle = { font: FONT };
  GUIDE_LINES.forEach((_, index) => {
    cells.set(`${index + 1},0`, { style: line });
  });
  GUIDE_HEADINGS.forEach((_, column) => {
    cells.set(`${above.length},${column}`, { style: HEADS.new });
  });
  return {
    name: SHEET_NAMES.guide,
    columns: GUIDE_WIDTHS.map((width) => ({ width, style: TEXT })),
    rows: [...above, [...GUIDE_HEADINGS], ...explained],
    rowDefs: heightsOf(explained, GUIDE_WIDTHS, above.length + 1),
    cells,
    pageSetup: PAGE,
  };
}

import { type Edit, edited, inUtf8, NOTES_HEADING } from "./annotate-schema.ts";
import { type NoteStyles, prefixOf } from "./annotate-styles.ts";
import { letters, placeOf } from "./sheet.ts";
import { tidyText } from "./text.ts";
import { attribute, escapeXml, type TagPlace, XmlScanner } from "./xml.ts";

/* Notes put into a sheet's XML: a cell in each row concerned, and nothing else is touched. */

/** A row's place, and those of its cells. */
type Row = {
  line: number;
  open: TagPlace;
  close: TagPlace;
  selfClosing: boolean;
  cells: { column: number; from: number; to: number }[];
};

type Column = { from: number; to: number; tag: TagPlace };

/** Where the things of a sheet stand that notes have to do with. */
type Layout = {
  prefix: string;
  rows: Row[];
  data: TagPlace;
  dataEnd: TagPlace;
  columns: { open: TagPlace; close: TagPlace; each: Column[] } | null;
  dimension: TagPlace | null;
  /** Where a conditional format may be put. */
  formats: number;
};

/** What stands between the cells and conditional formats (ECMA-376 part 1, 18.3.1.99). */
const BEFORE_FORMATS = new Set([
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
]);

/** In characters of the workbook's font. */
const NOTE_WIDTH = 60;

export type SheetNotes = {
  /** The column of the notes, from 0. */
  column: number;
  /** The line of its heading. */
  heading: number;
  /** Words by line. */
  notes: ReadonlyMap<number, string>;
  styles: NoteStyles | null;
};

/**
 * A sheet's part with notes in a column, in place of any that stood there below the heading.
 * @param xml sound XML of a sheet
 */
export function withNotes(xml: string, { column, heading, notes, styles }: SheetNotes): string {
  const layout = layoutOf(xml);
  const { prefix: p } = layout;
  const written = (line: number) => {
    const words = line === heading ? NOTES_HEADING : notes.get(line);
    if (words === undefined) return "";
    const style = line === heading ? styles?.heading : styles?.note;
    const look = style === undefined ? "" : ` s="${style}"`;
    return `<${p}c r="${letters(column)}${line}"${look} t="inlineStr"><${p}is><${p}t xml:space="preserve">${escapeXml(plain(words))}</${p}t></${p}is></${p}c>`;
  };
  const edits: Edit[] = [];
  const missing = new Set([heading, ...notes.keys()]);
  for (const row of layout.rows) {
    missing.delete(row.line);
    if (row.line >= heading) edits.push(...rowEdits(xml, p, row, column, written(row.line)));
  }
  for (const line of [...missing].sort((a, b) => a - b)) {
    const at = layout.rows.find((row) => row.line > line)?.open.from ?? layout.dataEnd.from;
    edits.push({ from: at, to: at, text: `<${p}row r="${line}">${written(line)}</${p}row>` });
  }
  edits.push(widthEdit(xml, layout, column));
  if (layout.dimension) edits.push({ ...layout.dimension, text: "" });
  if (styles) edits.push(...tintEdit(xml, layout, column, heading, styles.row));
  return inUtf8(edited(xml, edits));
}

/** Words that XML can hold, none of which is taken for a sign written as `_x000A_`. */
function plain(words: string): string {
  return tidyText(words).replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_");
}

function rowEdits(xml: string, p: string, row: Row, column: number, cell: string): Edit[] {
  const there = row.cells.find((each) => each.column === column);
  if (there) return [{ from: there.from, to: there.to, text: cell }];
  if (cell === "") return [];
  const tag = xml.slice(row.open.from, row.open.to).replace(/\sspans\s*=\s*("[^"]*"|'[^']*')/, "");
  if (row.selfClosing) {
    return [{ ...row.open, text: `${tag.replace(/\s*\/>$/, ">")}${cell}</${p}row>` }];
  }
  const at = row.cells.find((each) => each.column > column)?.from ?? row.close.from;
  return [
    { ...row.open, text: tag },
    { from: at, to: at, text: cell },
  ];
}

/** The column's width; columns that are told of together are told of apart where it is among them. */
function widthEdit(xml: string, { prefix: p, columns, data }: Layout, column: number): Edit {
  const number = column + 1;
  const own = `<${p}col min="${number}" max="${number}" width="${NOTE_WIDTH}" customWidth="1"/>`;
  if (!columns) return { from: data.from, to: data.from, text: `<${p}cols>${own}</${p}cols>` };
  const told = (from: number, to: number, tag: TagPlace) => {
    if (from > to) return "";
    const text = xml.slice(tag.from, tag.to).replace(/\s(?:min|max)\s*=\s*("[^"]*"|'[^']*')/g, "");
    const attributes = text.replace(/^<[^\s/>]+/, "").replace(/\s*\/?>$/, "");
    return `<${p}col min="${from}" max="${to}"${attributes}/>`;
  };
  const before = columns.each.map(({ from, to, tag }) => told(from, Math.min(to, number - 1), tag));
  const after = columns.each.map(({ from, to, tag }) => told(Math.max(from, number + 1), to, tag));
  return {
    from: columns.open.to,
    to: columns.close.from,
    text: before.join("") + own + after.join(""),
  };
}

/** Rows are tinted as long as their note is there: whoever mends a row takes its note away. */
function tintEdit(
  xml: string,
  { prefix: p, rows, formats }: Layout,
  column: number,
  heading: number,
  look: number,
): Edit[] {
  const first = heading + 1;
  const last = Math.max(first, rows.at(-1)?.line ?? first);
  const formula = `LEN($${letters(column)}${first})&gt;0`;
  if (xml.includes(`>${formula}<`)) return [];
  const priorities = [...xml.matchAll(/\spriority\s*=\s*["'](\d+)["']/g)].map(([, one]) =>
    Number(one),
  );
  const priority = Math.max(0, ...priorities) + 1;
  const text = `<${p}conditionalFormatting sqref="A${first}:${letters(column)}${last}"><${p}cfRule type="expression" dxfId="${look}" priority="${priority}"><${p}formula>${formula}</${p}formula></${p}cfRule></${p}conditionalFormatting>`;
  return [{ from: formats, to: formats, text }];
}

function layoutOf(xml: string): Layout {
  const rows: Row[] = [];
  const each: Column[] = [];
  const nowhere: TagPlace = { from: 0, to: 0 };
  const found = { data: nowhere, dataEnd: nowhere, root: nowhere, formats: -1 };
  let columns: { open: TagPlace; close: TagPlace } | null = null;
  let dimension: TagPlace | null = null;
  let depth = 0;
  let inData = false;
  let line = 0;
  let column = -1;

  const scanner = new XmlScanner({
    open(name, attributes, place, selfClosing) {
      depth += 1;
      if (depth === 1) found.root = place;
      if (depth === 2) {
        const isAfter = found.dataEnd !== nowhere && !BEFORE_FORMATS.has(name);
        if (isAfter && found.formats === -1) found.formats = place.from;
        if (name === "sheetData") {
          found.data = place;
          inData = true;
        } else if (name === "cols") columns = { open: place, close: place };
        else if (name === "dimension") dimension = place;
      } else if (name === "col" && !inData) {
        const [from, to] = [attribute(attributes, "min"), attribute(attributes, "max")].map(Number);
        each.push({ from: from ?? 0, to: to ?? 0, tag: place });
      } else if (inData && name === "row") {
        line = Number(attribute(attributes, "r") ?? line + 1);
        column = -1;
        rows.push({ line, open: place, close: place, selfClosing, cells: [] });
      } else if (inData && name === "c") {
        const reference = attribute(attributes, "r");
        column = (reference === null ? null : placeOf(reference)?.column) ?? column + 1;
        rows.at(-1)?.cells.push({ column, from: place.from, to: place.to });
      }
    },
    close(name, place) {
      if (depth === 1 && found.formats === -1) found.formats = place.from;
      if (depth === 2 && name === "sheetData") {
        found.dataEnd = place;
        inData = false;
      } else if (depth === 2 && name === "cols" && columns) columns.close = place;
      else if (inData && name === "row") (rows.at(-1) as Row).close = place;
      else if (inData && name === "c") {
        const cell = rows.at(-1)?.cells.at(-1);
        if (cell) cell.to = place.to;
      }
      depth -= 1;
    },
  });
  scanner.push(xml);
  scanner.end();
  const { data, dataEnd, root, formats } = found;
  const known = columns as { open: TagPlace; close: TagPlace } | null;
  return {
    prefix: prefixOf(xml, root),
    rows,
    data,
    dataEnd,
    columns: known && { ...known, each },
    dimension,
    formats,
  };
}

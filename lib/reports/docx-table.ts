import { convertMillimetersToTwip } from "docx";
import { type Column, type Content, onPaper, staysWhole, type Table, written } from "./content.ts";

/*
 * Tables of a Word document as text. The library builds an object for every piece of every
 * cell: an annex of 10,000 rows took it a minute and two gigabytes, and takes seconds so.
 */

const LINES = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((side) => `<w:${side} w:val="single" w:color="auto" w:sz="4"/>`)
  .join("");
const CELL_MARGINS = (
  [
    ["top", 30],
    ["left", 70],
    ["bottom", 30],
    ["right", 70],
  ] as const
)
  .map(([side, width]) => `<w:${side} w:type="dxa" w:w="${width}"/>`)
  .join("");
const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

type How = { align: Column["align"]; bold: boolean; size: number; keepNext: boolean };

const escaped = (words: string) => words.replace(/[&<>]/g, (letter) => ESCAPES[letter] ?? "");
const totalOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

/**
 * A table that repeats its header on every page and splits no row between two. A small one is
 * not split at all, and the row that adds up never stands alone.
 * @param width of the whole, in millimetres
 * @param size of the letters, in points
 */
export function tableXml(table: Table, width: number, size: number): string {
  const { columns, groups, total } = onPaper(table);
  const shares = totalOf(columns.map((column) => column.width));
  const widths = columns.map((column) => convertMillimetersToTwip((column.width / shares) * width));
  const cell = (words: string, index: number, how: How) =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[index]}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${paragraph(words, how)}</w:tc>`;
  const row = (content: Content, how: Pick<How, "bold" | "keepNext">) =>
    rowXml(
      content
        .map((value, index) =>
          cell(written(value), index, { ...how, size, align: columns[index]?.align ?? "left" }),
        )
        .join(""),
    );
  const heading: How = { align: "center", bold: true, size, keepNext: true };
  const group = (title: string) =>
    rowXml(
      `<w:tc><w:tcPr><w:tcW w:w="${totalOf(widths)}" w:type="dxa"/><w:gridSpan w:val="${columns.length}"/></w:tcPr>${paragraph(title, { ...heading, align: "left" })}</w:tc>`,
    );
  const last = table.rows.length - 1;
  const keepsNext = (position: number) => (position < last ? staysWhole(table) : total !== null);
  let position = 0;
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${totalOf(widths)}" w:type="dxa"/><w:tblBorders>${LINES}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${CELL_MARGINS}</w:tblCellMar></w:tblPr>`,
    `<w:tblGrid>${widths.map((twips) => `<w:gridCol w:w="${twips}"/>`).join("")}</w:tblGrid>`,
    rowXml(
      columns.map(({ label }, index) => cell(label, index, heading)).join(""),
      "<w:tblHeader/>",
    ),
    ...groups.flatMap(({ title, rows }) => [
      ...(title === null ? [] : [group(title)]),
      ...rows.map((content) => row(content, { bold: false, keepNext: keepsNext(position++) })),
    ]),
    ...(total === null ? [] : [row(total, { bold: true, keepNext: false })]),
    "</w:tbl>",
  ].join("");
}

function rowXml(cells: string, more = ""): string {
  return `<w:tr><w:trPr><w:cantSplit/>${more}</w:trPr>${cells}</w:tr>`;
}

function paragraph(words: string, { align, bold, size, keepNext }: How): string {
  return `<w:p><w:pPr>${keepNext ? "<w:keepNext/>" : ""}<w:spacing w:before="0" w:after="0"/><w:jc w:val="${align}"/></w:pPr><w:r><w:rPr>${bold ? "<w:b/><w:bCs/>" : ""}<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr><w:t xml:space="preserve">${escaped(words)}</w:t></w:r></w:p>`;
}

/** What a paragraph says where a table is to stand. */
export const marker = (index: number) => `\u2997table ${index}\u2998`;

/** Puts the tables where the document's paragraphs say their markers. */
export function withTables(documentXml: string, tables: readonly string[]): string {
  return tables.reduce((xml, table, index) => {
    const place = xml.indexOf(marker(index));
    const start = xml.lastIndexOf("<w:p>", place);
    if (place < 0 || start < 0) throw new Error(`No place for table ${index} in the document`);
    const end = xml.indexOf("</w:p>", place) + "</w:p>".length;
    return xml.slice(0, start) + table + xml.slice(end);
  }, documentXml);
}

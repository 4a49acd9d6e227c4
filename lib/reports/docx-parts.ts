import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { type Block, type Table as ReportTable, writtenAll } from "./content.ts";

/* The pieces of a Word document in the layout of Decree 30/2020/NĐ-CP: sizes in points. */

export const SIZES = { body: 14, table: 12, annex: 10, recipients: 11, recipientsTitle: 12 };
export const FIRST_LINE_INDENT = convertMillimetersToTwip(12.7);
/** 6 points, the least between paragraphs. */
const AFTER = 120;
/** A little more than single. */
const LINE = 264;

type Words = { size: number; bold?: boolean; italics?: boolean };

export const run = (words: string, { size, bold = false, italics = false }: Words) =>
  new TextRun({ text: words, size: size * 2, bold, italics });

/** A line of a heading block: centred, close to the next one. */
export function line(words: string, how: Words, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 0, after: 0 },
    ...more,
    children: [run(words, how)],
  });
}

/** A rule of this length in the middle of a space of this width, in millimetres. */
export function rule(length: number, width: number, after = 0): Paragraph {
  const indent = convertMillimetersToTwip(Math.max(0, (width - length) / 2));
  return new Paragraph({
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: "000000" } },
    indent: { left: indent, right: indent },
    spacing: { before: 40, after, line: 40, lineRule: "exact" },
    children: [new TextRun({ text: "", size: 2 })],
  });
}

/** How wide bold capitals of Times New Roman are on average, in ems. */
const CAPITAL = 0.63;

/** Four tenths of a line's width, at most of the space it stands in: between a third and a half. */
export function ruleBelow(words: string, size: number, width: number, letter = CAPITAL): number {
  const millimetres = (words.length * letter * size * 25.4) / 72;
  return 0.4 * Math.min(millimetres, width);
}

/** A table without lines that puts blocks beside each other. */
export function beside(widths: readonly number[], cells: readonly Paragraph[][]): Table {
  return new Table({
    borders: TableBorders.NONE,
    layout: TableLayoutType.FIXED,
    columnWidths: widths.map(convertMillimetersToTwip),
    width: { size: convertMillimetersToTwip(sum(widths)), type: WidthType.DXA },
    margins: { left: 0, right: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (children, index) =>
            new TableCell({
              children,
              width: { size: convertMillimetersToTwip(widths[index] ?? 0), type: WidthType.DXA },
            }),
        ),
      }),
    ],
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/** A block of the body; a table is left a place for. */
export function blockParts(
  block: Block,
  tablePlace: (table: ReportTable) => Paragraph,
): Paragraph[] {
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          heading: HEADINGS[block.level - 1] ?? HeadingLevel.HEADING_3,
          keepNext: true,
          spacing: { before: AFTER, after: AFTER, line: LINE },
          indent: { firstLine: FIRST_LINE_INDENT },
          children: [run(block.text, { size: SIZES.body, bold: true, italics: block.level === 3 })],
        }),
      ];
    case "paragraph":
      return [prose(writtenAll(block.content), block.emphasis === "italic")];
    case "bullet":
      return [prose(`- ${writtenAll(block.content)}`, false)];
    case "table":
      return [tablePlace(block.table), line("", { size: SIZES.table / 2 })];
  }
}

function prose(words: string, italics: boolean): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: FIRST_LINE_INDENT },
    spacing: { before: 0, after: AFTER, line: LINE },
    children: [run(words, { size: SIZES.body, italics })],
  });
}

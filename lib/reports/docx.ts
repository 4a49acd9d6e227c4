import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from "docx";
import { atTime } from "./archive.ts";
import type { Table as ReportTable } from "./content.ts";
import { type ReportDocument, reportDocument } from "./document.ts";
import { beside, blockParts, line, rule, ruleBelow, run, SIZES } from "./docx-parts.ts";
import { marker, tableXml, withTables } from "./docx-table.ts";
import type { MonthlyReport } from "./schema.ts";

/* Page sizes and margins of Decree 30/2020/NĐ-CP, in millimetres. */
const A4 = { width: 210, height: 297 };
const MARGINS = { top: 20, bottom: 20, left: 30, right: 15, header: 10 };
const BODY_WIDTH = A4.width - MARGINS.left - MARGINS.right;
const ANNEX_WIDTH = A4.height - MARGINS.left - MARGINS.right;
const ISSUER_WIDTH = 63;
const NATION_WIDTH = BODY_WIDTH - ISSUER_WIDTH;

const NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const MOTTO = "Độc lập - Tự do - Hạnh phúc";
/** The width of the motto in bold Times New Roman of 14 points. */
const MOTTO_LENGTH = 62.3;
/** How wide a bold letter of a sentence is on average, in ems. */
const LETTER = 0.46;
/** Empty lines for signature and seal. */
const SIGNATURE_LINES = 5;

/**
 * The report as a Word document in the layout of Decree 30/2020/NĐ-CP, ready to be numbered,
 * dated and signed: page number in the top margin except on the first page, annexes in
 * landscape sections of their own with their own page numbers.
 * @param at the time that the file says it was made at: the same report then has the same bytes
 */
export async function reportDocx(report: MonthlyReport, at: Date): Promise<Uint8Array> {
  const document = reportDocument(report);
  const tables: string[] = [];
  const placeFor = (width: number, size: number) => (table: ReportTable) =>
    line(marker(tables.push(tableXml(table, width, size)) - 1), { size });
  const packed = await Packer.toBuffer(
    new Document({
      title: [document.title, ...document.abstract].join(" "),
      creator: document.issuer.lines.join(" "),
      lastModifiedBy: document.issuer.lines.join(" "),
      description: "",
      styles: { default: { document: { run: FONT }, ...headingStyles() } },
      sections: [
        bodySection(document, placeFor(BODY_WIDTH, SIZES.table)),
        ...document.annexes.map((annex) =>
          annexSection(annex, placeFor(ANNEX_WIDTH, SIZES.annex)(annex.table)),
        ),
      ],
    }),
  );
  return atTime(packed, at, { "word/document.xml": (xml) => withTables(xml, tables) });
}

const FONT = {
  font: "Times New Roman",
  size: SIZES.body * 2,
  color: "000000",
  language: { value: "vi-VN" },
};

/** Headings look like the decree's and still make up the outline of the document. */
function headingStyles() {
  const style = { run: { ...FONT, bold: true } };
  return { heading1: style, heading2: style, heading3: { run: { ...style.run, italics: true } } };
}

const twips = convertMillimetersToTwip;

function section(
  orientation: (typeof PageOrientation)[keyof typeof PageOrientation],
  children: (Paragraph | Table)[],
): ISectionOptions {
  return {
    properties: {
      titlePage: true,
      page: {
        size: { width: twips(A4.width), height: twips(A4.height), orientation },
        margin: {
          top: twips(MARGINS.top),
          bottom: twips(MARGINS.bottom),
          left: twips(MARGINS.left),
          right: twips(MARGINS.right),
          header: twips(MARGINS.header),
          footer: twips(MARGINS.header),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      first: new Header({ children: [new Paragraph({ children: [] })] }),
      default: new Header({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ children: [PageNumber.CURRENT], size: SIZES.body * 2 })],
          }),
        ],
      }),
    },
    children,
  };
}

function bodySection(
  document: ReportDocument,
  tablePlace: (table: ReportTable) => Paragraph,
): ISectionOptions {
  return section(PageOrientation.PORTRAIT, [
    headBlocks(document),
    ...titleParts(document),
    ...document.blocks.flatMap((block) => blockParts(block, tablePlace)),
    signatureBlocks(document),
  ]);
}

/** Who issues, on the left; the nation's name, place and date on the right. */
function headBlocks({ issuer, number, placeAndDate }: ReportDocument): Table {
  const [lastLine = ""] = issuer.lines.slice(-1);
  return beside(
    [ISSUER_WIDTH, NATION_WIDTH],
    [
      [
        ...(issuer.above === null ? [] : [line(issuer.above, { size: 13 })]),
        ...issuer.lines.map((words) => line(words, { size: 13, bold: true })),
        rule(ruleBelow(lastLine, 13, ISSUER_WIDTH), ISSUER_WIDTH, 120),
        line(number, { size: 13 }),
      ],
      [
        line(NATION, { size: 13, bold: true }),
        line(MOTTO, { size: 14, bold: true }),
        rule(MOTTO_LENGTH, NATION_WIDTH, 120),
        line(placeAndDate, { size: 14, italics: true }),
      ],
    ],
  );
}

function titleParts({ title, abstract }: ReportDocument): Paragraph[] {
  const [lastLine = ""] = abstract.slice(-1);
  return [
    line(title, { size: 14, bold: true }, { spacing: { before: 360, after: 0 } }),
    ...abstract.map((words) => line(words, { size: 14, bold: true })),
    rule(ruleBelow(lastLine, 14, BODY_WIDTH, LETTER), BODY_WIDTH, 240),
  ];
}

/** To whom it goes, on the left; who signs, with room for signature and seal, on the right. */
function signatureBlocks({ recipients, signer }: ReportDocument): Table {
  const left = { alignment: AlignmentType.LEFT };
  return beside(
    [BODY_WIDTH / 2, BODY_WIDTH / 2],
    [
      [
        line("Nơi nhận:", { size: SIZES.recipientsTitle, bold: true, italics: true }, left),
        ...recipients.map((words) => line(`- ${words}`, { size: SIZES.recipients }, left)),
      ],
      [
        ...(signer.authority === null ? [] : [line(signer.authority, { size: 14, bold: true })]),
        line(signer.position, { size: 14, bold: true }),
        ...Array.from({ length: SIGNATURE_LINES }, () => line("", { size: 14 })),
      ],
    ],
  );
}

function annexSection(
  { title, subject, attachedTo }: ReportDocument["annexes"][number],
  table: Paragraph,
): ISectionOptions {
  return section(PageOrientation.LANDSCAPE, [
    line(title, { size: 14, bold: true }),
    line(subject, { size: 14, bold: true }),
    line(attachedTo, { size: 14, italics: true }),
    rule(50, ANNEX_WIDTH, 160),
    table,
    new Paragraph({ spacing: { before: 0, after: 0 }, children: [run("", { size: 1 })] }),
  ]);
}

import { daysBetween, isCivilDate } from "../../dates.ts";
import { escapeXml } from "../xml.ts";
import { DAY_FORMATS, type MadeCell, type MadeSheet } from "./register.ts";

/* The parts of a workbook written by hand, as Excel writes them, or a stricter or looser program. */

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

export type PartTexts = Record<string, string>;

const relationships = (
  items: readonly (readonly [type: string, target: string])[],
  office: string,
) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

/**
 * A package around the XML of sheets.
 * @param more parts that the workbook refers to: kind of relationship, name within `xl/`, text
 */
export function workbookParts(
  sheets: readonly { name: string; xml: string; hidden?: boolean }[],
  {
    strict = false,
    workbook = "",
    properties = "",
    more = [],
  }: {
    strict?: boolean;
    workbook?: string;
    properties?: string;
    more?: readonly (readonly [type: string, name: string, text: string])[];
  } = {},
): PartTexts {
  const office = strict ? STRICT_OFFICE : OFFICE;
  const main = strict ? STRICT_MAIN : MAIN;
  const related = [
    ...sheets.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`] as const),
    ...more.map(([type, name]) => [type, name] as const),
  ];
  const listed = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${index + 1}"/>`,
  );
  const types = related
    .map(([type, name]) => {
      const kind = type === "theme" ? "theme" : `spreadsheetml.${type}`;
      return `<Override PartName="/xl/${name}" ContentType="application/vnd.openxmlformats-officedocument.${kind}+xml"/>`;
    })
    .join("");
  return {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${types}</Types>`,
    "_rels/.rels": relationships([["officeDocument", "xl/workbook.xml"]], office),
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${properties}/><sheets>${listed.join("")}</sheets>${workbook}</workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(related, office),
    ...Object.fromEntries(
      sheets.map(({ xml }, index) => [`xl/worksheets/sheet${index + 1}.xml`, `${HEAD}${xml}`]),
    ),
    ...Object.fromEntries(more.map(([, name, text]) => [`xl/${name}`, `${HEAD}${text}`])),
  };
}

/** Styles: 0 plain, 1 and 2 the day formats, 3 a percentage, 4 bold, 5 a day by its number alone. */
export const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="2">${DAY_FORMATS.map(
  (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(code)}"/>`,
).join(
  "",
)}</numFmts><fonts count="2"><font><sz val="11"/><color theme="1"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium9" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`;

/** Texts that cells share, with the number of each. */
export class SharedTexts {
  readonly #texts = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, this.#texts.size);
    return this.#texts.size - 1;
  }

  /** @param written how certain texts are written in place of `<t>…</t>` */
  xml(written: Readonly<Record<string, string>> = {}): string {
    const items = [...this.#texts.keys()].map(
      (text) =>
        `<si>${written[text] ?? `<t xml:space="preserve">${escapeXml(text).replaceAll("\n", "_x000D_\n")}</t>`}</si>`,
    );
    return `<sst xmlns="${MAIN}" count="${items.length}" uniqueCount="${items.length}">${items.join("")}</sst>`;
  }
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Days since the end of 1899, as Excel counts them after February 1900. */
export function serialOf(day: string): number {
  if (!isCivilDate(day)) throw new RangeError(day);
  return daysBetween("1900-01-01", day) + 2;
}

/** A sheet's rows as Excel writes them, and what stands around them. */
export function excelSheet(sheet: MadeSheet, shared: SharedTexts, main = MAIN): string {
  const rows = sheet.rows.map((cells, index) => {
    if (cells.length === 0) return "";
    const line = index + 1;
    const written = cells.map((cell, column) =>
      excelCell(cell, `${LETTERS[column]}${line}`, shared),
    );
    const hidden = sheet.hiddenLines.includes(line) ? ' hidden="1"' : "";
    return `<row r="${line}" spans="1:8" ht="15.75" x14ac:dyDescent="0.25"${hidden}>${written.join("")}</row>`;
  });
  const columns = sheet.hiddenColumns.map(
    (column) =>
      `<col min="${column + 1}" max="${column + 1}" width="9" hidden="1" customWidth="1"/>`,
  );
  const merges = sheet.merges.map((merge) => `<mergeCell ref="${merge}"/>`);
  return `<worksheet xmlns="${main}" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><dimension ref="A1:H${rows.length}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="6" topLeftCell="A7" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15.75"/><cols><col min="1" max="1" width="6"/><col min="2" max="2" width="45" customWidth="1"/>${columns.join("")}</cols><sheetData>${rows.join("")}</sheetData>${merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>` : ""}<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`;
}

function excelCell(cell: MadeCell, place: string, shared: SharedTexts): string {
  // Excel writes the cells that a merge covers, for their borders.
  if (cell === null) return `<c r="${place}" s="4"/>`;
  if (typeof cell === "string") {
    return `<c r="${place}" s="4" t="s"><v>${shared.numberOf(cell)}</v></c>`;
  }
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  if ("day" in cell) {
    return `<c r="${place}" s="${cell.format + 1}"><v>${serialOf(cell.day)}</v></c>`;
  }
  if ("percent" in cell) return `<c r="${place}" s="3"><v>${cell.percent / 100}</v></c>`;
  return `<c r="${place}"><f>${cell.formula}</f><v>${cell.result}</v></c>`;
}

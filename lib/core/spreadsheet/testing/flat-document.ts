import { escapeXml } from "../xml.ts";
import type { MadeCell, MadeSheet } from "./register.ts";

/* A spreadsheet as LibreOffice keeps it in one file, for LibreOffice to write a workbook from. */

const NAMESPACES = ["office", "style", "text", "table", "number"]
  .map((name) => {
    const address = name === "number" ? "datastyle" : name;
    return `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${address}:1.0"`;
  })
  .join(" ");

const STYLES = `<office:automatic-styles>
<number:date-style style:name="N0" number:language="vi" number:country="VN"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
<number:date-style style:name="N1"><number:text>ngày </number:text><number:day number:style="long"/><number:text> tháng </number:text><number:month number:style="long"/></number:date-style>
<number:percentage-style style:name="N2"><number:number number:decimal-places="0" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<style:style style:name="day0" style:family="table-cell" style:data-style-name="N0"/>
<style:style style:name="day1" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="percent" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="seen" style:family="table"><style:table-properties table:display="true"/></style:style>
<style:style style:name="unseen" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>`;

/** The file's text. */
export function flatDocument(sheets: readonly MadeSheet[]): string {
  const tables = sheets.map(tableOf).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">${STYLES}<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document>`;
}

function tableOf({ name, hidden, rows, merges, hiddenLines, hiddenColumns }: MadeSheet): string {
  const spans = new Map(merges.map((merge) => [merge.split(":")[0], spanOf(merge)]));
  const columns = Array.from({ length: 8 }, (_, column) =>
    hiddenColumns.includes(column)
      ? '<table:table-column table:visibility="collapse"/>'
      : "<table:table-column/>",
  ).join("");
  const lines = rows.map((row, index) => {
    const cells = Array.from({ length: Math.max(1, row.length) }, (_, column) =>
      cellOf(row[column] ?? null, spans.get(`${String.fromCharCode(65 + column)}${index + 1}`)),
    ).join("");
    const visibility = hiddenLines.includes(index + 1) ? ' table:visibility="collapse"' : "";
    return `<table:table-row${visibility}>${cells}</table:table-row>`;
  });
  return `<table:table table:name="${escapeXml(name)}" table:style-name="${hidden ? "unseen" : "seen"}">${columns}${lines.join("")}</table:table>`;
}

function spanOf(merge: string): string {
  const [, fromColumn = "A", fromLine, toColumn = "A", toLine] =
    /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(merge) ?? [];
  const columns = toColumn.charCodeAt(0) - fromColumn.charCodeAt(0) + 1;
  const lines = Number(toLine) - Number(fromLine) + 1;
  return ` table:number-columns-spanned="${columns}" table:number-rows-spanned="${lines}"`;
}

function cellOf(cell: MadeCell, span = ""): string {
  if (cell === null) return `<table:table-cell${span}/>`;
  if (typeof cell === "string") {
    const paragraphs = cell.split("\n").map((line) => `<text:p>${escapeXml(line)}</text:p>`);
    return `<table:table-cell office:value-type="string"${span}>${paragraphs.join("")}</table:table-cell>`;
  }
  return `<table:table-cell${writtenValue(cell)}${span}/>`;
}

function writtenValue(cell: Exclude<MadeCell, string | null>): string {
  if (typeof cell === "number") return ` office:value-type="float" office:value="${cell}"`;
  if ("day" in cell) {
    return ` table:style-name="day${cell.format}" office:value-type="date" office:date-value="${cell.day}"`;
  }
  if ("percent" in cell) {
    return ` table:style-name="percent" office:value-type="percentage" office:value="${cell.percent / 100}"`;
  }
  const formula = cell.formula.replace(/([A-Z]\d+):([A-Z]\d+)/g, "[.$1:.$2]");
  return ` table:formula="of:=${formula}" office:value-type="float" office:value="${cell.result}"`;
}

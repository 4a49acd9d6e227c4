import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { packed } from "./awkward.ts";
import { flatDocument } from "./flat-document.ts";
import { NOTES_SHEET, REGISTER } from "./register.ts";
import {
  excelSheet,
  MAIN,
  SharedTexts,
  STRICT_MAIN,
  STYLES,
  workbookParts,
} from "./workbook-parts.ts";

/*
 * Makes the folder of awkward files anew: `npx node lib/core/spreadsheet/testing/make-awkward.ts`.
 * It needs LibreOffice with Calc; the tests do not, they read the files as they are kept.
 */

const FOLDER = new URL("./awkward/", import.meta.url);

const keep = (name: string, content: Uint8Array | string) =>
  writeFileSync(new URL(name, FOLDER), content);

/** The register as LibreOffice writes it. */
function byLibreOffice(extension: "xlsx" | "xls", filter: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "awkward-"));
  try {
    const source = join(folder, "register.fods");
    writeFileSync(source, flatDocument([REGISTER, NOTES_SHEET]));
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        `${extension}:${filter}`,
        "--outdir",
        folder,
        source,
      ],
      { stdio: "ignore" },
    );
    return readFileSync(join(folder, `register.${extension}`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function byExcel({ strict = false } = {}) {
  const shared = new SharedTexts();
  const main = strict ? STRICT_MAIN : MAIN;
  const sheets = [REGISTER, NOTES_SHEET].map((sheet) => ({
    ...sheet,
    xml: excelSheet(sheet, shared, main),
  }));
  const theme =
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"/>';
  return packed(
    workbookParts(sheets, {
      strict,
      workbook: `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${REGISTER.name}'!$5:$6</definedName></definedNames><calcPr calcId="191029"/>`,
      more: [
        [
          "sharedStrings",
          "sharedStrings.xml",
          // Text of several looks, and a reading above it as East Asian versions write one.
          shared
            .xml({
              "Đơn vị chủ trì":
                '<r><t xml:space="preserve">Đơn vị </t></r><r><rPr><b/></rPr><t>chủ trì</t></r><rPh sb="0" eb="1"><t>đọc</t></rPh>',
            })
            .replace(MAIN, main),
        ],
        ["styles", "styles.xml", STYLES.replace(MAIN, main)],
        ["theme", "theme/theme1.xml", theme],
        ["calcChain", "calcChain.xml", `<calcChain xmlns="${main}"><c r="B13" i="1"/></calcChain>`],
      ],
    }),
  );
}

/** As libraries of .NET write: a prefix everywhere, texts in the cells, no places, a mark in front. */
function byLibrary(): Uint8Array {
  const cell = (text: string) =>
    `<x:c t="inlineStr"><x:is><x:t xml:space="preserve"> ${text} </x:t></x:is></x:c>`;
  const row = (...texts: string[]) => `<x:row>${texts.map(cell).join("")}</x:row>`;
  const xml = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData>${row("Nội dung", "Hạn")}${row("Rà soát đất đai", "15/5/2026")}<x:row><x:c><x:v>12.5</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  const parts = workbookParts([{ name: "Sheet1", xml }]);
  const prefixed = Object.entries(parts).map(([name, text]) => {
    if (name.endsWith(".rels"))
      return [name, text.replace('Target="worksheets', 'Target="/xl/worksheets')];
    return [name, `\ufeff${name === "xl/workbook.xml" ? withPrefix(text) : text}`];
  });
  return packed(Object.fromEntries(prefixed));
}

const withPrefix = (xml: string) =>
  xml.replace(/<(\/?)(\w)/g, "<$1x:$2").replace("xmlns=", "xmlns:x=");

/** As Google hands a sheet out: formulas with results of words, days without a language. */
function byGoogle(): Uint8Array {
  const shared = new SharedTexts();
  const text = (words: string) => `t="s"><v>${shared.numberOf(words)}</v></c>`;
  const rows = `<row r="1"><c r="A1" s="1" ${text("Nội dung")}<c r="B1" s="1" ${text("Hạn hoàn thành")}</row><row r="2" ht="15.75" customHeight="1"><c r="A2" ${text("Rà soát")}<c r="B2" s="2"><v>46157.0</v></c><c r="C2" t="str"><f>IF(B2&gt;0,"Có hạn","")</f><v>Có hạn</v></c><c r="D2" t="str"><f>IF(B2&gt;0,"","Không")</f><v></v></c></row>`;
  const xml = `<worksheet xmlns="${MAIN}"><sheetPr><outlinePr summaryBelow="0"/></sheetPr><sheetData>${rows}</sheetData></worksheet>`;
  const styles = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="d/m/yyyy"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`;
  return packed(
    workbookParts([{ name: "Trang tính1", xml }], {
      more: [
        ["sharedStrings", "sharedStrings.xml", shared.xml()],
        ["styles", "styles.xml", styles],
      ],
    }),
  );
}

/** Formulas with and without results, errors, and numbers that could be days. */
function formulas(): Uint8Array {
  const cells = [
    "<c><f>1+1</f><v>2</v></c>",
    "<c><f>SUM(A1:A3)</f></c>",
    '<c t="e"><f>VLOOKUP(1,X!A:B,2)</f><v>#REF!</v></c>',
    '<c t="str"><f>"a"&amp;"b"</f><v>ab</v></c>',
    '<c t="b"><f>1=1</f><v>1</v></c>',
    '<c s="1"><f>TODAY()</f><v>46157.5</v></c>',
    '<c s="1"><v>60</v></c>',
    '<c s="1"><v>59</v></c>',
    '<c s="1"><v>-3</v></c>',
    '<c s="5"><v>46157</v></c>',
    '<c s="3"><v>0.285</v></c>',
    '<c t="d"><v>2026-05-15T00:00:00</v></c>',
    "<c><v>1E+300000</v></c>",
    '<c t="inlineStr"><is><t>a_x0041__x005F_x0041_ e\u0302\u0301</t></is></c>',
  ];
  const xml = `<worksheet xmlns="${MAIN}"><sheetData><row>${cells.join("")}</row></sheetData></worksheet>`;
  return packed(workbookParts([{ name: "A", xml }], { more: [["styles", "styles.xml", STYLES]] }));
}

function from1904(): Uint8Array {
  const xml = `<worksheet xmlns="${MAIN}"><sheetData><row><c s="5"><v>44695</v></c><c s="5"><v>0</v></c></row></sheetData></worksheet>`;
  const parts = workbookParts([{ name: "A", xml }], {
    properties: ' date1904="1"',
    more: [["styles", "styles.xml", STYLES]],
  });
  return packed(parts);
}

function withDtd(): Uint8Array {
  const xml = `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`;
  const parts = workbookParts([{ name: "A", xml }]);
  const declared = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
  const sheet = `<?xml version="1.0"?>${declared}<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`;
  return packed({ ...parts, "xl/worksheets/sheet1.xml": sheet });
}

/** Twenty sheets, the register on the thirteenth, every fourth one hidden. */
async function twentySheets(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: Array.from({ length: 20 }, (_, index) => ({
      name: `Tháng ${index + 1}`,
      rows:
        index === 12
          ? [
              ["Nội dung", "Hạn"],
              ["Rà soát", "30/6/2026"],
            ]
          : [],
      ...(index % 4 === 3 && { hidden: true }),
    })),
  });
}

async function daysAsText(): Promise<Uint8Array> {
  const days = ["15/5/2026", "trước ngày 15/5", "tháng 6/2026", "Quý II/2026", "2026-05-15"];
  const rows = [["STT", "Nội dung nhiệm vụ", "Hạn hoàn thành"]].concat(
    days.map((day, index) => [String(index + 1), `Nhiệm vụ ${index + 1}`, day]),
  );
  return writeXlsx({ sheets: [{ name: "Ngày bằng chữ", rows }] });
}

async function encrypted(): Promise<Uint8Array> {
  const encryption = { password: "mat-khau", spinCount: 1000 };
  return writeXlsx({ sheets: [{ name: "A", rows: [["Nội dung"]] }], encryption });
}

const TABLE = [
  ["STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"],
  ["1", "Rà soát hồ sơ đất đai", "Phòng Kinh tế", "15/5/2026"],
  ["2", "Đề án “Làng nghề”; giai đoạn I", "Phòng Văn hóa - Xã hội", "Quý II/2026"],
];
const lines = (delimiter: string, rows = TABLE) =>
  rows
    .map((row) =>
      row.map((field) => (field.includes(delimiter) ? `"${field}"` : field)).join(delimiter),
    )
    .join("\r\n");

/** As editors of the old encoding write: the vowel with its shape, then the tone as a sign. */
function windows1258(text: string): Uint8Array {
  const decoder = new TextDecoder("windows-1258");
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]),
  );
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
  const spelled = [...text.normalize("NFC")].map((letter) => {
    const parts = letter.normalize("NFD");
    const tone = parts.match(tones)?.[0] ?? "";
    return parts.replace(tones, "").normalize("NFC") + tone;
  });
  return new Uint8Array([...spelled.join("")].map((sign) => bytes.get(sign) ?? 63));
}

const VOWELS_APART = TABLE.map((row) => row.map((field) => field.replace(/[“”]/g, "'")));

keep("libreoffice.xlsx", byLibreOffice("xlsx", "Calc MS Excel 2007 XML"));
keep("old-excel.xls", byLibreOffice("xls", "MS Excel 97"));
keep("excel.xlsx", byExcel());
keep("excel-strict.xlsx", byExcel({ strict: true }));
keep("library.xlsx", byLibrary());
keep("google.xlsx", byGoogle());
keep("formulas.xlsx", formulas());
keep("from-1904.xlsx", from1904());
keep("dtd.xlsx", withDtd());
keep("twenty-sheets.xlsx", await twentySheets());
keep("days-as-text.xlsx", await daysAsText());
keep("encrypted.xlsx", await encrypted());
keep("pdf-renamed.xlsx", "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
keep(
  "page-renamed.xls",
  `<html><table><tr><td>${TABLE[1]?.join("</td><td>")}</td></tr></table></html>`,
);
keep("excel-utf-8.csv", `\ufeff${lines(";")}\r\n`);
keep("commas.csv", `${lines(",")}\n\n3,"Hai dòng\nmột ô, có ""ngoặc""",,\n`);
keep("tabs.csv", lines("\t"));
keep("utf-16.csv", Buffer.from(`\ufeff${lines("\t")}`, "utf16le"));
keep("utf-16-unmarked.csv", Buffer.from(lines(";"), "utf16le"));
keep("windows-1258.csv", windows1258(lines(";", VOWELS_APART)));
keep("windows-1252.csv", Buffer.from("Ngày;Tên;Xã\r\n15/5/2026;Tài;Hà\r\n", "latin1"));
keep("wrong-quote.csv", `${lines(";")}\r\n3;"Không đóng;Phòng Kinh tế;1/6/2026\r\n4;Sau;;\r\n`);

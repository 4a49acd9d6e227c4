import { strFromU8, unzipSync } from "fflate";

/* A reader of workbooks apart from the library that writes them: cells, formulas, and what the
 * formulas of the report come to. */

export type ReadCell = { value: string | number | null; formula: string | null };
export type ReadSheet = Map<string, ReadCell>;

const ENTITIES: Record<string, string> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
  "&apos;": "'",
};

function unescaped(xml: string): string {
  return xml
    .replace(/&#x([0-9a-f]+);/gi, (_, digits) => String.fromCodePoint(Number.parseInt(digits, 16)))
    .replace(/&#(\d+);/g, (_, digits) => String.fromCodePoint(Number(digits)))
    .replace(/&(?:lt|gt|amp|quot|apos);/g, (entity) => ENTITIES[entity] ?? entity);
}

const textOf = (xml: string) =>
  unescaped([...xml.matchAll(/<t(?: [^>]*)?>([\s\S]*?)<\/t>/g)].map(([, text]) => text).join(""));

/** The sheets of a workbook by their names. */
export function readWorkbook(file: Uint8Array): Map<string, ReadSheet> {
  const parts = unzipSync(file);
  const part = (name: string) => {
    const content = parts[name];
    if (!content) throw new Error(`The workbook has no ${name}`);
    return strFromU8(content);
  };
  const shared = [...part("xl/sharedStrings.xml").matchAll(/<si>([\s\S]*?)<\/si>/g)].map(
    ([, item = ""]) => textOf(item),
  );
  const names = [...part("xl/workbook.xml").matchAll(/<sheet name="([^"]*)"/g)];
  return new Map(
    names.map(([, name = ""], index) => [
      unescaped(name),
      readSheet(part(`xl/worksheets/sheet${index + 1}.xml`), shared),
    ]),
  );
}

function readSheet(xml: string, shared: readonly string[]): ReadSheet {
  const sheet: ReadSheet = new Map();
  for (const [, place = "", attributes = "", content = ""] of xml.matchAll(
    /<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g,
  )) {
    const raw = /<v>([\s\S]*?)<\/v>/.exec(content)?.[1];
    const formula = /<f>([\s\S]*?)<\/f>/.exec(content)?.[1];
    const written = raw === undefined ? null : storedValue(unescaped(raw), attributes, shared);
    sheet.set(place, {
      value: / t="inlineStr"/.test(attributes) ? textOf(content) : written,
      formula: formula === undefined ? null : unescaped(formula),
    });
  }
  return sheet;
}

function storedValue(raw: string, attributes: string, shared: readonly string[]): string | number {
  if (/ t="s"/.test(attributes)) return shared[Number(raw)] ?? "";
  return / t="str"/.test(attributes) ? raw : Number(raw);
}

/** What a formula of the report comes to: sums and counts of a range, + and −, a guarded ratio. */
export function resultOf(
  formula: string,
  sheet: ReadSheet,
  sheets: ReadonlyMap<string, ReadSheet>,
): string | number {
  const range = /^(SUM|COUNT)\((?:'([^']+)'!)?([A-Z]+)(\d+):([A-Z]+)(\d+)\)$/.exec(formula);
  if (range) {
    const [, name, other, fromColumn = "", fromRow, toColumn = "", toRow] = range;
    const of = other === undefined ? sheet : sheets.get(other);
    const numbers = [...(of ?? [])]
      .filter(([place]) => within(place, { fromColumn, toColumn, fromRow, toRow }))
      .flatMap(([, { value }]) => (typeof value === "number" ? [value] : []));
    return name === "COUNT" ? numbers.length : numbers.reduce((sum, each) => sum + each, 0);
  }
  const ratio = /^IF\((\w+)=0,"—",(\w+)\/\1\)$/.exec(formula);
  if (ratio) {
    const [, denominator = "", numerator = ""] = ratio;
    const divisor = numberAt(sheet, denominator);
    return divisor === 0 ? "—" : numberAt(sheet, numerator) / divisor;
  }
  return [...formula.matchAll(/([+-]?)([A-Z]+\d+)/g)].reduce(
    (sum, [, sign, place = ""]) => sum + (sign === "-" ? -1 : 1) * numberAt(sheet, place),
    0,
  );
}

function within(
  place: string,
  range: {
    fromColumn: string;
    toColumn: string;
    fromRow: string | undefined;
    toRow: string | undefined;
  },
): boolean {
  const [, column = "", row] = /^([A-Z]+)(\d+)$/.exec(place) ?? [];
  return (
    numberOf(column) >= numberOf(range.fromColumn) &&
    numberOf(column) <= numberOf(range.toColumn) &&
    Number(row) >= Number(range.fromRow) &&
    Number(row) <= Number(range.toRow)
  );
}

function numberOf(column: string): number {
  return [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function numberAt(sheet: ReadSheet, place: string): number {
  const value = sheet.get(place)?.value;
  if (typeof value !== "number") throw new Error(`No number at ${place}`);
  return value;
}

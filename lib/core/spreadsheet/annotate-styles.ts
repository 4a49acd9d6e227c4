import { type Edit, edited } from "./annotate-schema.ts";
import { type TagPlace, XmlScanner } from "./xml.ts";

/* The looks of notes, added at the end of a workbook's styles: what is there keeps its number. */

export type NoteStyles = {
  heading: number;
  note: number;
  /** Number of the look of rows that have a note. */
  row: number;
};

const RED = "FF9F1D1D";
const TINT = "FFFBE9E7";

/** A direct child of the styles: a list, and how many there are in it. */
type List = { open: TagPlace; close: TagPlace; selfClosing: boolean; items: number };

/**
 * Styles with the looks of notes added; null for styles that have no cells' styles at all.
 * @param xml the styles' part, sound XML
 */
export function withNoteStyles(xml: string): { xml: string; styles: NoteStyles } | null {
  const { lists, end } = listsOf(xml);
  const formats = lists.get("cellXfs");
  if (!formats) return null;
  const p = prefixOf(xml, formats.open);
  const edits: Edit[] = [];
  const fonts = lists.get("fonts");
  if (fonts) edits.push(...added(xml, p, "fonts", fonts, [font(p, true), font(p, false)]));
  const firstFont = fonts?.items ?? 0;
  const looks = [firstFont, fonts ? firstFont + 1 : 0].map(
    (number) =>
      `<${p}xf numFmtId="49" fontId="${number}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><${p}alignment vertical="top" wrapText="1"/></${p}xf>`,
  );
  edits.push(...added(xml, p, "cellXfs", formats, looks));
  const tint = `<${p}dxf><${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${TINT}"/><${p}bgColor rgb="${TINT}"/></${p}patternFill></${p}fill></${p}dxf>`;
  const differences = lists.get("dxfs");
  if (differences) edits.push(...added(xml, p, "dxfs", differences, [tint]));
  else {
    const next = ["tableStyles", "colors", "extLst"].flatMap((name) => lists.get(name) ?? [])[0];
    const at = next?.open.from ?? end;
    edits.push({ from: at, to: at, text: `<${p}dxfs count="1">${tint}</${p}dxfs>` });
  }
  return {
    xml: edited(xml, edits),
    styles: {
      heading: formats.items,
      note: formats.items + 1,
      row: differences?.items ?? 0,
    },
  };
}

const font = (p: string, bold: boolean) =>
  `<${p}font>${bold ? `<${p}b/>` : ""}<${p}sz val="11"/><${p}color rgb="${RED}"/><${p}name val="Times New Roman"/></${p}font>`;

/** The prefix that a tag is written with, its colon included. */
export function prefixOf(xml: string, { from, to }: TagPlace): string {
  return /^<\/?([^\s:/>]+:)/.exec(xml.slice(from, to))?.[1] ?? "";
}

function listsOf(xml: string): { lists: Map<string, List>; end: number } {
  const lists = new Map<string, List>();
  let depth = 0;
  let end = xml.length;
  let current: List | null = null;
  const scanner = new XmlScanner({
    open(name, _, place, selfClosing) {
      depth += 1;
      if (depth === 2) {
        current = { open: place, close: place, selfClosing, items: 0 };
        lists.set(name, current);
      } else if (depth === 3 && current) current.items += 1;
    },
    close(_, place) {
      if (depth === 2 && current) current.close = place;
      if (depth === 1) end = place.from;
      depth -= 1;
    },
  });
  scanner.push(xml);
  scanner.end();
  return { lists, end };
}

/** The edits that put items at the end of a list and count them. */
function added(xml: string, p: string, name: string, list: List, items: string[]): Edit[] {
  const { open, close, selfClosing } = list;
  const tag = xml
    .slice(open.from, open.to)
    .replace(/(\scount\s*=\s*)(["'])\d*\2/, `$1"${list.items + items.length}"`);
  if (selfClosing) {
    const text = `${tag.replace(/\s*\/>$/, ">")}${items.join("")}</${p}${name}>`;
    return [{ from: open.from, to: open.to, text }];
  }
  return [
    { from: open.from, to: open.to, text: tag },
    { from: close.from, to: close.from, text: items.join("") },
  ];
}

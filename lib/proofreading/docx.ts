import { setImmediate } from "node:timers/promises";
import { unzipSync } from "fflate";
import type { DraftProblem } from "./schema.ts";

/** A draft that cannot be read, and why. */
export class UnreadableDraftError extends Error {
  readonly problem: DraftProblem;

  constructor(problem: DraftProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** The largest text of a Word file once unpacked, in bytes: some thousands of pages. */
export const MOST_UNPACKED_BYTES = 80 * 1024 * 1024;
const DOCUMENT = /^word\/document\d*\.xml$/;
/** Other requests get their turn after so much of the text. */
const SLICE_CHARACTERS = 2_000_000;

const TAG =
  /<(\/?)(w:p|w:t|w:tab|w:br|w:cr|w:tc|w:tr|w:tbl|w:noBreakHyphen|w:numId|w:ilvl|w:footnotePr|mc:Fallback)\b([^>]*)>|<[^>]*>/g;
const LIST_MARKS = ["-", "+", "•", "▪", "○", "*", "◦", "·"];

/**
 * The text of a Word document: a line to a paragraph, a row of a table to a line with tabs
 * between its cells, "-" and the like before what is numbered by itself. Only the document
 * itself is unpacked, and only when it says that it is not too large.
 * @throws UnreadableDraftError
 */
export async function textOfWord(bytes: Uint8Array): Promise<string> {
  const xml = unpack(bytes);
  const reader = new Reader();
  for (let start = 0; start < xml.length; ) {
    // Cut before a tag, so that no piece of one is left.
    const cut = start + SLICE_CHARACTERS;
    const next = cut < xml.length ? xml.indexOf("<", cut) : -1;
    const end = next === -1 ? xml.length : next;
    reader.read(xml.slice(start, end));
    start = end;
    await setImmediate();
  }
  return reader.text();
}

function unpack(bytes: Uint8Array): string {
  let tooLarge = false;
  let found: Uint8Array | undefined;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!DOCUMENT.test(name)) return false;
        tooLarge ||= originalSize > MOST_UNPACKED_BYTES;
        return !tooLarge;
      },
    });
    [found] = Object.values(files);
  } catch {
    // fflate says with various errors that the file is cut off or no archive.
    throw new UnreadableDraftError("broken");
  }
  if (tooLarge) throw new UnreadableDraftError("unpackedTooLarge");
  if (!found) throw new UnreadableDraftError("unknownType");
  const xml = new TextDecoder("utf-8").decode(found);
  if (!xml.includes("<w:body")) throw new UnreadableDraftError("broken");
  return xml;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

function decode(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x?[\da-f]{1,6}|\w{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES.get(name) ?? whole;
    const code = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Goes through the document's tags in order and keeps what is text. */
class Reader {
  private readonly lines: string[] = [];
  private paragraph = "";
  private cell: string[] = [];
  private row: string[] = [];
  private tables = 0;
  private fallbacks = 0;
  private inText = false;
  private level = "0";
  private readonly lists = new Map<string, string>();

  text(): string {
    return this.lines.join("\n");
  }

  read(xml: string): void {
    let last = 0;
    for (const match of xml.matchAll(TAG)) {
      if (this.inText && this.fallbacks === 0)
        this.paragraph += decode(xml.slice(last, match.index));
      last = match.index + match[0].length;
      const [, closing, name, rest = ""] = match;
      if (name) this.tag(name, closing === "/", rest);
    }
    if (this.inText && this.fallbacks === 0) this.paragraph += decode(xml.slice(last));
  }

  private tag(name: string, closes: boolean, rest: string): void {
    const empty = rest.endsWith("/");
    if (name === "mc:Fallback") this.fallbacks += empty ? 0 : closes ? -1 : 1;
    else if (this.fallbacks > 0) return;
    else if (name === "w:t") this.inText = !closes && !empty;
    else if (name === "w:p" && (closes || empty)) this.endParagraph();
    else if (name === "w:p") this.level = "0";
    else if (name === "w:tbl") this.tables += closes ? -1 : 1;
    else if (name === "w:tc" && closes) this.endCell();
    else if (name === "w:tr" && closes) this.endRow();
    else if (name === "w:ilvl") this.level = valueIn(rest);
    else if (name === "w:numId") this.mark(valueIn(rest));
    else if (!closes) this.sign(name);
  }

  private sign(name: string): void {
    if (name === "w:tab") this.paragraph += this.tables > 0 ? " " : "\t";
    else if (name === "w:noBreakHyphen") this.paragraph += "-";
    else if (name === "w:br" || name === "w:cr") this.paragraph += this.tables > 0 ? " " : "\n";
  }

  /** Each list and level has a mark of its own, so that lists within lists stay apart. */
  private mark(list: string): void {
    if (list === "0") return;
    const key = `${list} ${this.level}`;
    const mark = this.lists.get(key) ?? LIST_MARKS[this.lists.size % LIST_MARKS.length] ?? "-";
    this.lists.set(key, mark);
    this.paragraph = `${mark} `;
  }

  private endParagraph(): void {
    if (this.tables > 0) this.cell.push(this.paragraph.trim());
    else this.lines.push(this.paragraph);
    this.paragraph = "";
  }

  private endCell(): void {
    this.row.push(this.cell.filter(Boolean).join(" "));
    this.cell = [];
  }

  private endRow(): void {
    this.lines.push(this.row.join("\t"));
    this.row = [];
  }
}

function valueIn(attributes: string): string {
  return /w:val="(\d{1,9})"/.exec(attributes)?.[1] ?? "0";
}

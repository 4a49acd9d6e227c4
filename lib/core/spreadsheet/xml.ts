import { SpreadsheetError } from "./schema.ts";

/*
 * A reader of XML in pieces: elements, their attributes and texts, in the order of the file and
 * without keeping it. Names come without their prefixes: programs differ in the prefixes they
 * write. There is no DTD and there are no entities of one's own: a part that has either is refused.
 */

/** Where a tag stands, in characters from the beginning of the part. */
export type TagPlace = { from: number; to: number };

export type XmlHandler = {
  /** `attributes` as written, for `attribute()`. An element without content is opened and closed. */
  open?: (name: string, attributes: string, place: TagPlace, selfClosing: boolean) => void;
  close?: (name: string, place: TagPlace) => void;
  /** A piece of text; one text may come in several pieces. */
  text?: (text: string) => void;
};

const MOST_DEPTH = 100;
/** Characters of a tag, a comment or the like. */
const LONGEST_TAG = 1024 * 1024;
const LONGEST_ENTITY = 12;
const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

const SPACE = 32;
const SLASH = 47;
const LESS = 60;
const GREATER = 62;
const DOUBLE = 34;
const SINGLE = 39;

const damaged = () => new SpreadsheetError("damaged");

/** What the text between tags says. @throws SpreadsheetError for an entity that XML does not know */
export function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));|&/gi, (_, hex, decimal, name) => {
    if (name !== undefined) {
      const known = ENTITIES[name];
      if (known === undefined) throw damaged();
      return known;
    }
    if (hex === undefined && decimal === undefined) throw damaged();
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (code > 0x10ffff) throw damaged();
    return String.fromCodePoint(code);
  });
}

/** A text as it stands between tags or within an attribute. */
export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Attributes that are not written name="value". */
const UNUSUAL = /'|\s=|=\s/;

/** The value of an attribute, whatever its prefix; null where it is not there. */
export function attribute(attributes: string, name: string): string | null {
  // Most files are written by programs that always write name="value".
  for (let at = attributes.indexOf(`${name}="`); at !== -1; ) {
    const before = at === 0 ? " " : attributes[at - 1];
    if (before === " " || before === ":" || before === "\n" || before === "\t" || before === "\r") {
      const from = at + name.length + 2;
      return unescapeXml(attributes.slice(from, attributes.indexOf('"', from)));
    }
    at = attributes.indexOf(`${name}="`, at + 1);
  }
  if (!UNUSUAL.test(attributes)) return null;
  for (const [, found, double, single] of attributes.matchAll(
    /(?:[^\s=:]+:)?([^\s=:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    if (found === name) return unescapeXml(double ?? single ?? "");
  }
  return null;
}

/** Whether an attribute says yes ("1", "true", "on"). */
export function isOn(attributes: string, name: string): boolean {
  const value = attribute(attributes, name);
  return value === "1" || value === "true" || value === "on";
}

export class XmlScanner {
  readonly #handler: XmlHandler;
  readonly #open: string[] = [];
  #pending = "";
  /** Characters before `#pending`. */
  #passed = 0;
  #rootSeen = false;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  /** Whether the first element has been seen: no DTD can come any more. */
  get rootSeen(): boolean {
    return this.#rootSeen;
  }

  /** Reads on. @throws SpreadsheetError for a DTD, and for what is no XML */
  push(piece: string): void {
    const text = this.#pending === "" ? piece : this.#pending + piece;
    let at = 0;
    while (at < text.length) {
      const next = text.charCodeAt(at) === LESS ? this.#markup(text, at) : this.#text(text, at);
      if (next === at) break;
      at = next;
    }
    this.#pending = text.slice(at);
    this.#passed += at;
    if (this.#pending.length > LONGEST_TAG) throw damaged();
  }

  /** The part is over. @throws SpreadsheetError where something is still open */
  end(): void {
    if (this.#pending.trim() !== "" || this.#open.length > 0 || !this.#rootSeen) throw damaged();
  }

  #text(text: string, at: number): number {
    let end = text.indexOf("<", at);
    if (end === -1) {
      end = text.length;
      const cut = text.lastIndexOf("&");
      // An entity may be cut in two by the pieces.
      if (cut >= at && end - cut < LONGEST_ENTITY && !text.includes(";", cut)) end = cut;
    }
    if (end > at && this.#open.length > 0) {
      this.#handler.text?.(unescapeXml(text.slice(at, end)));
    } else if (text.slice(at, end).trim() !== "") {
      throw damaged();
    }
    return end;
  }

  /** @returns where it ends; `at` itself where the end has not come yet */
  #markup(text: string, at: number): number {
    const second = text[at + 1];
    if (second === "?") return after(text, "?>", at);
    if (second === "!") return this.#declaration(text, at);
    const end = endOfTag(text, at);
    if (end === -1) return at;
    const place = { from: this.#passed + at, to: this.#passed + end + 1 };
    if (second === "/") this.#close(localName(text.slice(at + 2, end).trimEnd()), place);
    else this.#opening(text.slice(at + 1, end), place);
    return end + 1;
  }

  #declaration(text: string, at: number): number {
    if (text.startsWith("<!--", at)) return after(text, "-->", at);
    if (text.startsWith("<![CDATA[", at)) {
      const end = after(text, "]]>", at);
      if (end !== at) this.#handler.text?.(text.slice(at + 9, end - 3));
      return end;
    }
    if (text.length - at < 9 && "<![CDATA[".startsWith(text.slice(at))) return at;
    if (text.length - at < 4 && "<!--".startsWith(text.slice(at))) return at;
    throw new SpreadsheetError("unsafe");
  }

  #opening(tag: string, place: TagPlace): void {
    const selfClosing = tag.charCodeAt(tag.length - 1) === SLASH;
    const inner = selfClosing ? tag.slice(0, -1) : tag;
    let space = 0;
    while (space < inner.length && inner.charCodeAt(space) > SPACE) space += 1;
    const name = localName(inner.slice(0, space));
    if (name === "" || (this.#rootSeen && this.#open.length === 0)) throw damaged();
    this.#rootSeen = true;
    this.#open.push(name);
    if (this.#open.length > MOST_DEPTH) throw damaged();
    this.#handler.open?.(name, inner.slice(space + 1), place, selfClosing);
    if (selfClosing) this.#close(name, place);
  }

  #close(name: string, place: TagPlace): void {
    if (this.#open.pop() !== name) throw damaged();
    this.#handler.close?.(name, place);
  }
}

/** Where a tag's ">" stands, which may also stand within its attributes; -1: not there yet. */
function endOfTag(text: string, at: number): number {
  let quote = 0;
  for (let index = at + 1; index < text.length; index += 1) {
    const sign = text.charCodeAt(index);
    if (quote !== 0) {
      if (sign === quote) quote = 0;
    } else if (sign === GREATER) {
      return index;
    } else if (sign === DOUBLE || sign === SINGLE) {
      quote = sign;
    } else if (sign === LESS) {
      throw damaged();
    }
  }
  return -1;
}

/** The place behind the next `sign`; `at` where it has not come yet. */
function after(text: string, sign: string, at: number): number {
  const end = text.indexOf(sign, at);
  return end === -1 ? at : end + sign.length;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}

import { setImmediate } from "node:timers/promises";
import { ForbiddenError, InvalidInputError } from "#lib/core/errors.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { proofread } from "./check.ts";
import { textOfWord, UnreadableDraftError } from "./docx.ts";
import { mayProofread } from "./policy.ts";
import {
  type DraftProblem,
  type Finding,
  MOST_CHARACTERS,
  MOST_FILE_BYTES,
  type Proofreading,
} from "./schema.ts";

/** A draft as it was sent: a file by its name, or a text that was pasted. */
export type Draft = { name: string | null; bytes: Uint8Array };

/** The error that tells why a draft was not read. */
export function refusedDraft(problem: DraftProblem): InvalidInputError {
  return new InvalidInputError([], { key: `proofreading.problems.${problem}` });
}

/**
 * Finds and recomputes the claims of a draft. Nothing of it is kept.
 * @throws InvalidInputError for what is no readable draft
 */
export async function proofreadDraft(viewer: Viewer, draft: Draft): Promise<Proofreading> {
  if (!mayProofread(viewer)) throw new ForbiddenError();
  try {
    const text = await textOf(draft);
    if (text.trim() === "") throw new UnreadableDraftError("empty");
    if (text.length > MOST_CHARACTERS) throw new UnreadableDraftError("tooLong");
    return { text, findings: await findingsOf(text) };
  } catch (error) {
    if (error instanceof UnreadableDraftError) throw refusedDraft(error.problem);
    throw error;
  }
}

/** So much is read without a pause: some 20 pages, far less than a second. */
const SLICE_CHARACTERS = 60_000;

/** Proofreads a long draft in slices, between which other requests get their turn. */
async function findingsOf(text: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (let start = 0; start < text.length; ) {
    const end = sliceEnd(text, start);
    for (const finding of proofread(text.slice(start, end))) findings.push(moved(finding, start));
    start = end;
    await setImmediate();
  }
  return findings;
}

const HEADING = /\n(?=(?:[IVX]{1,5}|\d{1,2})\.\s)/;

/** A slice ends before a heading, where no list goes on; or else at the end of a line. */
function sliceEnd(text: string, start: number): number {
  const limit = start + SLICE_CHARACTERS;
  if (limit >= text.length) return text.length;
  const heading = text.slice(limit, limit + SLICE_CHARACTERS).search(HEADING);
  if (heading !== -1) return limit + heading + 1;
  const line = text.indexOf("\n", limit);
  return line === -1 || line > limit + SLICE_CHARACTERS ? limit : line + 1;
}

function moved(finding: Finding, by: number): Finding {
  const move = ({ start, end }: { start: number; end: number }) => ({
    start: start + by,
    end: end + by,
  });
  return { ...finding, at: move(finding.at), figures: finding.figures.map(move) };
}

const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, index) => bytes[index] === byte);

/** What a draft says, as text. @throws UnreadableDraftError */
async function textOf({ name, bytes }: Draft): Promise<string> {
  if (bytes.length === 0) throw new UnreadableDraftError("empty");
  if (bytes.length > MOST_FILE_BYTES) throw new UnreadableDraftError("tooLarge");
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return textOfWord(bytes);
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw new UnreadableDraftError("pdf");
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new UnreadableDraftError(isEncrypted(bytes) ? "protectedFile" : "oldWord");
  }
  if (name !== null && /\.docx$/i.test(name)) throw new UnreadableDraftError("broken");
  if (name !== null && !/\.(?:txt|md|text)$/i.test(name))
    throw new UnreadableDraftError("unknownType");
  return plainTextOf(bytes);
}

/** A Word file with a password is an old container with this stream in it. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    Buffer.from("EncryptedPackage", "utf16le"),
  );
}

/** A text file in UTF-8 or UTF-16, with or without its mark. */
function plainTextOf(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableDraftError("encoding");
  }
  if (text.includes("\u0000")) throw new UnreadableDraftError("unknownType");
  return text.replaceAll("\r\n", "\n");
}

function encodingOf(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe)) return "utf-16le";
  if (startsWith(bytes, 0xfe, 0xff)) return "utf-16be";
  // Without a mark the ASCII letters of UTF-16 show by the zeros beside them.
  const beginning = bytes.subarray(0, 1000);
  const zeros = (odd: number) =>
    beginning.reduce((count, byte, index) => count + Number(byte === 0 && index % 2 === odd), 0);
  if (zeros(1) > beginning.length / 8) return "utf-16le";
  return zeros(0) > beginning.length / 8 ? "utf-16be" : "utf-8";
}

import { SpreadsheetError } from "./schema.ts";

/* What the bytes of a text are: UTF-8, or else what they seem to be, by which it is refused. */

/**
 * The text of bytes in UTF-8, without a mark of the byte order.
 * @throws SpreadsheetError "wrongEncoding" with what it seems to be; "notASpreadsheet" for no text
 */
export function utf8Text(bytes: Uint8Array): string {
  const wide = wideEncodingOf(bytes);
  if (wide !== null) throw new SpreadsheetError("wrongEncoding", { encoding: wide });
  const beginning = bytes.subarray(0, 4096);
  if (beginning.some(isControl)) throw new SpreadsheetError("notASpreadsheet");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new SpreadsheetError("wrongEncoding", { encoding: narrowEncodingOf(bytes) });
  }
}

const isControl = (byte: number) =>
  byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1a && byte !== 0x1b) || byte === 127;

/** UTF-16 and UTF-32 by their marks, or UTF-16 by every other byte of plain letters being 0. */
function wideEncodingOf(bytes: Uint8Array): string | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) {
    return third === 0 && fourth === 0 && bytes.length > 4 ? "UTF-32" : "UTF-16";
  }
  if (first === 0xfe && second === 0xff) return "UTF-16";
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] as number) + 1;
  });
  const [even, odd] = zeros as [number, number];
  // Vietnamese letters have no byte that is 0, but the signs between them have.
  const isWide =
    Math.max(even, odd) > sample.length / 8 && Math.min(even, odd) < sample.length / 64;
  return isWide ? "UTF-16" : null;
}

/** Windows-1258 writes the tones as signs of their own behind the vowel, others do not. */
function narrowEncodingOf(bytes: Uint8Array): "Windows-1258" | "Windows-1252" {
  const text = new TextDecoder("windows-1258").decode(bytes.subarray(0, 64 * 1024));
  const tones = text.match(/[aăâeêioôơuưy][\u0300\u0301\u0303\u0309\u0323]/gi)?.length ?? 0;
  return tones > 0 ? "Windows-1258" : "Windows-1252";
}

/** Signs that are not seen: controls but for tab and new line, and marks of width nothing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\u200b\u200e\u200f\u2060\ufeff\ufffe\uffff]/;
const ALL_UNSEEN = new RegExp(UNSEEN, "g");

/** A text as it is kept: NFC, without signs that are not seen and without space around it. */
export function tidyText(text: string): string {
  const seen = UNSEEN.test(text) ? text.replace(/\r\n?/g, "\n").replace(ALL_UNSEEN, "") : text;
  return seen.toWellFormed().trim().normalize("NFC");
}

/** A text of an .xlsx, in which `_x000D_` stands for a sign that XML cannot hold. */
export function tidyXlsxText(text: string): string {
  if (!text.includes("_x")) return tidyText(text);
  return tidyText(
    text.replace(/_x([\da-f]{4})_/gi, (_, digits) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    ),
  );
}

/** A text as a file can hold it: without controls but for tab and new line, which some readers take for damage. */
export function writableText(text: string): string {
  return text.toWellFormed().replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, "");
}

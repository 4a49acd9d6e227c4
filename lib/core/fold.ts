/** Letters without accents and case, as people type them in haste: "Đất đai" is "dat dai". */
export function foldText(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
}

/** Whether every word of `sought` occurs in one of the texts, whatever accents either has. */
export function foldedMatch(sought: string, ...texts: readonly string[]): boolean {
  const text = foldText(texts.join(" "));
  return foldText(sought)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

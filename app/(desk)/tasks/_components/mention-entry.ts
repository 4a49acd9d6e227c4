import type { Mentionable } from "#lib/comments/schema.ts";
import { foldedMatch } from "#lib/core/fold.ts";

/** The name being typed at the cursor: where its "@" stands, and what of it is there. */
export type MentionEntry = { at: number; sought: string };

const OFFERED = 8;

/** What is being typed after an "@" before the cursor; null where nobody is being mentioned. */
export function mentionEntryAt(text: string, cursor: number): MentionEntry | null {
  const typed = /(?<![\p{L}\p{N}._@-])@([\p{L}\p{M}\p{N}._ -]{0,30})$/u.exec(text.slice(0, cursor));
  return typed ? { at: typed.index, sought: typed[1] ?? "" } : null;
}

/** The first few people whose position or login has all the words sought, accents or not. */
export function offeredPeople(people: readonly Mentionable[], sought: string): Mentionable[] {
  return people
    .filter(({ login, displayName }) => foldedMatch(sought.trim(), displayName, login))
    .slice(0, OFFERED);
}

/** The text with someone mentioned in place of what was being typed, and where the cursor is then. */
export function withMention(
  text: string,
  entry: MentionEntry,
  login: string,
): { text: string; cursor: number } {
  const before = `${text.slice(0, entry.at)}@${login} `;
  const after = text.slice(entry.at + 1 + entry.sought.length).replace(/^ /, "");
  return { text: before + after, cursor: before.length };
}

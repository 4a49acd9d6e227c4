// Not within a word, so that an address of mail mentions nobody.
const MENTION = /(?<![\p{L}\p{N}._@-])@([a-z0-9._-]{3,64})/giu;

/** What closes a sentence is no part of a name at its end. */
const withoutEnd = (name: string) => name.replace(/[._-]+$/, "");

/** A piece of a comment: text, or the name that someone is mentioned by. */
export type Piece = { at: number } & ({ text: string } | { login: string });

/**
 * A comment cut where it mentions someone ("@vanphong").
 * @param isLogin says whether there is somebody of this login; tells "@tp.kinhte." from a login
 * that ends in a dot
 */
export function piecesOf(comment: string, isLogin: (login: string) => boolean): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const match of comment.matchAll(MENTION)) {
    const written = (match[1] ?? "").toLowerCase();
    const login = isLogin(written) ? written : withoutEnd(written);
    if (!isLogin(login)) continue;
    if (match.index > done) pieces.push({ at: done, text: comment.slice(done, match.index) });
    pieces.push({ at: match.index, login });
    done = match.index + 1 + login.length;
  }
  if (done < comment.length) pieces.push({ at: done, text: comment.slice(done) });
  return pieces;
}

/** The names that a comment may mention people by, each once, as logins are written. */
export function mentionedNames(comment: string): string[] {
  const names = [...comment.matchAll(MENTION)].map((match) => (match[1] ?? "").toLowerCase());
  return [...new Set(names)];
}

/** The logins that a written name can stand for: itself, or without what closes the sentence. */
export function loginsOf(name: string): string[] {
  return [...new Set([name, withoutEnd(name)])];
}

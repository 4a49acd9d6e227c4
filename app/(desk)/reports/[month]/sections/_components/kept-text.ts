import { useEffect, useState } from "react";
import { z } from "zod";

const keptSchema = z.object({ text: z.string(), version: z.number() });
/** What is typed and not saved, and the version that it was typed over. */
export type KeptText = z.output<typeof keptSchema>;

/** The text that this browser has kept; null where there is none. */
export function keptText(key: string): KeptText | null {
  try {
    return keptSchema.parse(JSON.parse(localStorage.getItem(key) ?? "null"));
  } catch {
    // A browser that keeps nothing, or an entry of an older form: there is none.
    return null;
  }
}

/**
 * Keeps a text in this browser in place of the one before; null: none any more.
 * @returns whether this browser does so: it may keep nothing, or be full
 */
export function keepText(key: string, kept: KeptText | null): boolean {
  try {
    if (kept) localStorage.setItem(key, JSON.stringify(kept));
    else localStorage.removeItem(key);
    return true;
  } catch {
    return kept === null;
  }
}

/**
 * A text as it is typed, kept in this browser until it is saved: a closed tab loses nothing.
 * @param saved what the server has, with its version
 * @returns among others `kept`: the text came from the browser, typed over that version
 */
export function useKeptText(key: string, saved: KeptText) {
  const [text, setText] = useState(saved.text);
  const [kept, setKept] = useState<KeptText | null>(null);
  const [read, setRead] = useState(false);
  const [unkept, setUnkept] = useState(false);

  // Once, after the first render, which has to be the server's.
  const [first] = useState(saved);
  useEffect(() => {
    const found = keptText(key);
    if (found && found.text !== first.text) {
      setText(found.text);
      setKept(found);
    }
    setRead(true);
  }, [key, first]);

  const { text: savedText, version } = saved;
  useEffect(() => {
    if (!read) return;
    setUnkept(!keepText(key, text === savedText ? null : { text, version }));
  }, [key, read, text, savedText, version]);

  return { text, setText, kept, forget: () => setKept(null), unkept };
}

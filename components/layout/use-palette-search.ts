import { useEffect, useState } from "react";
import type { PaletteAnswer } from "./palette-answer.ts";

/** How long after the last letter it is asked what that finds, in milliseconds. */
const PAUSE = 150;

export type PaletteSearch = {
  /** What was found, and for which words. */
  found: { query: string; groups: PaletteAnswer["groups"] } | null;
  problem: "problem" | "signedOut" | null;
};

/** Asks what the words find while the palette is open; an answer that was overtaken is dropped. */
export function usePaletteSearch(query: string, opened: boolean): PaletteSearch {
  const [search, setSearch] = useState<PaletteSearch>({ found: null, problem: null });
  useEffect(() => {
    if (!opened) return;
    const overtaken = new AbortController();
    const { signal } = overtaken;
    const ask = async () => {
      try {
        const answer = await fetch(`/api/palette?q=${encodeURIComponent(query)}`, { signal });
        const { groups } = answer.ok ? ((await answer.json()) as PaletteAnswer) : { groups: null };
        if (signal.aborted) return;
        if (groups) setSearch({ found: { query, groups }, problem: null });
        else setSearch({ found: null, problem: answer.status === 401 ? "signedOut" : "problem" });
      } catch {
        if (!signal.aborted) setSearch({ found: null, problem: "problem" });
      }
    };
    const timer = setTimeout(ask, query === "" ? 0 : PAUSE);
    return () => {
      clearTimeout(timer);
      overtaken.abort();
    };
  }, [query, opened]);
  return search;
}

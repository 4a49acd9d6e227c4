import type { useTranslations } from "next-intl";
import type { FilterWord } from "#components/data-table/filter-words.tsx";
import { directiveFilterWords } from "#lib/directives/filter-words.ts";
import type { DirectiveNames } from "#lib/directives/names.ts";
import { type DirectiveListState, directiveListHref, type Level } from "#lib/directives/schema.ts";

/** The conditions of a list in words, each with the address of the list without it. */
export function directiveWords(
  state: DirectiveListState,
  names: DirectiveNames,
  t: ReturnType<typeof useTranslations<"directives">>,
  levelName: (level: Level) => string,
): FilterWord[] {
  const { page: _page, ...list } = state;
  return directiveFilterWords(state, names, t, levelName).map(({ key, text }) => {
    const without = { ...list };
    delete without[key];
    return { key, text, withoutHref: directiveListHref(without) };
  });
}

import type { useTranslations } from "next-intl";
import type { FilterWord } from "#components/data-table/filter-words.tsx";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import {
  type DirectiveFilter,
  type DirectiveListState,
  directiveListHref,
  type Level,
} from "#lib/directives/schema.ts";
import type { DirectiveNames } from "./directive-names.ts";

const SPOKEN = ["type", "body", "level", "sector", "q", "from", "to"] as const;

/** The conditions of a list in words, each with the address of the list without it. */
export function directiveWords(
  state: DirectiveListState,
  names: DirectiveNames,
  t: ReturnType<typeof useTranslations<"directives">>,
  levelName: (level: Level) => string,
): FilterWord[] {
  const { page: _page, ...list } = state;
  const { type, body, level, sector, q, from, to } = state;
  const texts: Record<(typeof SPOKEN)[number], string | undefined> = {
    type: type && t(`type.${type}`),
    body: body && names.bodies.get(body),
    level: level && t("words.level", { name: levelName(level) }),
    sector: sector && names.sectors.get(sector),
    q: q && t("words.q", { text: q }),
    from: from && t("words.from", { day: formatCivilDate(from) }),
    to: to && t("words.to", { day: formatCivilDate(to) }),
  } satisfies Record<keyof DirectiveFilter, string | undefined>;
  return SPOKEN.flatMap((key) => {
    const text = texts[key];
    if (text === undefined) return [];
    const without = { ...list };
    delete without[key];
    return [{ key, text, withoutHref: directiveListHref(without) }];
  });
}

import type { useTranslations } from "next-intl";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import type { DirectiveNames } from "./names.ts";
import type { DirectiveFilter, Level } from "./schema.ts";

const SPOKEN = ["type", "body", "level", "sector", "q", "from", "to"] as const;

/** The conditions of a list of directives in words, by what they are conditions on. */
export function directiveFilterWords(
  { type, body, level, sector, q, from, to }: DirectiveFilter,
  names: DirectiveNames,
  t: ReturnType<typeof useTranslations<"directives">>,
  levelName: (level: Level) => string,
): { key: keyof DirectiveFilter; text: string }[] {
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
    return text === undefined ? [] : [{ key, text }];
  });
}

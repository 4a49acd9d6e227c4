import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Locale } from "#lib/core/i18n/locales.ts";
import { type Scorecards, scorecardHref } from "#lib/scorecards/schema.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import { ScoreTable } from "./score-table.tsx";
import classes from "./scorecard.module.css";

/** The cards of the departments, and those of the officers. */
export function ScoreTables({
  cards,
  names,
  locale,
}: {
  cards: Scorecards;
  names: TaskNames;
  locale: Locale;
}) {
  const t = useTranslations("scorecard.table");
  const { span, departments, officers, inNobodysHand } = cards;
  return (
    <div className={classes.tables}>
      <ScoreTable
        title={t("departments")}
        head={t("department")}
        locale={locale}
        rows={departments.map((card) => {
          const { label, full } = names.department(card.code);
          const href = scorecardHref(span.key, { department: card.code });
          return { key: card.code, name: label, full, href, card };
        })}
      />
      {officers.length === 0 ? (
        <EmptyState title={t("empty")} explanation={t("emptyMeaning")} />
      ) : (
        <ScoreTable
          title={t("officers")}
          head={t("name")}
          locale={locale}
          note={inNobodysHand > 0 ? t("inNobodysHand", { count: inNobodysHand }) : undefined}
          rows={officers.map((card) => ({
            key: card.login,
            name: card.name,
            about: card.department ? names.department(card.department).label : undefined,
            href: scorecardHref(span.key, { officer: card.login }),
            card,
          }))}
        />
      )}
    </div>
  );
}

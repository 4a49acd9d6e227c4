import { getLocale, getTranslations } from "next-intl/server";
import { addMonths, businessDayOf } from "#lib/core/dates.ts";
import { catalogueName, formatCivilDate, formatMonth } from "#lib/core/i18n/format.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import type { Department } from "#lib/departments/schema.ts";
import { getSummary } from "#lib/figures/queries.ts";
import { getIndicators } from "#lib/indicators/queries.ts";
import type { Indicator } from "#lib/indicators/schema.ts";
import { fieldValues } from "#lib/narratives/fields.ts";
import { NARRATIVE_KINDS, type WrittenSection } from "#lib/narratives/schema.ts";
import { getWriting, listSections } from "#lib/narratives/section-queries.ts";
import type { Period } from "#lib/periods/schema.ts";
import { getClosing, getFrozenMonth } from "#lib/snapshots/queries.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { figureGroups } from "./_components/figure-groups.ts";
import { ReadSections } from "./_components/read-sections.tsx";
import { type DeskSection, SectionsDesk } from "./_components/sections-desk.tsx";

/** The indicators of a month, as they were closed where it is. */
async function indicatorsOf(user: CurrentUser, { month }: Period): Promise<Indicator[]> {
  const closing = await getClosing(month);
  return (closing ? await getFrozenMonth(closing) : await getIndicators(user, month)).indicators;
}

/** The sections of one department, or the merged ones (null), to be written, or read once closed. */
export async function Writing({
  user,
  period,
  department,
  closed,
}: {
  user: CurrentUser;
  period: Period;
  department: Department | null;
  closed: boolean;
}) {
  const { month } = period;
  // First: whoever may not write them is told that there is no such page.
  const { sections, before } = await getWriting(user, month, department?.id ?? null);
  const [summary, indicators, departments, written, locale, t] = await Promise.all([
    getSummary(user, period),
    indicatorsOf(user, period),
    listDepartments(),
    department ? [] : listSections(user, month),
    getLocale(),
    getTranslations("narratives.sections"),
  ]);
  const values = fieldValues(
    summary,
    indicators,
    departments.map(({ code }) => code),
  );
  const texts = Object.fromEntries(values);
  if (closed) return <ReadSections sections={sections} values={texts} />;
  const named = departments.map((each) => ({
    code: each.code,
    name: catalogueName(each, locale),
  }));
  const own = named.find(({ code }) => code === department?.code) ?? null;
  const desk = NARRATIVE_KINDS.map((kind): DeskSection => {
    const saved = sections.find((section) => section.kind === kind);
    return {
      kind,
      saved: {
        text: saved?.text ?? "",
        version: saved?.version ?? 0,
        by: saved?.by ?? "",
        on: saved ? formatCivilDate(businessDayOf(saved.at)) : "",
      },
      before: before.find((section) => section.kind === kind)?.text || null,
      parts: department
        ? null
        : partsOf(
            written.filter((section) => section.kind === kind),
            named,
          ),
    };
  });
  return (
    <SectionsDesk
      month={month}
      monthBefore={formatMonth(addMonths(month, -1))}
      department={department?.code ?? null}
      owner={user.login}
      sections={desk}
      groups={figureGroups({
        department: own,
        departments: named,
        indicators: indicators.map((each) => ({
          code: each.code,
          name: catalogueName(each, locale),
          unit: each.unit,
          department: each.departmentCode,
        })),
        values,
        names: (figure) => t(`field.${figure}`),
        titles: {
          own: t("figures.own"),
          commune: t("figures.commune"),
          ownIndicators: t("figures.ownIndicators"),
          indicators: t("figures.indicators"),
        },
      })}
      values={texts}
    />
  );
}

/** What the departments wrote of a section, in their order. */
function partsOf(
  written: readonly WrittenSection[],
  departments: readonly { code: string; name: string }[],
) {
  const merged = written.find(({ department }) => department === null);
  return departments.flatMap(({ code, name }) => {
    const part = written.find(({ department }) => department === code);
    if (!part || part.text.trim() === "") return [];
    const newer = merged !== undefined && part.at > merged.at;
    return [{ department: code, name, text: part.text, newer }];
  });
}

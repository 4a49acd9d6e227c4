import { useTranslations } from "next-intl";
import { type BarRow, BarTable } from "#components/charts/bar-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { formatNumber } from "#lib/core/i18n/format.ts";
import type { FigureGroup } from "#lib/figures/links.ts";
import type { OverdueFigures } from "#lib/figures/schema.ts";
import type { Name } from "#lib/tasks/names.ts";
import { Block, ChartBlock } from "./block.tsx";
import type { Shown } from "./shown.ts";

type Group = OverdueFigures & { code: string };

/** Late tasks by department, carried over beside new, most first. */
export function LateByDepartment({ shown }: { shown: Shown }) {
  const t = useTranslations("dashboard.late");
  return (
    <LateChart
      shown={shown}
      name="late-by-department"
      title={t("byDepartment")}
      head={t("department")}
      groups={shown.dashboard.summary.overdue.byDepartment}
      nameOf={shown.names.department}
      groupOf={(department) => ({ department })}
    />
  );
}

/** Late tasks by field, carried over beside new, most first. */
export function LateByField({ shown }: { shown: Shown }) {
  const t = useTranslations("dashboard.late");
  return (
    <LateChart
      shown={shown}
      name="late-by-field"
      title={t("byField")}
      head={t("field")}
      groups={shown.dashboard.summary.overdue.byField}
      nameOf={shown.names.field}
      groupOf={(field) => ({ field })}
    />
  );
}

function LateChart({
  shown,
  name,
  title,
  head,
  groups,
  nameOf,
  groupOf,
}: {
  shown: Shown;
  name: string;
  title: string;
  head: string;
  groups: readonly Group[];
  nameOf: (code: string) => Name;
  groupOf: (code: string) => FigureGroup;
}) {
  const t = useTranslations("dashboard.late");
  const series = [
    {
      key: "carriedOver",
      label: t("carriedOver"),
      short: t("carriedOverShort"),
      tone: "lateCarried",
    },
    {
      key: "newlyOverdue",
      label: t("newlyOverdue"),
      short: t("newlyOverdueShort"),
      tone: "lateNew",
    },
  ] as const;
  const { links, locale, tables, ownDepartment } = shown;
  const late = groups.filter((group) => group.late > 0).sort((a, b) => b.late - a.late);
  const rows = late.map((figures): BarRow => {
    const { label, full } = nameOf(figures.code);
    const group = groupOf(figures.code);
    const cell = (figure: "late" | "carriedOver" | "newlyOverdue", what: string) => ({
      count: figures[figure],
      text: formatNumber(figures[figure], locale),
      href: links.late(figure, group),
      title: `${full}: ${what}`,
    });
    return {
      key: figures.code,
      label,
      fullLabel: full,
      href: links.late("late", group),
      own: group.department !== undefined && group.department === ownDepartment,
      parts: series.map(({ key, label: what }) => cell(key, what)),
      total: cell("late", t("total")),
    };
  });
  if (rows.length === 0) {
    return (
      <Block title={title} formula={t("explanation")}>
        <EmptyState title={t("empty")} explanation={t("emptyMeaning")} />
      </Block>
    );
  }
  return (
    <ChartBlock
      name={name}
      title={title}
      formula={t("explanation")}
      legend={series.map(({ short, tone }) => ({ label: short, tone }))}
      tables={tables}
    >
      <BarTable caption={title} head={head} series={series} totalLabel={t("total")} rows={rows} />
    </ChartBlock>
  );
}

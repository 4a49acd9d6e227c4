import { useLocale, useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import { PlainTable } from "#components/ui/plain-table.tsx";
import { formatNumber } from "#lib/core/i18n/format.ts";
import type { Adjustment, Adjustments } from "#lib/snapshots/schema.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import classes from "./adjustments.module.css";
import { figureWord } from "./figure-word.ts";

const isTotal = ({ department, field, level }: Adjustment) => !department && !field && !level;

/** The figures that would differ: the totals, and folded below them what they are made of. */
export function ChangedFigures({ found, names }: { found: Adjustments; names: TaskNames }) {
  const t = useTranslations("periods.adjustments");
  const totals = found.adjustments.filter(isTotal);
  const groups = found.adjustments.filter((each) => !isTotal(each));
  if (found.adjustments.length === 0) return null;
  return (
    <Panel title={t("figures")} className={classes.part}>
      {totals.length > 0 && <FigureTable rows={totals} found={found} names={names} />}
      {groups.length > 0 && (
        <details>
          <summary>{t("more", { count: groups.length })}</summary>
          <FigureTable rows={groups} found={found} names={names} />
        </details>
      )}
    </Panel>
  );
}

function FigureTable({
  rows,
  found,
  names,
}: {
  rows: readonly Adjustment[];
  found: Adjustments;
  names: TaskNames;
}) {
  const t = useTranslations("periods.adjustments");
  const figures = useTranslations("periods.figure");
  const levels = useTranslations("tasks.level");
  const locale = useLocale();
  const codes = new Map(found.tasks.map(({ id, code }) => [id, code]));
  const groupOf = ({ department, field, level }: Adjustment) =>
    [
      department && names.department(department).label,
      field && names.field(field).label,
      level && levels(level),
    ]
      .filter(Boolean)
      .join(" · ") || t("whole");
  const signed = (value: number) =>
    `${value > 0 ? "+" : "−"}${formatNumber(Math.abs(value), locale)}`;
  return (
    <PlainTable caption={t("figures")}>
      <thead>
        <tr>
          <th scope="col">{t("figure")}</th>
          <th scope="col">{t("group")}</th>
          <th scope="col" data-number>
            {t("closedValue")}
          </th>
          <th scope="col" data-number>
            {t("now")}
          </th>
          <th scope="col" data-number>
            {t("difference")}
          </th>
          <th scope="col">{t("tasks")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={[row.part, row.figure, row.department, row.field, row.level].join("/")}>
            <th scope="row">{figureWord(row, figures)}</th>
            <td>{groupOf(row)}</td>
            <td data-number>{formatNumber(row.closed, locale)}</td>
            <td data-number>{formatNumber(row.now, locale)}</td>
            <td data-number>{signed(row.now - row.closed)}</td>
            <td>
              {row.tasks.map(({ id, change }) => (
                <a key={id} href={`#task-${id}`} className={classes.cause}>
                  {codes.get(id)} ({signed(change)})
                </a>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}

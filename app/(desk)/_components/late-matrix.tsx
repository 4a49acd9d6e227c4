import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { type CountCell, CountLink } from "#components/charts/count-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { formatNumber } from "#lib/core/i18n/format.ts";
import type { FigureGroup } from "#lib/figures/links.ts";
import type { OverdueFigures } from "#lib/figures/schema.ts";
import { Block } from "./block.tsx";
import classes from "./late-matrix.module.css";
import type { Shown } from "./shown.ts";

/** Characters from which on the names of departments need a wide column. */
const LONG_NAME = 20;
/** From more departments than this on, they stand closer. */
const MANY = 8;

/** Late tasks of every department in every field, with totals both ways; on a phone a list. */
export function LateMatrix({ shown }: { shown: Shown }) {
  const t = useTranslations("dashboard.late");
  const { names, ownDepartment } = shown;
  const { total, byDepartment, byField, matrix } = shown.dashboard.summary.overdue;
  const departments = byDepartment
    .filter((group) => group.late > 0)
    .sort((a, b) => b.late - a.late);
  const inOrder = (code: string) => names.fieldCodes.indexOf(code);
  const fields = byField
    .filter((group) => group.late > 0)
    .sort((a, b) => inOrder(a.code) - inOrder(b.code));
  const pairs = new Map(matrix.map((cell) => [`${cell.department} ${cell.field}`, cell]));
  const largest = Math.max(1, ...matrix.map(({ late }) => late));
  const cellOf = useCell(shown);
  const long = departments.some(({ code }) => names.department(code).label.length > LONG_NAME);

  return (
    <Block title={t("matrix")} formula={t("explanation")}>
      {departments.length === 0 ? (
        <EmptyState title={t("empty")} explanation={t("emptyMeaning")} />
      ) : (
        <table
          className={classes.matrix}
          data-long={long || undefined}
          data-dense={departments.length > MANY || undefined}
        >
          <caption className="spoken">{t("matrix")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("department")}</th>
              {fields.map(({ code }) => (
                <th key={code} scope="col" data-tip={names.field(code).full}>
                  <span>{names.field(code).label}</span>
                </th>
              ))}
              <th scope="col">{t("total")}</th>
            </tr>
          </thead>
          <tbody>
            {departments.map((department) => (
              <tr key={department.code} data-own={department.code === ownDepartment || undefined}>
                <th scope="row" data-tip={names.department(department.code).full}>
                  {names.department(department.code).label}
                </th>
                {fields.map(({ code: field }) => {
                  const figures = pairs.get(`${department.code} ${field}`);
                  const weight = { "--weight": (figures?.late ?? 0) / largest } as CSSProperties;
                  return (
                    <td
                      key={field}
                      style={weight}
                      data-label={names.field(field).label}
                      data-zero={!figures?.late || undefined}
                    >
                      <CountLink cell={cellOf(figures, { department: department.code, field })} />
                    </td>
                  );
                })}
                <td data-label={t("total")}>
                  <CountLink cell={cellOf(department, { department: department.code })} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("total")}</th>
              {fields.map((field) => (
                <td key={field.code} data-label={names.field(field.code).label}>
                  <CountLink cell={cellOf(field, { field: field.code })} />
                </td>
              ))}
              <td data-label={t("total")}>
                <CountLink cell={cellOf(total, {})} />
              </td>
            </tr>
          </tfoot>
        </table>
      )}
    </Block>
  );
}

/** A cell of the matrix: what it counts and how it splits is told on demand, zero is a dot. */
function useCell({ links, names, locale }: Shown) {
  const t = useTranslations("dashboard.late");
  const terms = t("terms");
  const wholeCommune = t("totalAll");
  return (figures: OverdueFigures | undefined, group: FigureGroup): CountCell => {
    const count = figures?.late ?? 0;
    const { department, field } = group;
    const parts = [
      department ? names.department(department).full : wholeCommune,
      ...(field ? [names.field(field).full] : []),
    ];
    const number = (value: number) => formatNumber(value, locale);
    const sum = `${number(figures?.carriedOver ?? 0)} + ${number(figures?.newlyOverdue ?? 0)} = ${number(count)}`;
    return {
      count,
      text: count === 0 ? "·" : number(count),
      href: count === 0 ? null : links.late("late", group),
      title: `${parts.join(" × ")}\n${sum} (${terms})`,
    };
  };
}

import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { NO_VALUE } from "#lib/core/i18n/format.ts";
import { isComputed } from "#lib/indicators/entry.ts";
import { VALUE_STATES, type ValueState } from "#lib/indicators/schema.ts";
import { rowPath, VALUE_NOTE_LENGTH } from "#lib/indicators/sheet.ts";
import { writtenWithUnit } from "../../_components/values.ts";
import { MonthBefore } from "./month-before.tsx";
import classes from "./sheet.module.css";
import { SheetCell } from "./sheet-cell.tsx";
import { StandsNow } from "./stands-now.tsx";
import {
  type CellProblem,
  type Column,
  cellProblems,
  isChanged,
  percentageOf,
  type ShownRow,
  settled,
  type TypedRow,
  withState,
  withTyped,
} from "./typed-rows.ts";

/** An indicator's line: what was before, what is typed, and at each cell what is wrong with it. */
export function SheetLine({
  row,
  index,
  typed,
  onChange,
  issues,
  current,
}: {
  row: ShownRow;
  index: number;
  typed: TypedRow;
  onChange: (to: TypedRow) => void;
  issues: Readonly<Record<string, string>>;
  current: Readonly<Record<string, string>> | undefined;
}) {
  const t = useTranslations("indicators");
  const locale = useLocale();
  const id = useId();
  // While one is typing in a line, only what was wrong with it before is said; null: nobody is.
  const [before, setBefore] = useState<TypedRow | null>(null);
  const changed = isChanged(row, typed);
  const problems = cellProblems(row, before ?? typed);
  const computed = isComputed(row);
  const percentage = percentageOf(row, typed);
  const name = (column: string) => `${row.name}, ${t(`sheet.${column as Column}`)}`;

  function said({ key, median = "" }: CellProblem): string {
    return t(`problems.${key}`, { median });
  }

  function cell(column: Column) {
    const paths = column === "number" ? ["value", "numerator"] : [column];
    const refused = paths.map((part) => issues[rowPath(row.code, part)]).find(Boolean);
    const problem = problems[column];
    return (
      <SheetCell
        row={index}
        column={column}
        label={name(column === "number" && computed ? "numerator" : column)}
        text={typed[column]}
        describedBy={`${id}-${column}`}
        problem={problem ? said(problem) : refused}
        question={problem?.question ?? (column === "note" && refused !== undefined)}
        limit={column === "note" ? VALUE_NOTE_LENGTH : 40}
        onType={(text) => onChange(withTyped(typed, column, text))}
      />
    );
  }

  return (
    <tr
      className={classes.line}
      data-changed={changed || undefined}
      onFocus={() => setBefore((known) => known ?? typed)}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        setBefore(null);
        const left = settled(typed);
        if (left !== typed) onChange(left);
      }}
    >
      <th scope="row">
        {row.name}
        <span className={classes.about}>
          {[row.unit, row.standing.cumulative && t("cumulative"), row.delegate]
            .filter(Boolean)
            .join(" · ")}
        </span>
        {current && <StandsNow current={current} computed={computed} />}
      </th>
      <td data-label={t("sheet.lastMonth")} className={classes.before}>
        <MonthBefore value={row.lastMonth} unit={row.unit} />
      </td>
      <td data-label={t("sheet.lastYear")} className={classes.before}>
        <MonthBefore value={row.lastYear} unit={row.unit} />
      </td>
      <td data-label={t("sheet.state")}>
        {row.mayEnter ? (
          <select
            value={typed.state}
            data-row={index}
            data-column="state"
            data-state={typed.state}
            aria-label={name("state")}
            onChange={(event) =>
              onChange(withState(typed, event.currentTarget.value as ValueState))
            }
          >
            {VALUE_STATES.map((state) => (
              <option key={state} value={state}>
                {t(`sheet.states.${state}`)}
              </option>
            ))}
          </select>
        ) : (
          t(`sheet.states.${typed.state}`)
        )}
      </td>
      <td data-label={t(computed ? "sheet.numerator" : "sheet.value")} className={classes.number}>
        {row.mayEnter ? cell("number") : typed.number || NO_VALUE}
      </td>
      <td
        data-label={t("sheet.denominator")}
        className={classes.number}
        data-empty={!computed || undefined}
      >
        {computed && (row.mayEnter ? cell("denominator") : typed.denominator || NO_VALUE)}
      </td>
      <td
        data-label={t("sheet.percentage")}
        className={classes.number}
        data-empty={!computed || undefined}
      >
        {computed &&
          (percentage === null ? (
            NO_VALUE
          ) : (
            <output>{writtenWithUnit(percentage, "%", locale)}</output>
          ))}
      </td>
      <td data-label={t("sheet.note")}>{row.mayEnter ? cell("note") : typed.note}</td>
    </tr>
  );
}

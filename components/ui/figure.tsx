import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { NO_VALUE } from "#lib/core/i18n/format.ts";
import classes from "./figure.module.css";
import { FormulaHint } from "./formula-hint.tsx";
import type { Meaning } from "./meaning.ts";

/**
 * One key figure: its name, the number with its unit in a lighter tone, how it has changed,
 * and on demand how it is computed. With an address the whole of it opens what it counts.
 */
export function Figure({
  label,
  value,
  unit,
  href,
  formula,
  meaning,
  change,
  note,
}: {
  label: string;
  /** As it is shown: "97,2", "1.234", "—". */
  value: string;
  unit?: string | undefined;
  /** The list of what the figure counts. */
  href?: string | undefined;
  /** How it is computed, in plain text. */
  formula?: string | undefined;
  meaning?: Meaning | undefined;
  /** A `Change`. */
  change?: ReactNode;
  /** A few words more: "trong 7 ngày". */
  note?: ReactNode;
}) {
  const t = useTranslations("common");
  const description = useId();
  const number = (
    <>
      {value === NO_VALUE && <span className="spoken">{t("noValue")}</span>}
      <span aria-hidden={value === NO_VALUE || undefined}>{value}</span>
      {unit && <span className={classes.unit}>{unit === "%" ? "\u00a0%" : ` ${unit}`}</span>}
    </>
  );
  return (
    <div className={classes.figure} data-meaning={meaning} data-tip-box="">
      <div className={classes.label}>
        <span>{label}</span>
        {formula && <FormulaHint name={label} formula={formula} />}
      </div>
      {href ? (
        <Link
          href={href}
          prefetch={false}
          className={`${classes.value} ${classes.link}`}
          data-tip={formula}
          aria-describedby={description}
        >
          <span className="spoken">{label}: </span>
          {number}
        </Link>
      ) : (
        <div className={classes.value}>{number}</div>
      )}
      <div id={description} className={classes.foot}>
        {change}
        {note && <span className={classes.note}>{note}</span>}
      </div>
    </div>
  );
}

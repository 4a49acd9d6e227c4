import Form from "next/form";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { indicatorsHref } from "#lib/indicators/schema.ts";
import classes from "./indicator-filter.module.css";
import type { ShownIndicators } from "./shown-indicators.ts";

/** Which indicators are shown: a form that works without scripts. */
export function IndicatorFilterForm({ shown, count }: { shown: ShownIndicators; count: number }) {
  const t = useTranslations("indicators.filter");
  const { filter, indicators, names, month } = shown;
  const sectors = [...new Set(indicators.map(({ sectorCode }) => sectorCode))];
  const departments = [...new Set(indicators.map(({ departmentCode }) => departmentCode))];
  const narrowed = filter.sector ?? filter.department ?? filter.withTarget;
  return (
    <Form
      action="/indicators"
      className={classes.form}
      aria-label={t("title")}
      key={JSON.stringify(filter)}
    >
      <input type="hidden" name="month" value={month} />
      <label>
        <span>{t("sector")}</span>
        <select name="sector" defaultValue={filter.sector ?? ""}>
          <option value="">{t("allSectors")}</option>
          {sectors.map((code) => (
            <option key={code} value={code}>
              {names.sector(code)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t("department")}</span>
        <select name="department" defaultValue={filter.department ?? ""}>
          <option value="">{t("allDepartments")}</option>
          {departments.map((code) => (
            <option key={code} value={code}>
              {names.department(code).full}
            </option>
          ))}
        </select>
      </label>
      <label className={classes.check}>
        <input
          type="checkbox"
          name="withTarget"
          value="1"
          defaultChecked={filter.withTarget === "1"}
        />
        <span>{t("withTarget")}</span>
      </label>
      <button type="submit">{t("apply")}</button>
      {narrowed && (
        <Link href={indicatorsHref(shown.month, {})} prefetch={false} className={classes.clear}>
          {t("clear")}
        </Link>
      )}
      <p className={classes.count}>{t("count", { count })}</p>
    </Form>
  );
}

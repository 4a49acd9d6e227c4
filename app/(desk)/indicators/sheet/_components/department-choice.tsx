import Form from "next/form";
import { useTranslations } from "next-intl";
import type { CivilMonth } from "#lib/core/dates.ts";
import classes from "./department-choice.module.css";

/** Whose sheet: a form that works without scripts. */
export function DepartmentChoice({
  month,
  current,
  departments,
}: {
  month: CivilMonth;
  current: string;
  departments: readonly { code: string; name: string }[];
}) {
  const t = useTranslations("indicators.sheet");
  return (
    <Form action="/indicators/sheet" className={classes.form} key={current}>
      <input type="hidden" name="month" value={month} />
      <select name="department" defaultValue={current} aria-label={t("department")}>
        {departments.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit">{t("show")}</button>
    </Form>
  );
}

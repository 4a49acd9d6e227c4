import { FileSpreadsheetIcon, FileTextIcon } from "lucide-react";
import Form from "next/form";
import { useTranslations } from "next-intl";
import type { CivilMonth } from "#lib/core/dates.ts";
import { reportHref } from "#lib/reports/schema.ts";
import { PrintButton } from "./print-button.tsx";
import classes from "./report-tools.module.css";

/** Whose report is shown, and what can be done with it. */
export function ReportTools({
  month,
  department,
  whole,
  departments,
}: {
  month: CivilMonth;
  /** Null: the whole commune's. */
  department: string | null;
  /** Whether the whole commune's may be read. */
  whole: boolean;
  departments: readonly { code: string; name: string }[];
}) {
  const t = useTranslations("reports.preview");
  return (
    <>
      {(whole || departments.length > 1) && (
        <Form action={reportHref(month, null)} className={classes.whose}>
          <select
            key={department}
            name="department"
            className={classes.select}
            aria-label={t("whose")}
            defaultValue={department ?? ""}
          >
            {whole && <option value="">{t("whole")}</option>}
            {departments.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
          <button type="submit" className={classes.show}>
            {t("show")}
          </button>
        </Form>
      )}
      <div className={classes.files}>
        <a href={reportHref(month, department, "docx")} className={classes.button} download>
          <FileTextIcon size={17} strokeWidth={1.7} aria-hidden />
          {t("downloadWord")}
        </a>
        <a href={reportHref(month, department, "xlsx")} className={classes.button} download>
          <FileSpreadsheetIcon size={17} strokeWidth={1.7} aria-hidden />
          {t("downloadExcel")}
        </a>
        <PrintButton />
      </div>
    </>
  );
}

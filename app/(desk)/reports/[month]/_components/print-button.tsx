"use client";

import { PrinterIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import classes from "./report-tools.module.css";

/** Prints the page, as the browser's own command does. */
export function PrintButton() {
  const t = useTranslations("reports.preview");
  return (
    <button type="button" className={classes.button} onClick={() => window.print()}>
      <PrinterIcon size={17} strokeWidth={1.7} aria-hidden />
      {t("print")}
    </button>
  );
}

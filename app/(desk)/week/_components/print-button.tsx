"use client";

import { PrinterIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import classes from "./week-choice.module.css";

/** Prints the page, as the browser's own command does. */
export function PrintButton() {
  const t = useTranslations("agenda");
  return (
    <button
      type="button"
      className={classes.print}
      aria-label={t("print")}
      title={t("print")}
      onClick={() => window.print()}
    >
      <PrinterIcon size={18} strokeWidth={1.7} aria-hidden />
    </button>
  );
}

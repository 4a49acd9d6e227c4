"use client";

import { PrinterIcon } from "lucide-react";
import classes from "./scorecard.module.css";

/** Prints the page, as the browser's own command does. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button
      type="button"
      className={classes.tool}
      aria-label={label}
      title={label}
      onClick={() => window.print()}
    >
      <PrinterIcon size={18} strokeWidth={1.7} aria-hidden />
    </button>
  );
}

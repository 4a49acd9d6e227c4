import { useTranslations } from "next-intl";
import type { SkippedLine } from "#lib/imports/schema.ts";
import classes from "./import-view.module.css";

const REASONS = ["total", "subheading", "repeatedHeading", "note"] as const;

/** Lines that are no rows of the table, by the reason why; to be opened. */
export function SkippedLines({ skipped }: { skipped: readonly SkippedLine[] }) {
  const t = useTranslations("imports.screen.skipped");
  if (skipped.length === 0) return null;
  return (
    <details className={classes.skipped}>
      <summary>{t("title", { count: skipped.length })}</summary>
      {REASONS.map((reason) => {
        const lines = skipped.filter(({ why }) => why === reason).map(({ line }) => line);
        return lines.length > 0 && <p key={reason}>{t(reason, { lines: lines.join(", ") })}</p>;
      })}
    </details>
  );
}

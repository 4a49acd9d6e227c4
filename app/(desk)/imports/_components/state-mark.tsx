import { useTranslations } from "next-intl";
import { StatusMark } from "#components/ui/status-mark.tsx";
import type { Counts } from "#lib/imports/schema.ts";

export type ImportStanding = {
  counts: Counts | null;
  appliedAt: Date | null;
  undoneAt: Date | null;
};

/** Where a file stands: checked, with or without errors, written, or taken back. */
export function StateMark({
  standing: { counts, appliedAt, undoneAt },
}: {
  standing: ImportStanding;
}) {
  const t = useTranslations("imports.screen.state");
  if (undoneAt) return <StatusMark meaning="none">{t("undone")}</StatusMark>;
  if (appliedAt) return <StatusMark meaning="done">{t("applied")}</StatusMark>;
  if (counts && counts.error > 0) {
    return <StatusMark meaning="overdue">{t("errors", { count: counts.error })}</StatusMark>;
  }
  const nothing = counts !== null && counts.new + counts.changed === 0;
  return <StatusMark meaning="none">{t(nothing ? "nothing" : "open")}</StatusMark>;
}

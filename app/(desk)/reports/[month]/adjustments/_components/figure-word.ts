import type { useTranslations } from "next-intl";
import type { FigureKey } from "#lib/snapshots/schema.ts";

const FIGURES = [
  "late",
  "carriedOver",
  "newlyOverdue",
  "transferredIn",
  "transferredOut",
  "resolved",
  "completed",
  "extended",
  "cancelled",
  "paused",
  "outstanding",
  "assigned",
  "onTime",
  "noDeadline",
  "onTimeByOriginalDeadline",
  "open",
  "overdue",
  "dueSoon",
  "awaitingConfirmation",
] as const;

/** What a figure is called; "late" among the completed means something else than among the late. */
export function figureWord(
  { part, figure }: FigureKey,
  t: ReturnType<typeof useTranslations<"periods.figure">>,
): string {
  if (part === "aging") return t("aging", { bucket: figure });
  if (part === "completion" && figure === "late") return t("completedLate");
  const known = FIGURES.find((each) => each === figure);
  return known ? t(known) : figure;
}

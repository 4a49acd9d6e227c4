import { useTranslations } from "next-intl";
import { StatusMark } from "#components/ui/status-mark.tsx";
import type { Counts } from "#lib/imports/schema.ts";
import { standingOf } from "#lib/imports/standing.ts";

export type ImportStanding = {
  counts: Counts | null;
  appliedAt: Date | null;
  undoneAt: Date | null;
};

/** Where a file stands: checked, with or without errors, written, or taken back. */
export function StateMark({ standing }: { standing: ImportStanding }) {
  const t = useTranslations("imports.screen.state");
  const state = standingOf(standing);
  const count = standing.counts?.error ?? 0;
  return <StatusMark meaning={MEANINGS[state]}>{t(state, { count })}</StatusMark>;
}

const MEANINGS = {
  undone: "none",
  applied: "done",
  errors: "overdue",
  nothing: "none",
  open: "none",
} as const;

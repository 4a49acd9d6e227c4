import { CircleAlertIcon, CircleCheckIcon, CircleDashedIcon, ClockIcon } from "lucide-react";
import { memo } from "react";
import { isError, type Verdict } from "#lib/proofreading/schema.ts";
import { type Line, verdictOf } from "./marked-draft.ts";
import classes from "./result.module.css";
import { useFindingWords } from "./words.ts";

const ICONS = {
  WRONG: CircleAlertIcon,
  TRUNCATED: ClockIcon,
  UNVERIFIABLE: CircleDashedIcon,
  RIGHT: CircleCheckIcon,
} satisfies Record<Verdict, unknown>;

/** The draft as it was sent, with its claims marked in their places. */
export function DraftText({ lines, current }: { lines: readonly Line[]; current: number | null }) {
  const { t } = useFindingWords();
  return (
    <section className={classes.draft} aria-label={t("result.draft")}>
      {lines.map((line) => (
        <DraftLine
          key={line.number}
          line={line}
          current={
            line.pieces.some((piece) => typeof piece !== "string" && piece.mark.id === current)
              ? current
              : null
          }
        />
      ))}
    </section>
  );
}

/** A line is drawn again only when one of its own marks is gone to. */
const DraftLine = memo(function DraftLine({
  line,
  current,
}: {
  line: Line;
  current: number | null;
}) {
  const { t, figure, explain } = useFindingWords();
  return (
    <p className={classes.line} data-line={line.number}>
      {line.pieces.map((piece) => {
        if (typeof piece === "string") return piece;
        const { mark, text } = piece;
        const verdict = verdictOf(mark);
        const Icon = ICONS[verdict];
        const recomputed = isError(verdict) ? mark.findings[0]?.recomputed : null;
        return (
          <mark
            key={mark.id}
            id={`claim-${mark.id}`}
            tabIndex={-1}
            className={classes.mark}
            data-verdict={verdict}
            data-current={mark.id === current || undefined}
            title={mark.findings.map(({ explanation }) => explain(explanation)).join("\n")}
          >
            {text}
            <Icon size={13} strokeWidth={2} aria-hidden />
            <small className={isError(verdict) ? classes.word : "spoken"}>
              {recomputed
                ? t("result.shouldBe", { word: t(`marks.${verdict}`), value: figure(recomputed) })
                : t(`marks.${verdict}`)}
            </small>
          </mark>
        );
      })}
    </p>
  );
});

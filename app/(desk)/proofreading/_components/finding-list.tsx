import { useState } from "react";
import { StatusMark } from "#components/ui/status-mark.tsx";
import type { Mark } from "./marked-draft.ts";
import { MEANINGS_OF } from "./meanings.ts";
import classes from "./result.module.css";
import { useFindingWords } from "./words.ts";

const STEP = 200;

/** So much of the line is quoted before a figure. */
const QUOTED = 32;

/** The figure with the words before it. */
function quoteOf(text: string, { start, end }: Mark): string {
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const from = Math.max(line, start - QUOTED);
  const word = from === line ? from : text.indexOf(" ", from) + 1;
  const begins = word > from && word <= start ? word : from;
  return `${begins > line ? "… " : ""}${text.slice(begins, end)}`;
}

/** The findings in the order of the text, each leading to its place. */
export function FindingList({
  text,
  marks,
  places,
  current,
  onGo,
}: {
  text: string;
  marks: readonly Mark[];
  /** The line of each mark. */
  places: ReadonlyMap<number, number>;
  current: number | null;
  onGo: (id: number) => void;
}) {
  const { t, figure, explain } = useFindingWords();
  const [most, setMost] = useState(STEP);
  if (marks.length === 0) return <p className={classes.empty}>{t("result.empty")}</p>;
  return (
    <div>
      <ol className={classes.list} aria-label={t("result.list")}>
        {marks.slice(0, most).map((mark) => (
          <li key={mark.id} data-current={mark.id === current || undefined}>
            <a
              href={`#claim-${mark.id}`}
              onClick={(event) => {
                event.preventDefault();
                onGo(mark.id);
              }}
            >
              {t("result.line", { line: places.get(mark.id) ?? 0, quote: quoteOf(text, mark) })}
            </a>
            {mark.findings.map((finding, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the findings of a mark never move.
              <div key={index} className={classes.finding}>
                <StatusMark meaning={MEANINGS_OF[finding.verdict]}>
                  {finding.recomputed && finding.verdict !== "RIGHT"
                    ? t("result.shouldBe", {
                        word: t(`verdicts.${finding.verdict}`),
                        value: figure(finding.recomputed),
                      })
                    : t(`verdicts.${finding.verdict}`)}
                </StatusMark>
                <p>{explain(finding.explanation)}</p>
              </div>
            ))}
          </li>
        ))}
      </ol>
      {marks.length > most && (
        <button type="button" className={classes.more} onClick={() => setMost(most + STEP)}>
          {t("result.more", { count: Math.min(STEP, marks.length - most) })}
        </button>
      )}
    </div>
  );
}

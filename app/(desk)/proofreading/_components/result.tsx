import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { isError, type Proofreading, VERDICTS, type Verdict } from "#lib/proofreading/schema.ts";
import { DraftText } from "./draft-text.tsx";
import { FindingList } from "./finding-list.tsx";
import { linesByMark, linesOf, type Mark, marksOf } from "./marked-draft.ts";
import classes from "./result.module.css";

export type Filter = "ERRORS" | "ALL" | Verdict;
const FILTERS: readonly Filter[] = ["ERRORS", "UNVERIFIABLE", "RIGHT", "ALL"];

function passes(mark: Mark, filter: Filter): boolean {
  if (filter === "ALL") return true;
  return mark.findings.some(({ verdict }) =>
    filter === "ERRORS" ? isError(verdict) : verdict === filter,
  );
}

/** The counts by verdict, the list of findings and the draft with its marks. */
export function Result({ name, result }: { name: string | null; result: Proofreading }) {
  const t = useTranslations("proofreading");
  const [filter, setFilter] = useState<Filter>("ERRORS");
  const [current, setCurrent] = useState<number | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const marks = useMemo(() => marksOf(result.findings), [result]);
  const shown = useMemo(() => marks.filter((mark) => passes(mark, filter)), [marks, filter]);
  const lines = useMemo(() => linesOf(result.text, shown), [result, shown]);
  const places = useMemo(() => linesByMark(lines), [lines]);
  const count = (verdict: Verdict) =>
    result.findings.filter((finding) => finding.verdict === verdict).length;
  const errors = count("WRONG") + count("TRUNCATED");

  useEffect(() => heading.current?.focus(), []);

  function go(id: number): void {
    setCurrent(id);
    const place = document.getElementById(`claim-${id}`);
    place?.scrollIntoView({ block: "center" });
    place?.focus({ preventScroll: true });
  }

  useEffect(() => {
    function step(event: KeyboardEvent): void {
      const typing =
        event.target instanceof HTMLElement && event.target.closest("input, textarea, select");
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key !== "n" && event.key !== "p") return;
      const at = shown.findIndex(({ id }) => id === current);
      const next = event.key === "n" ? at + 1 : at === -1 ? shown.length - 1 : at - 1;
      const mark = shown[next];
      if (!mark) return;
      event.preventDefault();
      go(mark.id);
    }
    document.addEventListener("keydown", step);
    return () => document.removeEventListener("keydown", step);
  });

  return (
    <section className={classes.result} aria-labelledby="proofreading-result">
      <h2 id="proofreading-result" ref={heading} tabIndex={-1} className={classes.title}>
        {t("result.title")}: {t("result.errors", { count: errors })}
      </h2>
      <p className={classes.name}>
        {name === null ? t("result.pasted") : t("result.of", { name })}
      </p>
      <dl className={classes.counts}>
        {VERDICTS.map((verdict) => (
          <div key={verdict} data-verdict={verdict}>
            <dt>{t(`verdicts.${verdict}`)}</dt>
            <dd>{count(verdict)}</dd>
          </div>
        ))}
      </dl>
      <fieldset className={classes.filters}>
        <legend className="spoken">{t("result.filter")}</legend>
        {FILTERS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={filter === each}
            onClick={() => {
              setFilter(each);
              setCurrent(null);
            }}
          >
            {each === "ERRORS"
              ? t("result.onlyErrors")
              : each === "ALL"
                ? t("result.all")
                : t(`verdicts.${each}`)}
          </button>
        ))}
        <span className={classes.keys}>{t("result.keys")}</span>
      </fieldset>
      <div className={classes.sides}>
        <FindingList text={result.text} marks={shown} places={places} current={current} onGo={go} />
        <DraftText lines={lines} current={current} />
      </div>
    </section>
  );
}

import { DownloadIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import { addMonths, type CivilDate, monthOf } from "#lib/core/dates.ts";
import { formatMonth } from "#lib/core/i18n/format.ts";
import { letters } from "#lib/core/spreadsheet/sheet.ts";
import {
  lackingEntries,
  openWords,
  WHOLE_FILE,
  type WholeFileEntry,
  wordOfKind,
} from "#lib/imports/corrections.ts";
import { ENTRIES } from "#lib/imports/schema.ts";
import type { ImportDetail } from "#lib/imports/views.ts";
import { SendFile } from "../../_components/send-file.tsx";
import { Applied } from "./applied.tsx";
import { ApplyFile } from "./apply-file.tsx";
import { ReadingForm } from "./reading-form.tsx";
import classes from "./steps.module.css";
import type { Vocabulary } from "./vocabulary.ts";
import { type AskedEntry, WholeFileForm } from "./whole-file-form.tsx";
import { WordsForm } from "./words-form.tsx";

/** What there is to do until a file is applied, or what came of it. */
export function Steps({
  found,
  vocabulary,
  today,
}: {
  found: ImportDetail;
  vocabulary: Vocabulary;
  today: CivilDate;
}) {
  const t = useTranslations("imports.screen");
  if (found.appliedAt) {
    return (
      <Panel title={t("steps.done")} className={classes.steps}>
        <Applied found={found} appliedAt={found.appliedAt} />
      </Panel>
    );
  }
  const { id, check } = found;
  const { counts, guesses } = check;
  const words = openWords(check);
  const asked = askedEntries(found, vocabulary, today);
  const lacks = asked.some(({ lacking }) => lacking > 0);
  return (
    <Panel title={t("steps.title")} className={classes.steps}>
      <div className={classes.list}>
        {asked.length > 0 && (
          <WholeFileForm key={`file ${check.at}`} id={id} asked={asked} primary={lacks} />
        )}
        {words.length > 0 && (
          <WordsForm
            key={`words ${check.at}`}
            id={id}
            words={words}
            choices={vocabulary.choices}
            primary={!lacks}
          />
        )}
        {counts.error > 0 ? (
          <Mend found={found} />
        ) : (
          <ApplyFile id={id} counts={counts} waiting={guesses.length > 0} />
        )}
        <Reading found={found} />
      </div>
    </Panel>
  );
}

/** What rows lack and can be said for all of them, and what has been said. */
function askedEntries(
  { kind, check, reading: { defaults } }: ImportDetail,
  { choices }: Vocabulary,
  today: CivilDate,
): AskedEntry[] {
  const entries: readonly WholeFileEntry[] = WHOLE_FILE[kind];
  const lacking = lackingEntries(check);
  const months = Array.from({ length: MONTHS }, (_, back) => addMonths(monthOf(today), -back));
  return entries
    .filter((entry) => lacking.has(entry) || defaults[entry] !== undefined)
    .map((entry) => ({
      entry,
      lacking: lacking.get(entry) ?? 0,
      value: defaults[entry] ?? "",
      choices:
        entry === "month"
          ? months.map((month) => ({ value: month, label: formatMonth(month) }))
          : choices[entry],
    }));
}

/** The months that are offered, back from this one. */
const MONTHS = 36;

/** The wrong rows are mended in the spreadsheet itself, which then comes again. */
function Mend({ found: { id, kind, check } }: { found: ImportDetail }) {
  const t = useTranslations("imports.screen.mend");
  return (
    <section className={classes.step}>
      <p>{t("explanation", { count: check.counts.error })}</p>
      <div>
        <a href={`/api/imports/${id}/file?errors=1`} download className={classes.download}>
          <DownloadIcon size={16} strokeWidth={1.8} aria-hidden />
          {t("annotated")}
        </a>
        <p className={classes.soft}>{t("annotatedHint")}</p>
      </div>
      <SendFile kind={wordOfKind(kind)} label={t("resend")} after={id} />
    </section>
  );
}

/** Columns with a heading or a meaning, and all else that says how the file was read. */
function Reading({ found: { id, kind, check } }: { found: ImportDetail }) {
  const { table, sheets } = check;
  const columns = table.headings.flatMap((heading, column) => {
    const entry = table.columns[column] ?? null;
    return heading === "" && entry === null
      ? []
      : [{ column, letter: letters(column), heading, entry }];
  });
  return (
    <ReadingForm
      key={check.at}
      id={id}
      sheets={sheets}
      sheet={table.sheet}
      headingTo={table.headingTo}
      columns={columns}
      entries={ENTRIES[kind]}
    />
  );
}

import { Button, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type Ref, useImperativeHandle, useMemo, useRef, useState } from "react";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useSubmission } from "#components/ui/use-submission.ts";
import { unknownFields } from "#lib/narratives/fields.ts";
import { NARRATIVE_LENGTHS, type NarrativeKind, WHOLE_COMMUNE } from "#lib/narratives/schema.ts";
import { saveSection } from "../actions.ts";
import { Beside, type StandingText, StandsNow } from "./beside.tsx";
import { useKeptText } from "./kept-text.ts";
import classes from "./sections.module.css";

/** A section as the server has it; `by` and `on` empty: nobody wrote it yet. */
export type SavedSection = { text: string; version: number; by: string; on: string };

/** What puts something into the text where the cursor is. */
export type Insertion = { insert: (text: string) => void };

/** One section of the report: written, seen as it will stand there, and last month's beside it. */
export function SectionEditor({
  month,
  kind,
  department,
  owner,
  saved: given,
  before,
  values,
  onFocus,
  onInsertFigure,
  ref,
}: {
  month: string;
  kind: NarrativeKind;
  /** Code of the department; null: the merged text. */
  department: string | null;
  /** Whose draft it is, on a browser that several people use. */
  owner: string;
  saved: SavedSection;
  /** Last month's text; null: there was none. */
  before: { month: string; text: string | null };
  values: Readonly<Record<string, string>>;
  onFocus: () => void;
  /** Opens the list of figures, where it does not stand beside. */
  onInsertFigure: () => void;
  ref: Ref<Insertion>;
}) {
  const t = useTranslations("narratives");
  const [saved, setSaved] = useState(given);
  const [justSaved, setJustSaved] = useState(false);
  const [undo, setUndo] = useState<string | null>(null);
  const [seen, setSeen] = useState<StandingText | null>(null);
  const { state, issues, submit, busy } = useSubmission<{ version: number; text: string }>(
    async (previous, form) => {
      const answer = await saveSection(previous, form);
      if (answer.ok) {
        const sent = form.get("text");
        setSaved({ ...answer.result, by: "", on: "" });
        // As the server keeps it, unless it was typed on meanwhile.
        kept.setText((now) => (now === sent ? answer.result.text : now));
        setJustSaved(true);
        setSeen(null);
        kept.forget();
      } else if (answer.current) {
        const { text = "", version = "0", by = "", on = "" } = answer.current;
        setSaved((old) => ({ ...old, text, version: Number(version), by, on }));
        setSeen({ text, by, on });
      }
      return answer;
    },
  );
  const writer = department ?? WHOLE_COMMUNE;
  const kept = useKeptText(`section:${owner}:${month}:${writer}:${kind}`, saved);
  const { text, setText } = kept;
  const area = useRef<HTMLTextAreaElement>(null);
  const codes = useMemo(() => new Set(Object.keys(values)), [values]);
  const [unknown] = useMemo(
    () => unknownFields(text, codes, department),
    [text, codes, department],
  );
  const dirty = text !== saved.text;
  // Typed over an older version than the one that stands there.
  const older = kept.kept !== null && kept.kept.version !== saved.version ? saved : null;
  const standing = seen ?? older;

  function type(next: string): void {
    setText(next);
    setUndo(null);
    setJustSaved(false);
  }
  function replace(next: string): void {
    const was = text;
    type(next);
    setUndo(was.trim() === "" ? null : was);
  }
  useImperativeHandle(ref, () => ({
    insert(piece) {
      const element = area.current;
      if (!element) return;
      element.setRangeText(piece, element.selectionStart, element.selectionEnd, "end");
      const place = element.selectionStart;
      type(element.value);
      element.focus();
      requestAnimationFrame(() => element.setSelectionRange(place, place));
    },
  }));

  return (
    <form
      id={kind}
      className={classes.section}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }
      }}
    >
      <div className={classes.head}>
        <h2>{t(`kinds.${kind}`)}</h2>
        <span className={classes.soft}>
          {saved.by
            ? t("sections.lastSaved", saved)
            : saved.version === 0 && t("sections.notWritten")}
        </span>
      </div>
      {state?.ok === false && !issues.text && <FormProblem>{state.message}</FormProblem>}
      {kept.kept && (
        <p className={classes.draft} role="status">
          {t("sections.draft")}
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              setText(saved.text);
              kept.forget();
            }}
          >
            {t("sections.discard")}
          </Button>
        </p>
      )}
      <input type="hidden" name="month" value={month} />
      <input type="hidden" name="department" value={writer} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="version" value={saved.version} />
      <Textarea
        ref={area}
        name="text"
        aria-label={t("sections.text", { section: t(`kinds.${kind}`) })}
        autosize
        minRows={5}
        maxRows={24}
        maxLength={NARRATIVE_LENGTHS.section}
        value={text}
        error={issues.text}
        onChange={({ currentTarget }) => type(currentTarget.value)}
        onFocus={onFocus}
      />
      {unknown && !issues.text && (
        <p className={classes.problem}>
          {t("sections.unknownAt", {
            ...unknown,
            field: `{{${unknown.code}}}`,
            nearest: `{{${unknown.nearest}}}`,
          })}
        </p>
      )}
      <div className={classes.end}>
        <Button type="submit" loading={busy} variant={dirty ? "filled" : "default"}>
          {t("sections.save")}
        </Button>
        <Button variant="default" className={classes.insert} onClick={onInsertFigure}>
          {t("sections.insertFigure")}
        </Button>
        {undo !== null && (
          <Button variant="subtle" onClick={() => type(undo)}>
            {t("sections.undo")}
          </Button>
        )}
        <span role="status" className={classes.soft}>
          {kept.unkept && t("sections.unkept")}
          {!kept.unkept && (dirty ? t("sections.dirty") : justSaved && t("sections.saved"))}
        </span>
        <span className={`${classes.soft} ${classes.keys}`}>{t("sections.keys")}</span>
      </div>
      {standing && <StandsNow current={standing} onTake={() => replace(standing.text)} />}
      <Beside
        section={t(`kinds.${kind}`)}
        text={text}
        values={values}
        department={department}
        before={before}
        onTakeBefore={replace}
      />
    </form>
  );
}

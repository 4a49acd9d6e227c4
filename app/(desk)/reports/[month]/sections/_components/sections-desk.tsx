"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { SideSheet } from "#components/ui/side-sheet.tsx";
import type { NarrativeKind } from "#lib/narratives/schema.ts";
import type { Field, FieldGroup } from "./figure-groups.ts";
import { FigureList } from "./figure-list.tsx";
import { MergedFoot, MergePart, type Part } from "./merging.tsx";
import { type Insertion, type SavedSection, SectionEditor } from "./section-editor.tsx";
import classes from "./sections.module.css";

export type DeskSection = {
  kind: NarrativeKind;
  saved: SavedSection;
  before: string | null;
  /** For the merged text: what the departments wrote; null: this is a department's own. */
  parts: readonly Part[] | null;
};

/** The sections of a report as one department writes them, or the merged ones, and the figures to put in. */
export function SectionsDesk({
  month,
  monthBefore,
  department,
  owner,
  sections,
  groups,
  values,
}: {
  month: string;
  /** As it is written: "03/2026". */
  monthBefore: string;
  department: string | null;
  owner: string;
  sections: readonly DeskSection[];
  groups: readonly FieldGroup[];
  values: Readonly<Record<string, string>>;
}) {
  const t = useTranslations("narratives.sections");
  const editors = useRef(new Map<NarrativeKind, Insertion>());
  const [active, setActive] = useState<NarrativeKind | null>(null);
  const [choosing, setChoosing] = useState(false);
  const written = sections.filter(({ saved, parts }) => parts === null || saved.version > 0);

  function insert({ code }: Field): void {
    setChoosing(false);
    const target = active ?? written[0]?.kind;
    // Once the sheet has given the focus back.
    requestAnimationFrame(() => target && editors.current.get(target)?.insert(`{{${code}}}`));
  }
  return (
    <div className={classes.desk} data-figures={written.length > 0 || undefined}>
      <div className={classes.sections}>
        {sections.map(({ kind, saved, before, parts }) =>
          parts !== null && saved.version === 0 ? (
            <MergePart key={kind} month={month} kind={kind} parts={parts} values={values} />
          ) : (
            <div key={kind} className={classes.panel}>
              <SectionEditor
                ref={(editor) => {
                  if (editor) editors.current.set(kind, editor);
                  else editors.current.delete(kind);
                }}
                month={month}
                kind={kind}
                department={department}
                owner={owner}
                saved={saved}
                before={{ month: monthBefore, text: before }}
                values={values}
                onFocus={() => setActive(kind)}
                onInsertFigure={() => {
                  setActive(kind);
                  setChoosing(true);
                }}
              />
              {parts !== null && (
                <MergedFoot
                  month={month}
                  kind={kind}
                  version={saved.version}
                  newer={parts.filter(({ newer }) => newer).map(({ name }) => name)}
                />
              )}
            </div>
          ),
        )}
      </div>
      {written.length > 0 && (
        <aside className={classes.aside} aria-label={t("figures.title")}>
          <h2>{t("figures.title")}</h2>
          <FigureList groups={groups} onInsert={insert} />
        </aside>
      )}
      <SideSheet
        opened={choosing}
        onClose={() => setChoosing(false)}
        title={t("figures.title")}
        closeLabel={t("close")}
      >
        <FigureList groups={groups} onInsert={insert} />
      </SideSheet>
    </div>
  );
}

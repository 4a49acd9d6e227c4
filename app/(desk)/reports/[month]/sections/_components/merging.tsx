"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ConfirmedAction } from "#components/ui/confirmed-action.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useSubmission } from "#components/ui/use-submission.ts";
import type { NarrativeKind } from "#lib/narratives/schema.ts";
import { mergeSections, unmergeSections } from "../actions.ts";
import { FilledText } from "./filled-text.tsx";
import classes from "./sections.module.css";

/** A department's text of a section. */
export type Part = { department: string; name: string; text: string; newer: boolean };

/** A section that is not merged: the departments' texts as the report gives them, and what merges them. */
export function MergePart({
  month,
  kind,
  parts,
  values,
}: {
  month: string;
  kind: NarrativeKind;
  parts: readonly Part[];
  values: Readonly<Record<string, string>>;
}) {
  const t = useTranslations("narratives");
  const router = useRouter();
  const { state, submit, busy } = useSubmission<null>(async (previous, form) => {
    const answer = await mergeSections(previous, form);
    if (answer.ok) router.refresh();
    return answer;
  });
  return (
    <form id={kind} className={classes.section} onSubmit={submit}>
      <div className={classes.head}>
        <h2>{t(`kinds.${kind}`)}</h2>
        <span className={classes.soft}>
          {t(parts.length > 0 ? "sections.notMerged" : "sections.nobody")}
        </span>
      </div>
      {state?.ok === false && <FormProblem>{state.message}</FormProblem>}
      <input type="hidden" name="month" value={month} />
      <input type="hidden" name="kind" value={kind} />
      {parts.map(({ department, name, text }) => (
        <section
          key={department}
          className={classes.part}
          aria-label={`${name}: ${t(`kinds.${kind}`)}`}
        >
          <h3>{name}</h3>
          <FilledText text={text} values={values} department={department} />
        </section>
      ))}
      {parts.length > 0 && (
        <div className={classes.end}>
          <Button type="submit" loading={busy}>
            {t("sections.merge")}
          </Button>
        </div>
      )}
    </form>
  );
}

/** Below a merged text: who has changed theirs since, and what takes the merging back. */
export function MergedFoot({
  month,
  kind,
  version,
  newer,
}: {
  month: string;
  kind: NarrativeKind;
  version: number;
  /** Names of the departments whose texts are younger than the merged one. */
  newer: readonly string[];
}) {
  const t = useTranslations("narratives.sections");
  const router = useRouter();
  return (
    <div className={classes.foot}>
      {newer.length > 0 && (
        <p className={classes.newer}>{t("newerParts", { departments: newer.join(", ") })}</p>
      )}
      <ConfirmedAction<null>
        text={t("unmerge")}
        question={t("unmergeSure")}
        action={async (previous, form) => {
          const answer = await unmergeSections(previous, form);
          if (answer.ok) router.refresh();
          return answer;
        }}
        fields={{ month, kind, version }}
      />
    </div>
  );
}

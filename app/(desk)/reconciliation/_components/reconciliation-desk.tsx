"use client";

import { Button, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useSubmission } from "#components/ui/use-submission.ts";
import type { CivilMonth } from "#lib/core/dates.ts";
import type { ShownGroup } from "#lib/reconciliations/groups.ts";
import { entryName } from "#lib/reconciliations/schema.ts";
import { saveReported } from "../actions.ts";
import { FigureTable } from "./figure-table.tsx";
import { ImportFigures } from "./import-figures.tsx";
import classes from "./reconciliation.module.css";

/** The figures; for the Office with what was reported to be typed in or filled in from a file. */
export function ReconciliationDesk({
  month,
  source,
  groups,
  mayEnter,
}: {
  month: CivilMonth;
  source: string | null;
  groups: readonly ShownGroup[];
  mayEnter: boolean;
}) {
  const t = useTranslations("reconciliation.form");
  const [entering, setEntering] = useState(false);
  const [savedCount, setSavedCount] = useState<number | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const { state, issues, submit, busy } = useSubmission<{ changed: number }>(
    async (previous, entered) => {
      const answer = await saveReported(previous, entered);
      if (answer.ok) {
        setSavedCount(answer.result.changed);
        setEntering(false);
      }
      return answer;
    },
  );

  /** Puts figures of a file into the fields, where they are looked at before they are saved. */
  function fill(figures: readonly { code: string; value: number }[]): void {
    for (const { code, value } of figures) {
      const field = form.current?.elements.namedItem(entryName(code));
      if (field instanceof HTMLInputElement) field.value = `${value}`.replace(".", ",");
    }
  }

  if (!mayEnter || !entering) {
    return (
      <>
        {mayEnter && (
          <div className={classes.tools}>
            <Button
              variant="default"
              onClick={() => {
                setSavedCount(null);
                setEntering(true);
              }}
            >
              {t("edit")}
            </Button>
            {savedCount !== null && (
              <p role="status" className={classes.soft}>
                {t("saved", { count: savedCount })}
              </p>
            )}
          </div>
        )}
        <FigureTable groups={groups} issues={null} />
      </>
    );
  }
  return (
    <>
      <ImportFigures groups={groups} onFill={fill} />
      <form
        ref={form}
        onSubmit={submit}
        className={classes.form}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.currentTarget.requestSubmit();
          }
        }}
      >
        {state?.ok === false && <FormProblem>{state.message}</FormProblem>}
        <input type="hidden" name="month" value={month} />
        <TextInput
          name="source"
          label={t("source")}
          description={t("sourceHint")}
          defaultValue={source ?? ""}
          error={issues.source}
          maxLength={300}
          autoComplete="off"
          className={classes.source}
        />
        <p className={classes.soft}>{t("hint")}</p>
        <FigureTable groups={groups} issues={issues} />
        <div className={classes.tools}>
          <Button type="submit" loading={busy}>
            {t("save")}
          </Button>
          <Button type="button" variant="subtle" onClick={() => setEntering(false)}>
            {t("done")}
          </Button>
        </div>
      </form>
    </>
  );
}

"use client";

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useSubmission } from "#components/ui/use-submission.ts";
import type { Entry } from "#lib/imports/schema.ts";
import { correctReading } from "../../actions.ts";
import classes from "./steps.module.css";

type Column = { column: number; letter: string; heading: string; entry: Entry | null };

/** How a file was read, to be corrected: its sheet, its heading, and which column is which entry. */
export function ReadingForm({
  id,
  sheets,
  sheet,
  headingTo,
  columns,
  entries,
}: {
  id: number;
  sheets: readonly string[];
  sheet: string;
  headingTo: number;
  columns: readonly Column[];
  entries: readonly Entry[];
}) {
  const t = useTranslations("imports.screen.reading");
  const entryName = useTranslations("imports.entries");
  const { state, issues, submit, busy } = useSubmission(correctReading);
  const [chosen, setChosen] = useState(
    () =>
      new Map(columns.flatMap(({ column, entry }) => (entry ? [[column, entry] as const] : []))),
  );
  const known = columns.filter(({ entry }) => entry !== null).length;

  /** An entry stands in one column only: chosen for another, it leaves the first. */
  function choose(column: number, value: string): void {
    const entry = entries.find((each) => each === value);
    setChosen((before) => {
      const after = new Map([...before].filter(([at, each]) => at !== column && each !== entry));
      return entry ? after.set(column, entry) : after;
    });
  }

  return (
    <details className={classes.reading} open={state?.ok === false || undefined}>
      <summary>
        {t("title")}
        <span className={classes.soft}>
          {t("about", { sheet, line: headingTo, known, total: columns.length })}
        </span>
      </summary>
      <form onSubmit={submit} className={classes.step} noValidate>
        {state?.ok === false && <FormProblem>{state.message}</FormProblem>}
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="columns" value={JSON.stringify(Object.fromEntries(chosen))} />
        {sheets.length > 1 ? (
          <NativeSelect name="sheet" label={t("sheet")} defaultValue={sheet} data={[...sheets]} />
        ) : (
          <input type="hidden" name="sheet" value={sheet} />
        )}
        <TextInput
          name="headingTo"
          label={t("headingTo")}
          defaultValue={headingTo}
          inputMode="numeric"
          autoComplete="off"
          error={issues.headingTo}
        />
        <fieldset className={classes.columns}>
          <legend>{t("columns")}</legend>
          {columns.map(({ column, letter, heading }) => (
            <NativeSelect
              key={column}
              label={
                heading === "" ? t("column", { letter }) : t("columnNamed", { letter, heading })
              }
              value={chosen.get(column) ?? ""}
              onChange={({ currentTarget: { value } }) => choose(column, value)}
              data={[
                { value: "", label: t("skip") },
                ...entries.map((entry) => ({ value: entry, label: entryName(entry) })),
              ]}
            />
          ))}
        </fieldset>
        <p className={classes.soft}>{t("hint")}</p>
        <div>
          <Button type="submit" variant="default" loading={busy}>
            {t("save")}
          </Button>
        </div>
      </form>
    </details>
  );
}

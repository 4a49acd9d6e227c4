"use client";

import { Button, NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useSubmission } from "#components/ui/use-submission.ts";
import type { WholeFileEntry } from "#lib/imports/corrections.ts";
import { sayForWholeFile } from "../../actions.ts";
import classes from "./steps.module.css";
import type { CatalogueChoice } from "./vocabulary.ts";

export type AskedEntry = {
  entry: WholeFileEntry;
  /** How many rows are wrong for its lack. */
  lacking: number;
  /** What was said before; "" for nothing. */
  value: string;
  choices: readonly CatalogueChoice[];
};

/** Says entries for all rows that say nothing of them. */
export function WholeFileForm({
  id,
  asked,
  primary,
}: {
  id: number;
  asked: readonly AskedEntry[];
  /** Whether it is what is to be done first. */
  primary: boolean;
}) {
  const t = useTranslations("imports.screen.wholeFile");
  const entryName = useTranslations("imports.entries");
  const { state, issues, submit, busy } = useSubmission(sayForWholeFile);
  return (
    <form onSubmit={submit} className={classes.step} noValidate>
      {state?.ok === false && <FormProblem>{state.message}</FormProblem>}
      <input type="hidden" name="id" value={id} />
      {asked.map(({ entry, lacking, value, choices }) => {
        const name = entryName(entry);
        return (
          <NativeSelect
            key={entry}
            name={entry}
            label={name}
            description={lacking > 0 ? t("lacking", { count: lacking, name }) : t("set")}
            defaultValue={value}
            error={issues[entry]}
            data={[{ value: "", label: t("none") }, ...choices]}
          />
        );
      })}
      <div>
        <Button type="submit" variant={primary ? "filled" : "default"} loading={busy}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

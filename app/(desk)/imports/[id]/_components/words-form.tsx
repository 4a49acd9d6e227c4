"use client";

import { Button, NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useSubmission } from "#components/ui/use-submission.ts";
import type { OpenWord } from "#lib/imports/corrections.ts";
import type { Catalogue } from "#lib/imports/schema.ts";
import { confirmWords } from "../../actions.ts";
import classes from "./steps.module.css";
import type { CatalogueChoice } from "./vocabulary.ts";

/** Says what spellings mean: those that were guessed, and those that nobody knew. */
export function WordsForm({
  id,
  words,
  choices,
  primary,
}: {
  id: number;
  words: readonly OpenWord[];
  choices: Record<Catalogue, readonly CatalogueChoice[]>;
  /** Whether it is what is to be done first. */
  primary: boolean;
}) {
  const t = useTranslations("imports.screen.words");
  const { state, submit, busy } = useSubmission(confirmWords);
  const [codes, setCodes] = useState(() => words.map(({ code }) => code ?? ""));
  const confirmed = words.flatMap(({ catalogue, word }, index) => {
    const code = codes[index] ?? "";
    return code === "" ? [] : [{ catalogue, word, code }];
  });
  return (
    <form onSubmit={submit} className={classes.step} noValidate>
      <h3 className={classes.heading}>{t("title")}</h3>
      <p className={classes.soft}>{t("hint")}</p>
      {state?.ok === false && <FormProblem>{state.message}</FormProblem>}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="words" value={JSON.stringify(confirmed)} />
      {words.map(({ catalogue, word }, index) => (
        <NativeSelect
          key={`${catalogue} ${word}`}
          label={t("is", { word, catalogue: t(`catalogue.${catalogue}`) })}
          value={codes[index] ?? ""}
          onChange={({ currentTarget: { value } }) =>
            setCodes((all) => all.map((code, each) => (each === index ? value : code)))
          }
          data={[{ value: "", label: t("choose") }, ...choices[catalogue]]}
        />
      ))}
      <div>
        <Button
          type="submit"
          variant={primary ? "filled" : "default"}
          loading={busy}
          disabled={confirmed.length === 0}
        >
          {t("save", { count: confirmed.length })}
        </Button>
      </div>
    </form>
  );
}

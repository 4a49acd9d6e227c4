"use client";

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ConfirmedAction } from "#components/ui/confirmed-action.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useSubmission } from "#components/ui/use-submission.ts";
import type { ActionState } from "#lib/core/action.ts";
import { writeTypedNumber } from "#lib/core/typed-number.ts";
import { type CatalogueTarget, partOf, TARGET_PARTS } from "#lib/indicators/catalogue.ts";
import { COMPARATORS } from "#lib/indicators/schema.ts";
import { addTarget, changeTarget, removeTarget } from "../actions.ts";
import classes from "./catalogue.module.css";
import { saveByKey } from "./indicator-form.tsx";

/** An indicator that can measure a target. */
export type IndicatorChoice = { value: string; label: string; unit: string };

/** Adds a target, changes the one given, or takes it out. */
export function TargetForm({
  target,
  year,
  indicators,
  onDone,
}: {
  target: CatalogueTarget | null;
  year: number;
  indicators: readonly IndicatorChoice[];
  onDone: () => void;
}) {
  const t = useTranslations("indicators.catalogue.target");
  const { state, issues, submit, busy } = useSubmission<null>(target ? changeTarget : addTarget);
  const done = state?.ok === true;
  useEffect(() => {
    if (done) onDone();
  }, [done, onDone]);
  const [indicator, setIndicator] = useState(target?.indicatorCode ?? "");
  const measured = indicators.find(({ value }) => value === indicator);
  const remove = async (previous: ActionState | null, form: FormData) => {
    const answer = await removeTarget(previous, form);
    if (answer.ok) onDone();
    return answer;
  };
  return (
    <>
      <form onSubmit={submit} onKeyDown={saveByKey} className={classes.form}>
        {state?.ok === false && <FormProblem>{state.message}</FormProblem>}
        {target && <input type="hidden" name="id" value={target.id} />}
        {/* Kept as it is: forms in Vietnamese need no second name. */}
        <input type="hidden" name="nameEn" value={target?.nameEn ?? ""} />
        <TextInput
          name="name"
          label={t("name")}
          defaultValue={target?.name}
          error={issues.name}
          maxLength={300}
          autoComplete="off"
          data-autofocus
        />
        <NativeSelect
          name="indicator"
          label={t("indicator")}
          value={indicator}
          onChange={(event) => setIndicator(event.currentTarget.value)}
          error={issues.indicator}
          data={[
            { value: "", label: t("noIndicator") },
            ...indicators.map(({ value, label }) => ({ value, label })),
          ]}
        />
        <div className={classes.pair}>
          <TextInput
            name="year"
            label={t("year")}
            defaultValue={target?.startMonth.slice(0, 4) ?? `${year}`}
            error={issues.year}
            inputMode="numeric"
            autoComplete="off"
          />
          <NativeSelect
            name="part"
            label={t("part")}
            defaultValue={target ? partOf(target) : "YEAR"}
            error={issues.part}
            data={TARGET_PARTS.map((part) => ({ value: part, label: t("parts", { part }) }))}
          />
        </div>
        <div className={classes.pair}>
          <NativeSelect
            name="comparator"
            label={t("comparator")}
            defaultValue={target?.comparator ?? "GE"}
            error={issues.comparator}
            data={COMPARATORS.map((value) => ({ value, label: t(`comparators.${value}`) }))}
          />
          <TextInput
            name="value"
            label={t("value")}
            defaultValue={
              target && target.value !== null ? writeTypedNumber(target.value) : undefined
            }
            error={issues.value}
            inputMode="decimal"
            autoComplete="off"
          />
        </div>
        <p className={classes.soft}>{t("valueHint")}</p>
        <TextInput
          key={indicator}
          name="unit"
          label={t("unit")}
          description={t("unitHint")}
          defaultValue={measured?.unit ?? target?.unit}
          readOnly={measured !== undefined}
          error={issues.unit}
          maxLength={40}
          autoComplete="off"
        />
        <TextInput
          name="baseline"
          label={t("baseline")}
          defaultValue={target?.baseline ?? ""}
          error={issues.baseline}
          maxLength={300}
          autoComplete="off"
        />
        <Button type="submit" loading={busy}>
          {t(target ? "save" : "create")}
        </Button>
      </form>
      {target && (
        <div className={classes.removal}>
          <ConfirmedAction
            text={t("remove")}
            question={t("removeNote")}
            action={remove}
            fields={{ id: target.id }}
          />
        </div>
      )}
    </>
  );
}

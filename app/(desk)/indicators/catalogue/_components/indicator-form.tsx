"use client";

import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useState } from "react";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useSubmission } from "#components/ui/use-submission.ts";
import type { CatalogueIndicator, DelegateChoice } from "#lib/indicators/catalogue.ts";
import { AGGREGATIONS, DIRECTIONS } from "#lib/indicators/schema.ts";
import { addIndicator, changeIndicator } from "../actions.ts";
import classes from "./catalogue.module.css";

type Choice = { value: string; label: string };
/** What an indicator can be given. */
export type Choices = {
  departments: readonly Choice[];
  sectors: readonly Choice[];
  delegates: readonly DelegateChoice[];
};

/** Ctrl+Enter saves. */
export function saveByKey(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
    event.currentTarget.requestSubmit();
}

/** Adds an indicator, or changes the one given. */
export function IndicatorForm({
  indicator,
  choices,
  onDone,
}: {
  indicator: CatalogueIndicator | null;
  choices: Choices;
  onDone: () => void;
}) {
  const t = useTranslations("indicators.catalogue");
  const d = useTranslations("indicators.direction");
  const { state, issues, submit, busy } = useSubmission<null>(
    indicator ? changeIndicator : addIndicator,
  );
  const done = state?.ok === true;
  useEffect(() => {
    if (done) onDone();
  }, [done, onDone]);
  const [department, setDepartment] = useState(
    indicator?.department ?? choices.departments[0]?.value ?? "",
  );
  const delegates = choices.delegates.filter((each) => each.department === department);
  return (
    <form onSubmit={submit} onKeyDown={saveByKey} className={classes.form}>
      {state?.ok === false && <FormProblem>{state.message}</FormProblem>}
      {indicator ? (
        <input type="hidden" name="code" value={indicator.code} />
      ) : (
        <TextInput
          name="code"
          label={t("code")}
          description={t("codeHint")}
          error={issues.code}
          maxLength={40}
          autoComplete="off"
          data-autofocus
        />
      )}
      <TextInput
        name="name"
        label={t("name")}
        defaultValue={indicator?.name}
        error={issues.name}
        maxLength={300}
        autoComplete="off"
        data-autofocus={indicator ? true : undefined}
      />
      <TextInput
        name="nameEn"
        label={t("nameEn")}
        defaultValue={indicator?.nameEn}
        error={issues.nameEn}
        maxLength={300}
        autoComplete="off"
      />
      <TextInput
        name="unit"
        label={t("unit")}
        description={indicator?.used ? t("used") : undefined}
        defaultValue={indicator?.unit}
        readOnly={indicator?.used ?? false}
        error={issues.unit}
        maxLength={40}
        autoComplete="off"
      />
      {indicator?.used ? (
        <input type="hidden" name="aggregation" value={indicator.aggregation} />
      ) : (
        <NativeSelect
          name="aggregation"
          label={t("aggregation")}
          description={t("aggregationHint")}
          defaultValue={indicator?.aggregation ?? "SUM"}
          error={issues.aggregation}
          data={AGGREGATIONS.map((value) => ({ value, label: t(`aggregations.${value}`) }))}
        />
      )}
      <NativeSelect
        name="direction"
        label={t("direction")}
        defaultValue={indicator?.direction ?? "NONE"}
        error={issues.direction}
        data={DIRECTIONS.map((value) => ({ value, label: d(value) }))}
      />
      <NativeSelect
        name="sector"
        label={t("sector")}
        defaultValue={indicator?.sector}
        error={issues.sector}
        data={[...choices.sectors]}
      />
      <NativeSelect
        name="department"
        label={t("department")}
        value={department}
        onChange={(event) => setDepartment(event.currentTarget.value)}
        error={issues.department}
        data={[...choices.departments]}
      />
      <NativeSelect
        key={department}
        name="delegate"
        label={t("delegate")}
        description={t("delegateHint")}
        defaultValue={indicator?.department === department ? (indicator.delegate?.id ?? "") : ""}
        error={issues.delegate}
        data={[
          { value: "", label: t("nobody") },
          ...delegates.map(({ id, name }) => ({ value: `${id}`, label: name })),
        ]}
      />
      {indicator && (
        <Checkbox name="active" label={t("active")} defaultChecked={indicator.active} />
      )}
      <Button type="submit" loading={busy}>
        {t(indicator ? "save" : "create")}
      </Button>
    </form>
  );
}

"use client";

import { Button, TextInput } from "@mantine/core";
import { PlusIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SideSheet } from "#components/ui/side-sheet.tsx";
import { foldedMatch } from "#lib/core/fold.ts";
import { catalogueName } from "#lib/core/i18n/format.ts";
import type { CatalogueIndicator } from "#lib/indicators/catalogue.ts";
import classes from "./catalogue.module.css";
import { type Choices, IndicatorForm } from "./indicator-form.tsx";

/** All indicators, and beside them the one that is being added or changed. */
export function IndicatorsDesk({
  indicators,
  choices,
}: {
  indicators: readonly CatalogueIndicator[];
  choices: Choices;
}) {
  const t = useTranslations("indicators.catalogue");
  const locale = useLocale();
  const [text, setText] = useState("");
  const [open, setOpen] = useState<string | null>(null);
  const close = useCallback(() => setOpen(null), []);
  const edited = indicators.find(({ code }) => code === open) ?? null;
  const department = (code: string) =>
    choices.departments.find(({ value }) => value === code)?.label ?? code;
  const found = indicators.filter(
    (each) =>
      text.trim() === "" ||
      foldedMatch(text, each.code, each.name, each.nameEn, department(each.department)),
  );
  return (
    <Panel
      title={t("indicators")}
      action={
        <Button
          leftSection={<PlusIcon size={16} strokeWidth={1.8} aria-hidden />}
          onClick={() => setOpen("")}
        >
          {t("add")}
        </Button>
      }
    >
      <TextInput
        type="search"
        className={classes.search}
        aria-label={t("search")}
        placeholder={t("search")}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {indicators.length === 0 && <EmptyState title={t("empty")} explanation={t("emptyMeaning")} />}
      {indicators.length > 0 && found.length === 0 && <p>{t("noMatch", { text })}</p>}
      {found.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t("name")}</th>
              <th scope="col">{t("unit")}</th>
              <th scope="col">{t("aggregation")}</th>
              <th scope="col">{t("department")}</th>
              <th scope="col">{t("delegate")}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((each) => (
              <tr key={each.code} data-retired={!each.active || undefined}>
                <th scope="row">
                  <button type="button" className={classes.open} onClick={() => setOpen(each.code)}>
                    {catalogueName(each, locale)}
                  </button>
                  <span className={classes.about}>
                    {each.code}
                    {!each.active && ` · ${t("retired")}`}
                  </span>
                </th>
                <td>{each.unit}</td>
                <td className={classes.soft}>{t(`aggregations.${each.aggregation}`)}</td>
                <td>{department(each.department)}</td>
                <td>{each.delegate?.name}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <SideSheet
        opened={open !== null}
        onClose={close}
        title={edited ? t("editTitle", { code: edited.code }) : t("createTitle")}
        closeLabel={t("close")}
        size="32rem"
      >
        {open !== null && (
          <IndicatorForm key={open} indicator={edited} choices={choices} onDone={close} />
        )}
      </SideSheet>
    </Panel>
  );
}

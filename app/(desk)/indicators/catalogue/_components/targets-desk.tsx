"use client";

import { Button } from "@mantine/core";
import { ChevronLeftIcon, ChevronRightIcon, PlusIcon } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SideSheet } from "#components/ui/side-sheet.tsx";
import { catalogueName, NO_VALUE } from "#lib/core/i18n/format.ts";
import { type CatalogueTarget, TARGET_YEARS } from "#lib/indicators/catalogue.ts";
import { CATALOGUE_HREF } from "#lib/indicators/schema.ts";
import { Goal } from "../../_components/goal.tsx";
import classes from "./catalogue.module.css";
import { type IndicatorChoice, TargetForm } from "./target-form.tsx";

/** A year's targets, and beside them the one that is being added or changed. */
export function TargetsDesk({
  year,
  targets,
  indicators,
}: {
  year: number;
  targets: readonly CatalogueTarget[];
  indicators: readonly IndicatorChoice[];
}) {
  const t = useTranslations("indicators.catalogue");
  const locale = useLocale();
  const [open, setOpen] = useState<number | "new" | null>(null);
  const close = useCallback(() => setOpen(null), []);
  const edited = targets.find(({ id }) => id === open) ?? null;
  const title = t("targets", { year: `${year}` });
  return (
    <Panel
      title={title}
      className={classes.targets}
      hint={
        <nav className={classes.years} aria-label={t("years")}>
          {year > TARGET_YEARS.first && (
            <YearLink year={year - 1}>
              <ChevronLeftIcon size={18} strokeWidth={1.75} aria-hidden />
            </YearLink>
          )}
          {year < TARGET_YEARS.last && (
            <YearLink year={year + 1}>
              <ChevronRightIcon size={18} strokeWidth={1.75} aria-hidden />
            </YearLink>
          )}
        </nav>
      }
      action={
        <Button
          leftSection={<PlusIcon size={16} strokeWidth={1.8} aria-hidden />}
          onClick={() => setOpen("new")}
        >
          {t("addTarget")}
        </Button>
      }
    >
      {targets.length === 0 ? (
        <EmptyState
          title={t("noTargets", { year: `${year}` })}
          explanation={t("noTargetsMeaning")}
        />
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t("target.name")}</th>
              <th scope="col">{t("target.value")}</th>
              <th scope="col">{t("target.indicator")}</th>
              <th scope="col">{t("target.baseline")}</th>
            </tr>
          </thead>
          <tbody>
            {targets.map((target) => (
              <tr key={target.id}>
                <th scope="row">
                  <button type="button" className={classes.open} onClick={() => setOpen(target.id)}>
                    {catalogueName(target, locale)}
                  </button>
                </th>
                <td>
                  <Goal target={target} locale={locale} />
                </td>
                <td className={classes.soft}>
                  {indicators.find(({ value }) => value === target.indicatorCode)?.label ??
                    target.indicatorCode ??
                    NO_VALUE}
                </td>
                <td className={classes.soft}>{target.baseline ?? NO_VALUE}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <SideSheet
        opened={open !== null}
        onClose={close}
        title={t(edited ? "target.editTitle" : "target.createTitle")}
        closeLabel={t("close")}
        size="32rem"
      >
        {(open === "new" || edited) && (
          <TargetForm
            key={open}
            target={edited}
            year={year}
            indicators={indicators}
            onDone={close}
          />
        )}
      </SideSheet>
    </Panel>
  );
}

function YearLink({ year, children }: { year: number; children: React.ReactNode }) {
  const t = useTranslations("indicators.catalogue");
  return (
    <Link
      href={`${CATALOGUE_HREF}?year=${year}`}
      prefetch={false}
      aria-label={t("goTo", { year: `${year}` })}
    >
      {children}
    </Link>
  );
}

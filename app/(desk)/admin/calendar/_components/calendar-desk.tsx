"use client";

import { Button } from "@mantine/core";
import { PlusIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { SideSheet } from "#components/ui/side-sheet.tsx";
import { weekdayOf } from "#lib/core/dates.ts";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import type { CalendarDay } from "#lib/periods/schema.ts";
import classes from "./calendar-desk.module.css";
import { DayForm } from "./day-form.tsx";

/** A year's days, and beside them the one that is being entered or changed. */
export function CalendarDesk({ year, days }: { year: number; days: readonly CalendarDay[] }) {
  const t = useTranslations("admin.calendar");
  const [open, setOpen] = useState<CalendarDay | "new" | null>(null);
  const edited = open === "new" ? null : open;
  return (
    <>
      <div className={classes.tools}>
        <p className={classes.note}>{t("note")}</p>
        <Button
          leftSection={<PlusIcon size={16} strokeWidth={1.8} aria-hidden />}
          onClick={() => setOpen("new")}
        >
          {t("add")}
        </Button>
      </div>
      {days.length === 0 ? (
        <EmptyState title={t("emptyTitle", { year: `${year}` })} explanation={t("empty")} />
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t("on")}</th>
              <th scope="col">{t("weekdayHeading")}</th>
              <th scope="col">{t("name")}</th>
              <th scope="col">{t("kind")}</th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.on}>
                <th scope="row">
                  <button type="button" className={classes.open} onClick={() => setOpen(day)}>
                    {formatCivilDate(day.on)}
                  </button>
                </th>
                <td className={classes.soft}>
                  {t("weekday", { weekday: `${weekdayOf(day.on)}` })}
                </td>
                <td className={classes.name}>{day.name}</td>
                <td className={classes.kind}>{t(`kinds.${day.kind}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <SideSheet
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={edited ? t("editTitle", { day: formatCivilDate(edited.on) }) : t("createTitle")}
        closeLabel={t("close")}
      >
        {open && (
          <DayForm
            key={edited?.on ?? "new"}
            day={edited}
            year={year}
            onDone={() => setOpen(null)}
          />
        )}
      </SideSheet>
    </>
  );
}

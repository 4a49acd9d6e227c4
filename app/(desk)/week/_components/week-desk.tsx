"use client";

import { Button } from "@mantine/core";
import { PlusIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SideSheet } from "#components/ui/side-sheet.tsx";
import type { Entry, HostChoice } from "#lib/agenda/schema.ts";
import type { CivilDate } from "#lib/core/dates.ts";
import { EntryForm } from "./entry-form.tsx";
import classes from "./week.module.css";
import { type DepartmentShort, type WeekDay, WeekTable } from "./week-table.tsx";

/** The week, and beside it the entry that is being made or changed. */
export function WeekDesk({
  calendar,
  days,
  departments,
  hosts,
  mayWrite,
  today,
}: {
  /** The department's code, or the leaders' word. */
  calendar: string;
  days: readonly WeekDay[];
  departments: readonly DepartmentShort[];
  hosts: readonly HostChoice[];
  mayWrite: boolean;
  today: CivilDate;
}) {
  const t = useTranslations("agenda");
  const [open, setOpen] = useState<Entry | { on: CivilDate } | null>(null);
  const edited = open && "id" in open ? open : null;
  const inWeek = days.some(({ on }) => on === today);
  const usual = inWeek ? today : (days[0]?.on ?? today);
  return (
    <>
      {mayWrite && (
        <div className={classes.tools}>
          <Button
            leftSection={<PlusIcon size={16} strokeWidth={1.8} aria-hidden />}
            onClick={() => setOpen({ on: usual })}
          >
            {t("add")}
          </Button>
        </div>
      )}
      <WeekTable
        calendar={calendar}
        days={days}
        departments={departments}
        today={today}
        onOpen={mayWrite ? setOpen : null}
        onAdd={mayWrite ? (on) => setOpen({ on }) : null}
      />
      <SideSheet
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={t(edited ? "form.editTitle" : "form.createTitle")}
        closeLabel={t("form.close")}
      >
        {open && (
          <EntryForm
            key={edited ? edited.id : open.on}
            calendar={calendar}
            entry={edited}
            on={open.on}
            year={Number(today.slice(0, 4))}
            hosts={hosts}
            onDone={() => setOpen(null)}
          />
        )}
      </SideSheet>
    </>
  );
}

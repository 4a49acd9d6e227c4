"use client";

import { Button, Drawer } from "@mantine/core";
import { PlusIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
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
      <Drawer.Root
        opened={open !== null}
        onClose={() => setOpen(null)}
        position="right"
        size="28rem"
      >
        <Drawer.Overlay />
        <Drawer.Content>
          {/* Mantine's own header would be a second banner of the page. */}
          <div className={classes.drawerHead}>
            <Drawer.Title className={classes.drawerTitle}>
              {t(edited ? "form.editTitle" : "form.createTitle")}
            </Drawer.Title>
            <Drawer.CloseButton aria-label={t("form.close")} />
          </div>
          <Drawer.Body>
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
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    </>
  );
}

"use client";

import { Button } from "@mantine/core";
import { PlusIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { SideSheet } from "#components/ui/side-sheet.tsx";
import type { CivilDate } from "#lib/core/dates.ts";
import type { RecurrenceView } from "#lib/recurrences/schema.ts";
import type { CatalogueChoices } from "#lib/tasks/views.ts";
import { RecurrenceForm } from "./recurrence-form.tsx";
import classes from "./recurrence-list.module.css";
import { RecurrenceList } from "./recurrence-list.tsx";

/** All recurring tasks, and beside them the one that is being entered or changed. */
export function RecurringDesk({
  recurrences,
  choices,
  today,
}: {
  recurrences: readonly RecurrenceView[];
  choices: CatalogueChoices;
  today: CivilDate;
}) {
  const t = useTranslations("recurring");
  const [open, setOpen] = useState<number | "new" | null>(null);
  const close = useCallback(() => setOpen(null), []);
  const changed = recurrences.find(({ id }) => id === open) ?? null;
  return (
    <>
      <div className={classes.tools}>
        <Link href="/tasks">{t("back")}</Link>
        <Button
          leftSection={<PlusIcon size={16} strokeWidth={1.8} aria-hidden />}
          onClick={() => setOpen("new")}
        >
          {t("create")}
        </Button>
      </div>
      {recurrences.length === 0 ? (
        <EmptyState title={t("empty.title")} explanation={t("empty.explanation")} />
      ) : (
        <RecurrenceList recurrences={recurrences} choices={choices} onChange={setOpen} />
      )}
      <SideSheet
        opened={open !== null}
        onClose={close}
        title={t(open === "new" ? "form.createTitle" : "form.changeTitle")}
        closeLabel={t("close")}
        size="32rem"
      >
        {(open === "new" || changed) && (
          <RecurrenceForm
            key={open}
            recurrence={changed}
            choices={choices}
            today={today}
            onDone={close}
          />
        )}
      </SideSheet>
    </>
  );
}

"use client";

import { Button, Drawer } from "@mantine/core";
import { PlusIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { CivilDate } from "#lib/core/dates.ts";
import type { RecurrenceView } from "#lib/recurrences/schema.ts";
import type { Choices } from "./choices.ts";
import { RecurrenceForm } from "./recurrence-form.tsx";
import classes from "./recurrence-list.module.css";
import { RecurrenceList } from "./recurrence-list.tsx";
import drawer from "./recurring-desk.module.css";

/** All recurring tasks, and beside them the one that is being entered or changed. */
export function RecurringDesk({
  recurrences,
  choices,
  today,
}: {
  recurrences: readonly RecurrenceView[];
  choices: Choices;
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
      <Drawer.Root opened={open !== null} onClose={close} position="right" size="32rem">
        <Drawer.Overlay />
        <Drawer.Content>
          {/* Mantine's own header would be a second banner of the page. */}
          <div className={drawer.head}>
            <Drawer.Title className={drawer.title}>
              {t(open === "new" ? "form.createTitle" : "form.changeTitle")}
            </Drawer.Title>
            <Drawer.CloseButton aria-label={t("close")} />
          </div>
          <Drawer.Body>
            {(open === "new" || changed) && (
              <RecurrenceForm
                key={open}
                recurrence={changed}
                choices={choices}
                today={today}
                onDone={close}
              />
            )}
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    </>
  );
}

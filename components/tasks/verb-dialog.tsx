"use client";

import { Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import classes from "#components/ui/overlay.module.css";
import type { TaskVerb } from "#lib/tasks/verbs.ts";

/** Where a verb's form stands: over the page, on a phone instead of it. */
export function VerbDialog({
  verb,
  onClose,
  children,
}: {
  verb: TaskVerb | null;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useTranslations("work");
  const narrow = useMediaQuery("(max-width: 43.99em)");
  return (
    <Modal.Root opened={verb !== null} onClose={onClose} fullScreen={narrow ?? false} centered>
      <Modal.Overlay />
      <Modal.Content>
        {/* Mantine's own header would be a second banner of the page. */}
        <div className={classes.head}>
          <Modal.Title className={classes.title}>{verb && t(`verb.${verb}`)}</Modal.Title>
          <Modal.CloseButton aria-label={t("close")} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

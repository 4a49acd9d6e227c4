"use client";

import { Button } from "@mantine/core";
import { PlusIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { SideSheet } from "#components/ui/side-sheet.tsx";
import type { WebhookView } from "#lib/webhooks/schema.ts";
import { CreateWebhook } from "./create-webhook.tsx";
import { WebhookList } from "./webhook-list.tsx";
import classes from "./webhooks.module.css";

/** All receivers, and beside them the one that is being added. */
export function WebhooksDesk({ webhooks }: { webhooks: readonly WebhookView[] }) {
  const t = useTranslations("webhooks");
  const [adding, setAdding] = useState(false);
  const close = () => setAdding(false);
  return (
    <>
      <div className={classes.tools}>
        <p className={classes.soft}>{t("explanation")}</p>
        <Button
          leftSection={<PlusIcon size={16} strokeWidth={1.8} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t("add")}
        </Button>
      </div>
      {webhooks.length === 0 ? (
        <EmptyState title={t("empty.title")} explanation={t("empty.explanation")} />
      ) : (
        <WebhookList webhooks={webhooks} />
      )}
      <SideSheet
        opened={adding}
        onClose={close}
        title={t("form.createTitle")}
        closeLabel={t("form.close")}
      >
        {adding && <CreateWebhook onDone={close} />}
      </SideSheet>
    </>
  );
}

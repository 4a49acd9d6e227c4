"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { ConfirmedAction } from "#components/ui/confirmed-action.tsx";
import { Fact, Facts } from "#components/ui/facts.tsx";
import { SideSheet } from "#components/ui/side-sheet.tsx";
import type { WebhookView } from "#lib/webhooks/schema.ts";
import { eventNames } from "#lib/webhooks/words.ts";
import { ShownSecret } from "../../_components/shown-secret.tsx";
import { removeWebhook, renewSecret, sendTest, switchWebhook } from "../../actions.ts";
import { EditWebhook } from "./edit-webhook.tsx";
import { Gone } from "./gone.tsx";
import { SendButton } from "./send-button.tsx";
import classes from "./settings.module.css";

/** What a receiver is, and what can be done about it. */
export function Settings({ webhook }: { webhook: WebhookView }) {
  const t = useTranslations("webhooks");
  const [editing, setEditing] = useState(false);
  const close = useCallback(() => setEditing(false), []);
  const router = useRouter();
  const fields = { id: webhook.id };
  const [verb, active] = webhook.active
    ? (["switchOff", "false"] as const)
    : (["switchOn", "true"] as const);
  return (
    <div className={classes.settings}>
      <Facts>
        <Fact name={t("form.url")} wide>
          {webhook.url}
        </Fact>
        <Fact name={t("form.events")} wide>
          {eventNames(t, webhook.events)}
        </Fact>
      </Facts>
      <div className={classes.actions}>
        {webhook.active && (
          <SendButton text={t("settings.test")} action={sendTest} id={webhook.id} />
        )}
        <Button variant="default" onClick={() => setEditing(true)} className={classes.edit}>
          {t("settings.edit")}
        </Button>
        <ConfirmedAction
          key={verb}
          text={t(`settings.${verb}`)}
          question={t(`settings.${verb}Note`)}
          action={switchWebhook}
          fields={{ ...fields, active }}
        />
        <ConfirmedAction
          text={t("settings.renew")}
          question={t("settings.renewNote")}
          action={renewSecret}
          fields={fields}
          done={(shown) => <ShownSecret shown={shown} />}
        />
        <ConfirmedAction
          text={t("settings.remove")}
          question={t("settings.removeNote")}
          action={removeWebhook}
          fields={fields}
          done={() => <Gone leave={() => router.replace("/admin/webhooks")} />}
        />
      </div>
      <SideSheet
        opened={editing}
        onClose={close}
        title={t("form.editTitle")}
        closeLabel={t("form.close")}
      >
        {editing && <EditWebhook webhook={webhook} onDone={close} />}
      </SideSheet>
    </div>
  );
}

import { Checkbox, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { WEBHOOK_EVENTS, type WebhookView } from "#lib/webhooks/schema.ts";
import { eventName } from "#lib/webhooks/words.ts";
import classes from "./webhook-form.module.css";

/** What is entered of a receiver: name, address and events. */
export function WebhookFields({
  webhook,
  issues,
}: {
  webhook?: WebhookView;
  /** What is wrong, by field. */
  issues: Record<string, string>;
}) {
  const t = useTranslations("webhooks");
  const [chosen, setChosen] = useState<string[]>([...(webhook?.events ?? ["task.changed"])]);
  return (
    <>
      <TextInput
        name="name"
        label={t("form.name")}
        description={t("form.nameHint")}
        defaultValue={webhook?.name}
        error={issues.name}
        maxLength={120}
        autoComplete="off"
        data-autofocus
      />
      <TextInput
        name="url"
        type="url"
        label={t("form.url")}
        description={t("form.urlHint")}
        defaultValue={webhook?.url}
        error={issues.url}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Checkbox.Group
        label={t("form.events")}
        error={issues.events}
        value={chosen}
        onChange={setChosen}
      >
        <div className={classes.events}>
          {WEBHOOK_EVENTS.map((event) => (
            <Checkbox key={event} value={event} label={eventName(t, event)} description={event} />
          ))}
        </div>
      </Checkbox.Group>
      <input type="hidden" name="events" value={chosen.join(",")} />
    </>
  );
}

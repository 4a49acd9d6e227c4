import Link from "next/link";
import { useTranslations } from "next-intl";
import type { WebhookView } from "#lib/webhooks/schema.ts";
import { eventNames } from "#lib/webhooks/words.ts";
import { StateMark } from "./state-mark.tsx";
import classes from "./webhooks.module.css";

/** Each receiver: name, address, what it is told of, and what became of the latest delivery. */
export function WebhookList({ webhooks }: { webhooks: readonly WebhookView[] }) {
  const t = useTranslations("webhooks");
  return (
    <ul className={classes.list}>
      {webhooks.map(({ id, name, url, events, active, last }) => (
        <li key={id} className={classes.entry} data-off={active ? undefined : ""}>
          <div className={classes.what}>
            <Link href={`/admin/webhooks/${id}`} prefetch={false} className={classes.name}>
              {name}
            </Link>
            <p className={classes.address}>{url}</p>
          </div>
          <p className={classes.events}>{eventNames(t, events)}</p>
          <p className={classes.standing}>
            {active ? last ? <StateMark delivery={last} /> : t("noDelivery") : t("off")}
          </p>
        </li>
      ))}
    </ul>
  );
}

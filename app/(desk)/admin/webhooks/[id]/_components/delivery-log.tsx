import { useTranslations } from "next-intl";
import { Instant } from "#components/ui/instant.tsx";
import type { DeliveryView } from "#lib/webhooks/schema.ts";
import { attemptText, eventName } from "#lib/webhooks/words.ts";
import { StateMark } from "../../_components/state-mark.tsx";
import classes from "./delivery-log.module.css";
import { SendAgain } from "./send-again.tsx";

/** Deliveries, each with its attempts and what was sent, to be opened. */
export function DeliveryLog({
  deliveries,
  active,
}: {
  deliveries: readonly DeliveryView[];
  /** Whether the receiver is switched on, so that a delivery can be sent again. */
  active: boolean;
}) {
  const t = useTranslations("webhooks");
  return (
    <ul className={classes.list}>
      {deliveries.map((delivery) => (
        <li key={delivery.id}>
          <details className={classes.delivery}>
            <summary className={classes.summary}>
              <span className={classes.at}>
                <Instant at={delivery.createdAt} />
              </span>
              <span className={classes.event}>{eventName(t, delivery.event)}</span>
              <span className={classes.state}>
                <StateMark delivery={delivery} />
              </span>
            </summary>
            <div className={classes.more}>
              <ol className={classes.attempts}>
                {delivery.log.map((attempt) => (
                  <li key={attempt.id}>
                    <Instant at={attempt.at} />: {attemptText(t, attempt)}
                  </li>
                ))}
              </ol>
              {delivery.log.length === 0 && <p className={classes.soft}>{t("log.noAttempt")}</p>}
              <p className={classes.body}>{delivery.body}</p>
              {active && <SendAgain id={delivery.id} />}
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}

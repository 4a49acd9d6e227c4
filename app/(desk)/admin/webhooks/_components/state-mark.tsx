import { useTranslations } from "next-intl";
import { Instant } from "#components/ui/instant.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import type { DeliveryStanding, DeliveryState } from "#lib/webhooks/schema.ts";
import { MEANING_OF_STATE } from "./words.ts";

/** Where a delivery stands; of one that failed, when it is tried again. */
export function StateMark({
  delivery: { state, nextAttemptAt },
}: {
  delivery: DeliveryStanding & { state: DeliveryState };
}) {
  const t = useTranslations("webhooks.states");
  return (
    <StatusMark meaning={MEANING_OF_STATE[state]}>
      {t(state)} {state === "retrying" && nextAttemptAt && <Instant at={nextAttemptAt} />}
    </StatusMark>
  );
}

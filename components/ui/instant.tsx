import { useFormatter } from "next-intl";
import { businessDayOf } from "#lib/core/dates.ts";
import { formatCivilDate } from "#lib/core/i18n/format.ts";

/** A moment as people in the commune have it on the clock: "22/11/2026 13:20". */
export function Instant({ at }: { at: Date }) {
  const format = useFormatter();
  const time = format.dateTime(at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return (
    <time dateTime={at.toISOString()}>
      {formatCivilDate(businessDayOf(at))} {time}
    </time>
  );
}

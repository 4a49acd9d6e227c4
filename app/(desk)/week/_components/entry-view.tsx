import { useTranslations } from "next-intl";
import { formatTime } from "#lib/agenda/rules.ts";
import type { Entry } from "#lib/agenda/schema.ts";
import classes from "./week.module.css";

/** An entry: when and what, where, who; opens to be changed by whoever may. */
export function EntryView({
  entry,
  onOpen,
}: {
  entry: Entry;
  onOpen: ((entry: Entry) => void) | null;
}) {
  const t = useTranslations("agenda");
  const { startMinute, endMinute, kind, title, place, host, participants } = entry;
  const time =
    startMinute === null
      ? t("wholeDay")
      : [startMinute, endMinute]
          .filter((minute) => minute !== null)
          .map(formatTime)
          .join("–");
  const details = [
    place && t("place", { place }),
    host && t("host", { host: host.name }),
    participants && t("participants", { participants }),
  ].filter(Boolean);
  return (
    <div className={classes.entry}>
      <p className={classes.line}>
        <span className={classes.time}>{time}</span>
        {onOpen ? (
          <button type="button" className={classes.open} onClick={() => onOpen(entry)}>
            {title}
          </button>
        ) : (
          <span className={classes.what}>{title}</span>
        )}
      </p>
      <p className={classes.details}>
        {[kind !== "OTHER" && t(`kinds.${kind}`), ...details].filter(Boolean).join(" · ")}
      </p>
    </div>
  );
}

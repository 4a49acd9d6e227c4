import { useTranslations } from "next-intl";
import type { HostChoice } from "#lib/agenda/schema.ts";
import classes from "./entry-form.module.css";

/** What someone else has left in the calendar meanwhile, above what was typed. */
export function StandsNow({
  current,
  hosts,
}: {
  current: Readonly<Record<string, string>>;
  hosts: readonly HostChoice[];
}) {
  const t = useTranslations("agenda.form");
  const host = hosts.find(({ id }) => `${id}` === current.host)?.name;
  const times = [current.start, current.end].filter(Boolean).join("–");
  return (
    <div className={classes.now}>
      <p>{t("current")}</p>
      <p>
        <strong>{current.title}</strong>
      </p>
      <p>
        {[current.on, times, current.place, host, current.participants].filter(Boolean).join(" · ")}
      </p>
      <p className={classes.hint}>{t("overwrite")}</p>
    </div>
  );
}

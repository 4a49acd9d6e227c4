import { useTranslations } from "next-intl";
import { Instant } from "#components/ui/instant.tsx";
import { deviceOf } from "#lib/users/rules.ts";
import type { OpenSession } from "#lib/users/schema.ts";
import { SESSION_HOURS } from "#lib/users/schema.ts";
import classes from "./open-sessions.module.css";

/** Where the person is signed in. */
export function OpenSessions({ sessions }: { sessions: readonly OpenSession[] }) {
  const t = useTranslations("account.sessions");
  const limits = { idle: SESSION_HOURS.idle, absolute: SESSION_HOURS.absolute / 24 };
  return (
    <>
      <p className={classes.explanation}>{t("explanation", limits)}</p>
      <ul className={classes.sessions}>
        {sessions.map(({ id, userAgent, address, createdAt, lastSeenAt, current }) => {
          const device = deviceOf(userAgent);
          return (
            <li key={id} className={classes.session}>
              <p>
                {device ? t("deviceOn", device) : t("unknownDevice")}
                {current && <span className={classes.current}>{t("current")}</span>}
              </p>
              <p className={classes.details}>
                <span>{address}</span>
                <span>
                  {t("since")} <Instant at={createdAt} />
                </span>
                <span>
                  {t("seen")} <Instant at={lastSeenAt} />
                </span>
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
}

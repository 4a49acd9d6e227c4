import { useTranslations } from "next-intl";
import { Instant } from "#components/ui/instant.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { PastClosing } from "#lib/snapshots/schema.ts";
import classes from "./closing.module.css";

/** Every closing of the month and its reopening, the newest first. */
export function ClosingHistory({ history }: { history: readonly PastClosing[] }) {
  const t = useTranslations("periods");
  return (
    <Panel title={t("closing.history")}>
      {history.length === 0 && <p className={classes.reopened}>{t("closing.never")}</p>}
      <ul className={classes.history}>
        {history.map(({ id, closedBy, closedAt, reopened }) => (
          <li key={id}>
            {t.rich("closedBy", { by: closedBy, at: () => <Instant at={closedAt} /> })}
            {reopened && (
              <div className={classes.reopened}>
                {t.rich("closing.reopenedBy", {
                  by: reopened.by,
                  reason: reopened.reason,
                  at: () => <Instant at={reopened.at} />,
                })}
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

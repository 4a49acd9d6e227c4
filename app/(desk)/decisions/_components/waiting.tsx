import { useTranslations } from "next-intl";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import type { ExtensionToDecide, TaskWork } from "#lib/tasks/views.ts";
import classes from "./waiting.module.css";

/** What a department asks for, why, and what came of its earlier requests for the same task. */
export function ExtensionAsked({
  asked: { item, extension, earlier, inTime },
  department,
}: {
  asked: ExtensionToDecide;
  department: string;
}) {
  const t = useTranslations("work.decisions");
  return (
    <div className={classes.waiting}>
      <p className={classes.gist}>
        {t("from", {
          department,
          old: item.dueOn ? formatCivilDate(item.dueOn) : "",
          new: formatCivilDate(extension.newDueOn),
        })}
      </p>
      <p>{t("reason", { reason: extension.reason })}</p>
      <p className={classes.soft}>
        {[
          t("requestedBy", {
            name: extension.requestedBy ?? department,
            day: formatCivilDate(extension.requestedOn),
          }),
          t(inTime ? "inTime" : "late"),
          extension.objective && t("objective"),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {earlier.length === 0 ? (
        <p className={classes.soft}>{t("first")}</p>
      ) : (
        <details>
          <summary>
            {t("earlier")} ({earlier.length})
          </summary>
          <ul className={classes.earlier}>
            {earlier.map(({ newDueOn, decision, reason }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the past does not change its order.
              <li key={index}>
                {t("earlierOne", { day: formatCivilDate(newDueOn), decision, reason })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** What a department says of its work. */
export function WorkSubmitted({ work, department }: { work: TaskWork; department: string }) {
  const t = useTranslations("work.decisions");
  if (!work.submission) return null;
  const { completedOn, note } = work.submission;
  return (
    <div className={classes.waiting}>
      <p className={classes.gist}>
        {t("submitted", { department, day: formatCivilDate(completedOn) })}
      </p>
      {note && <p>{t("note", { note })}</p>}
    </div>
  );
}

import type { useTranslations } from "next-intl";
import { civilDate } from "#lib/core/dates.ts";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import type { NotificationView } from "./schema.ts";

type Translate = ReturnType<typeof useTranslations<"notifications">>;

/** What happened, by whom where it was a person, without the task to which it did. */
export function newsText({ kind, data }: NotificationView, t: Translate): string {
  const isDeadline = kind === "DUE_SOON" || kind === "OVERDUE";
  const dated = data.dueOn
    ? t(isDeadline ? "dated.due" : "dated.until", {
        day: formatCivilDate(civilDate(data.dueOn)),
      })
    : "";
  const values = { by: data.by || t("system"), dated, decision: data.decision ?? "NONE" };
  return t(`news.${kind}`, values).trim();
}

/** To which task it happened, by its code and content. */
export function newsSubject({ task }: NotificationView, t: Translate): string {
  return task ? `${task.code} · ${task.title}` : t("noTask");
}

/** Where a piece of news leads. */
export function newsHref({ task }: NotificationView): string {
  return task ? `/tasks/${task.id}` : "/notifications";
}

import { createTranslator } from "next-intl";
import { BUSINESS_TIME_ZONE } from "#lib/core/dates.ts";
import { formats } from "#lib/core/i18n/formats.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import { messages } from "#lib/core/i18n/messages/index.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { listFields, listSectors } from "#lib/fields/queries.ts";
import { type Catalogues, type TaskNames, taskNamesOf } from "#lib/tasks/names.ts";

/** The texts of the product in a language, by their full names: `t("tasks.columns.code")`. */
export function wordsIn(locale: Locale) {
  return createTranslator({
    locale,
    messages: messages[locale],
    formats,
    timeZone: BUSINESS_TIME_ZONE,
  });
}
export type Words = ReturnType<typeof wordsIn>;

/** The part of the texts below a name, for words that are shared with the screens. */
export function within(locale: Locale) {
  const part = { locale, messages: messages[locale], formats, timeZone: BUSINESS_TIME_ZONE };
  return {
    tasks: createTranslator({ ...part, namespace: "tasks" }),
    directives: createTranslator({ ...part, namespace: "directives" }),
    levels: createTranslator({ ...part, namespace: "tasks.level" }),
    notifications: createTranslator({ ...part, namespace: "notifications" }),
    reconciliation: createTranslator({ ...part, namespace: "reconciliation" }),
    webhooks: createTranslator({ ...part, namespace: "webhooks" }),
  };
}

/** The catalogues that lists name, and what their entries are called. */
export async function readNames(locale: Locale): Promise<Catalogues & { names: TaskNames }> {
  const [departments, fields, sectors] = await Promise.all([
    listDepartments(),
    listFields(),
    listSectors(),
  ]);
  const catalogues = { departments, fields, sectors };
  return { ...catalogues, names: taskNamesOf(catalogues, locale) };
}

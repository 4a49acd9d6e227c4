import type { formats } from "#lib/core/i18n/formats.ts";
import type { Locale as AppLocale } from "#lib/core/i18n/locales.ts";
import type { Messages as AppMessages } from "#lib/core/i18n/messages/index.ts";

// What makes the keys of messages and formats type-checked.
declare module "next-intl" {
  interface AppConfig {
    Locale: AppLocale;
    Messages: AppMessages;
    Formats: typeof formats;
  }
}

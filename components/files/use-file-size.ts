import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "#lib/core/i18n/format.ts";
import { DEFAULT_LOCALE, isLocale } from "#lib/core/i18n/locales.ts";

const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;

/** Says sizes as people do: "534 B", "12 KB", "1,4 MB", "18 MB". */
export function useFileSize(): (bytes: number) => string {
  const t = useTranslations("files.unit");
  const asked = useLocale();
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  return (bytes) => {
    if (bytes < KILOBYTE) return `${bytes} ${t("byte")}`;
    if (bytes < MEGABYTE)
      return `${formatNumber(Math.round(bytes / KILOBYTE), locale)} ${t("kilobyte")}`;
    const megabytes = bytes / MEGABYTE;
    return `${formatNumber(megabytes, locale, megabytes < 10 ? 1 : 0)} ${t("megabyte")}`;
  };
}

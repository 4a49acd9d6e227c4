import { useLocale, useTranslations } from "next-intl";
import { LOCALES } from "#lib/core/i18n/locales.ts";
import classes from "./language-switch.module.css";

/** The languages side by side; each in its own words. */
export function LanguageSwitch({ choose }: { choose: (form: FormData) => Promise<void> }) {
  const t = useTranslations("common");
  const current = useLocale();
  return (
    <form action={choose}>
      <fieldset className={classes.languages} aria-label={t("account.language")}>
        {LOCALES.map((locale) => (
          <button
            key={locale}
            type="submit"
            name="locale"
            value={locale}
            lang={locale}
            aria-pressed={locale === current}
            className={classes.language}
          >
            {t(`language.${locale}`)}
          </button>
        ))}
      </fieldset>
    </form>
  );
}

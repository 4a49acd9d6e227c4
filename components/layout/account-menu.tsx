import { CircleUserIcon, LogOutIcon, UserIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { LOCALES } from "#lib/core/i18n/locales.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import classes from "./account-menu.module.css";
import type { ColorScheme } from "./color-scheme.ts";
import { ColorSchemeSwitch } from "./color-scheme-switch.tsx";
import { MenuLink } from "./menu-link.tsx";
import button from "./tool-button.module.css";

/** What the menu can do; the actions are those of the account's own pages. */
export type AccountActions = {
  /** Takes the field `locale` of a form. */
  saveLocale: (form: FormData) => Promise<void>;
  saveColorScheme: (scheme: ColorScheme) => Promise<void>;
  signOut: () => Promise<void>;
};

const MENU = "account-menu";

/** Who is signed in, in which language and colours, and the way out. */
export function AccountMenu({
  user,
  department,
  actions,
}: {
  user: Pick<CurrentUser, "displayName" | "role" | "colorScheme">;
  department: string | null;
  actions: AccountActions;
}) {
  const t = useTranslations("common");
  const current = useLocale();
  return (
    <div>
      <button
        type="button"
        className={button.open}
        popoverTarget={MENU}
        aria-label={t("account.open", { name: user.displayName })}
      >
        <CircleUserIcon size={24} strokeWidth={1.5} aria-hidden />
      </button>
      <div id={MENU} popover="auto" className={classes.menu}>
        <p className={classes.name}>{user.displayName}</p>
        <p className={classes.role}>
          {[t(`role.${user.role}`), department].filter(Boolean).join(" · ")}
        </p>
        <form action={actions.saveLocale} className={classes.row}>
          <fieldset className={classes.choice}>
            <legend>{t("account.language")}</legend>
            <div className={classes.options}>
              {LOCALES.map((locale) => (
                <button
                  key={locale}
                  type="submit"
                  name="locale"
                  value={locale}
                  lang={locale}
                  aria-pressed={locale === current}
                >
                  {t(`language.${locale}`)}
                </button>
              ))}
            </div>
          </fieldset>
        </form>
        <ColorSchemeSwitch saved={user.colorScheme} save={actions.saveColorScheme} />
        <div className={classes.ways}>
          <MenuLink href="/account">
            <UserIcon size={18} strokeWidth={1.6} aria-hidden />
            {t("account.page")}
          </MenuLink>
          <form action={actions.signOut}>
            <button type="submit" className={classes.way}>
              <LogOutIcon size={18} strokeWidth={1.6} aria-hidden />
              {t("account.signOut")}
            </button>
          </form>
        </div>
      </div>
    </div>
  );
}

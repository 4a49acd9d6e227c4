import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Mark } from "#components/layout/mark.tsx";
import { LanguageSwitch } from "#components/ui/language-switch.tsx";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { getSettings } from "#lib/periods/queries.ts";
import { Plate } from "./_components/plate.tsx";
import { chooseLocale } from "./actions.ts";
import classes from "./layout.module.css";

/** The frame of whoever is not at the desk yet: the product, the commune, and one thing to do. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("auth");
  // The database may be away, or still without its catalogues: then the frame names no commune.
  const communeName = await getSettings()
    .then((settings) => settings.communeName)
    .catch(() => null);
  return (
    <div className={classes.frame}>
      <header className={classes.cover}>
        <div className={classes.names}>
          <Mark />
          <div>
            <p className={classes.product}>{t("product")}</p>
            {communeName && <p className={classes.commune}>{communeName}</p>}
          </div>
        </div>
        <p className={classes.tagline}>{t("tagline")}</p>
        <div className={classes.plate}>
          <Plate />
        </div>
      </header>
      <main id="content" className={classes.side}>
        <div className={classes.tools}>
          <LanguageSwitch choose={chooseLocale} />
        </div>
        <div className={classes.content}>
          <ClientMessages namespaces={["auth", "account"]}>{children}</ClientMessages>
        </div>
      </main>
    </div>
  );
}

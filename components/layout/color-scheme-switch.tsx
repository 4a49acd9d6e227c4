"use client";

import { useMantineColorScheme } from "@mantine/core";
import { useTranslations } from "next-intl";
import { startTransition, useState } from "react";
import classes from "./account-menu.module.css";
import { COLOR_SCHEMES, type ColorScheme } from "./color-scheme.ts";

/** Light, dark, or as the device: at once, and kept for the person's other devices. */
export function ColorSchemeSwitch({
  saved,
  save,
}: {
  saved: ColorScheme;
  save: (scheme: ColorScheme) => Promise<void>;
}) {
  const t = useTranslations("common");
  const { setColorScheme } = useMantineColorScheme();
  const [chosen, setChosen] = useState(saved);
  function choose(scheme: ColorScheme): void {
    setChosen(scheme);
    setColorScheme(scheme);
    startTransition(() => save(scheme));
  }
  return (
    <fieldset className={`${classes.choice} ${classes.row}`}>
      <legend>{t("account.appearance")}</legend>
      <div className={classes.options}>
        {COLOR_SCHEMES.map((scheme) => (
          <button
            key={scheme}
            type="button"
            aria-pressed={scheme === chosen}
            onClick={() => choose(scheme)}
          >
            {t(`colorScheme.${scheme}`)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

"use client";

import { Button, CopyButton } from "@mantine/core";
import { useTranslations } from "next-intl";
import classes from "../../users/_components/shown-once.module.css";
import own from "./token-shown-once.module.css";

/** A token, for the administrator to put where it is used; it cannot be shown again. */
export function TokenShownOnce({ made }: { made: { name: string; token: string } }) {
  const t = useTranslations("tokens.shown");
  return (
    <div className={classes.box}>
      <p className={classes.title}>{t("title", { name: made.name })}</p>
      <div className={classes.line}>
        <output className={own.token}>{made.token}</output>
        <CopyButton value={made.token}>
          {({ copied, copy }) => (
            <Button variant="default" size="xs" onClick={copy}>
              {copied ? t("copied") : t("copy")}
            </Button>
          )}
        </CopyButton>
      </div>
      <p className={classes.explanation}>{t("explanation")}</p>
    </div>
  );
}

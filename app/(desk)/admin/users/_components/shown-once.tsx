"use client";

import { Button, CopyButton } from "@mantine/core";
import { useTranslations } from "next-intl";
import classes from "./shown-once.module.css";

/** An initial password, for the administrator to hand over; it cannot be shown again. */
export function ShownOnce({ initial }: { initial: { login: string; password: string } }) {
  const t = useTranslations("admin.password");
  return (
    <div className={classes.box}>
      <p className={classes.title}>{t("title", { login: initial.login })}</p>
      <div className={classes.line}>
        <output className={classes.password}>{initial.password}</output>
        <CopyButton value={initial.password}>
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

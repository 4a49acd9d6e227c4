import { useNow, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import classes from "./page-header.module.css";

/**
 * A page's first line: its title, what it is about in words (filters, period), and what
 * changes it (a period picker, buttons). On paper also the time that the figures are of.
 */
export function PageHeader({
  title,
  details,
  actions,
}: {
  title: string;
  /** In words, what of all there is the page shows; on screen below the title, on paper too. */
  details?: ReactNode;
  actions?: ReactNode;
}) {
  const t = useTranslations("common.print");
  const now = useNow();
  return (
    <div className={classes.header}>
      <div className={classes.line}>
        <h1 className={classes.title}>{title}</h1>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {details && <div className={classes.details}>{details}</div>}
      <p className={classes.printed}>{t("at", { at: now })}</p>
    </div>
  );
}

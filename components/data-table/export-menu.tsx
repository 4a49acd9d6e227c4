import { DownloadIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { CloseOutside } from "./close-outside.tsx";
import classes from "./export-menu.module.css";

/** The list as a file: links, so that it works without scripts. */
export function ExportMenu({
  hrefs,
  whole = false,
}: {
  hrefs: { xlsx: string; csv: string };
  /** The file always has the whole list, whatever is searched for on the screen. */
  whole?: boolean;
}) {
  const t = useTranslations("exports");
  return (
    <CloseOutside className={classes.menu}>
      <summary className={classes.open}>
        <DownloadIcon size={16} strokeWidth={1.8} aria-hidden />
        {t("open")}
      </summary>
      <div className={classes.panel}>
        <ul className={classes.files} aria-label={t("label")}>
          <li>
            <a href={hrefs.xlsx} download className={classes.file}>
              {t("xlsx")}
            </a>
          </li>
          <li>
            <a href={hrefs.csv} download className={classes.file}>
              {t("csv")}
              <small>{t("csvHint")}</small>
            </a>
          </li>
        </ul>
        <p className={classes.hint}>{t(whole ? "whole" : "rows")}</p>
      </div>
    </CloseOutside>
  );
}

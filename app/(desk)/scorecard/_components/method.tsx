import { useTranslations } from "next-intl";
import classes from "./scorecard.module.css";
import { methodOf } from "./words.ts";

/** That it is a proposal, and how it is counted. */
export function Method() {
  const t = useTranslations("scorecard");
  return (
    <div className={classes.method}>
      <p>{t("proposal")}</p>
      <details>
        <summary>{t("method.title")}</summary>
        <ul>
          {methodOf(t).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

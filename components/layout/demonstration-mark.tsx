import { InfoIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import classes from "./demonstration-mark.module.css";

/** Says of a demonstration register what it is, and on demand where it comes from. */
export function DemonstrationMark() {
  const t = useTranslations("common.demonstration");
  return (
    <>
      <button
        type="button"
        className={classes.mark}
        data-tip={t("explanation")}
        aria-describedby="demonstration"
      >
        <InfoIcon size={15} strokeWidth={1.8} aria-hidden />
        {t("mark")}
      </button>
      <span id="demonstration" hidden>
        {t("explanation")}
      </span>
    </>
  );
}

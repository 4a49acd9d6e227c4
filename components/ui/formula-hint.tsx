import { InfoIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import classes from "./formula-hint.module.css";

/**
 * A small mark that tells how a figure is computed, on hover, focus and tap. The formula is
 * plain text; lines are parted by "\n".
 */
export function FormulaHint({ name, formula }: { name: string; formula: string }) {
  const t = useTranslations("common");
  const description = useId();
  return (
    <span className={classes.hint}>
      <button
        type="button"
        className={classes.button}
        aria-label={t("formulaOf", { name })}
        aria-describedby={description}
        data-tip={formula}
      >
        <InfoIcon size={15} strokeWidth={1.7} aria-hidden />
      </button>
      <span id={description} hidden>
        {formula}
      </span>
    </span>
  );
}

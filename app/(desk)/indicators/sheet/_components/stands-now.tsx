import { useTranslations } from "next-intl";
import { VALUE_STATES } from "#lib/indicators/schema.ts";
import classes from "./sheet.module.css";

/** What someone else has entered meanwhile, beside what is typed. */
export function StandsNow({
  current,
  computed,
}: {
  current: Readonly<Record<string, string>>;
  computed: boolean;
}) {
  const t = useTranslations("indicators");
  const { value = "", numerator = "", denominator = "", note = "", enteredBy = "" } = current;
  const state = VALUE_STATES.find((each) => each === current.state) ?? "NOT_REPORTED";
  const number = computed && numerator ? t("parts", { numerator, denominator }) : value;
  const stands = state === "REPORTED" ? number : t(`sheet.states.${state}`);
  return (
    <span className={classes.current}>
      {t("sheet.current", { stands: [stands, note].filter(Boolean).join(", "), by: enteredBy })}
    </span>
  );
}

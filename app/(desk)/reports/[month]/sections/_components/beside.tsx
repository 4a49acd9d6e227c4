import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { FilledText } from "./filled-text.tsx";
import classes from "./sections.module.css";

/** What someone else has left in a section. */
export type StandingText = { text: string; by: string; on: string };

/** The other's text, beside the one that is being written. */
export function StandsNow({ current, onTake }: { current: StandingText; onTake: () => void }) {
  const t = useTranslations("narratives.sections");
  return (
    <div className={classes.now}>
      <p className={classes.soft}>{t("current", current)}</p>
      <p className={classes.other}>{current.text}</p>
      <p className={classes.soft}>{t("currentHint")}</p>
      <Button variant="default" size="compact-sm" onClick={onTake}>
        {t("takeCurrent")}
      </Button>
    </div>
  );
}

/** The section as it will stand in the report, and beside it last month's. */
export function Beside({
  section,
  text,
  values,
  department,
  before,
  onTakeBefore,
}: {
  /** Name of the section. */
  section: string;
  text: string;
  values: Readonly<Record<string, string>>;
  department: string | null;
  before: { month: string; text: string | null };
  onTakeBefore: (text: string) => void;
}) {
  const t = useTranslations("narratives.sections");
  const earlier = before.text;
  return (
    <div className={classes.beside}>
      <section aria-label={`${t("preview")}: ${section}`}>
        <h3>{t("preview")}</h3>
        {text.trim() === "" ? (
          <p className={classes.soft}>{t("previewEmpty")}</p>
        ) : (
          <FilledText text={text} values={values} department={department} />
        )}
      </section>
      <section aria-label={`${t("before", { month: before.month })}: ${section}`}>
        <h3>{t("before", { month: before.month })}</h3>
        {earlier === null ? (
          <p className={classes.soft}>{t("noBefore", { month: before.month })}</p>
        ) : (
          <>
            <p className={classes.other}>{earlier}</p>
            {earlier !== text && (
              <Button variant="default" size="compact-sm" onClick={() => onTakeBefore(earlier)}>
                {t(text.trim() === "" ? "takeBefore" : "takeBeforeSure")}
              </Button>
            )}
          </>
        )}
      </section>
    </div>
  );
}

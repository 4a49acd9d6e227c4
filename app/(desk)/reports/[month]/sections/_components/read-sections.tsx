import { useTranslations } from "next-intl";
import { NARRATIVE_KINDS, type NarrativeSection } from "#lib/narratives/schema.ts";
import { FilledText } from "./filled-text.tsx";
import classes from "./sections.module.css";

/** What was written for a closed month, as it stands in its report. */
export function ReadSections({
  sections,
  values,
}: {
  sections: readonly NarrativeSection[];
  values: Readonly<Record<string, string>>;
}) {
  const t = useTranslations("narratives");
  return (
    <div className={classes.sections}>
      {NARRATIVE_KINDS.map((kind) => {
        const section = sections.find((each) => each.kind === kind);
        return (
          <section key={kind} id={kind} className={classes.section}>
            <div className={classes.head}>
              <h2>{t(`kinds.${kind}`)}</h2>
            </div>
            {section && section.text.trim() !== "" ? (
              <FilledText text={section.text} values={values} department={section.department} />
            ) : (
              <p className={classes.soft}>{t("sections.notWritten")}</p>
            )}
          </section>
        );
      })}
    </div>
  );
}

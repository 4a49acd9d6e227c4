import { useTranslations } from "next-intl";
import { useState } from "react";
import { COMMUNE, OWN_DEPARTMENT } from "#lib/narratives/fields.ts";
import { type Field, type FieldGroup, foundIn } from "./figure-groups.ts";
import classes from "./sections.module.css";

/** The groups that are open before anything is searched for. */
const OPEN_AT_FIRST: readonly string[] = [OWN_DEPARTMENT, COMMUNE];

/** The month's figures; pressing one puts it into the text. */
export function FigureList({
  groups,
  onInsert,
}: {
  groups: readonly FieldGroup[];
  onInsert: (field: Field) => void;
}) {
  const t = useTranslations("narratives.sections.figures");
  const [words, setWords] = useState("");
  const sought = words.trim() !== "";
  const found = sought ? foundIn(groups, words) : groups;
  return (
    <div className={classes.figures}>
      <p className={classes.hint}>{t("hint")}</p>
      <input
        type="search"
        className={classes.search}
        aria-label={t("search")}
        placeholder={t("search")}
        autoComplete="off"
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      {found.length === 0 && <p className={classes.hint}>{t("nothing")}</p>}
      {found.map(({ key, title, fields }) => (
        <details key={`${key} ${sought}`} open={sought || OPEN_AT_FIRST.includes(key)}>
          <summary>{title}</summary>
          <ul>
            {fields.map((field) => (
              <li key={field.code}>
                <button
                  type="button"
                  className={classes.figure}
                  aria-label={t("insert", { name: field.name, value: field.value })}
                  onClick={() => onInsert(field)}
                >
                  <span>{field.name}</span>
                  <strong>{field.value}</strong>
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

import { useTranslations } from "next-intl";
import type { Schema } from "./document.ts";
import classes from "./row.module.css";
import { TypeName } from "./type-name.tsx";
import { Words } from "./words.tsx";

/** A parameter or a member: its name, its type, and what it means. */
export function Row({
  name,
  note = null,
  mark,
  schema,
  description,
}: {
  name: string;
  /** Where it stands, if that is not where such things stand. */
  note?: string | null;
  /** Whether it has to be there, or need not be, where that is worth saying. */
  mark: "required" | "optional" | null;
  schema: Schema;
  description?: string | undefined;
}) {
  const t = useTranslations("api.docs");
  return (
    <div className={classes.row}>
      <dt>
        <code>{name}</code>
        {mark && <span className={classes.note}> {t(mark)}</span>}
        {note && <span className={classes.note}> {note}</span>}
      </dt>
      <dd>
        <TypeName schema={schema} />
        {description && (
          <p className={classes.words}>
            <Words>{description}</Words>
          </p>
        )}
      </dd>
    </div>
  );
}

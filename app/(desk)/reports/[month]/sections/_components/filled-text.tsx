import { useTranslations } from "next-intl";
import { piecesOf } from "#lib/narratives/fields.ts";
import classes from "./sections.module.css";

/** A text as the report will say it, the figures set off; what is no figure stands out. */
export function FilledText({
  text,
  values,
  department,
}: {
  text: string;
  /** By explicit code. */
  values: Readonly<Record<string, string>>;
  /** Whose text it is; null: the merged one. */
  department: string | null;
}) {
  const t = useTranslations("narratives.sections");
  return (
    <p className={classes.filled}>
      {piecesOf(text, department).map((piece) => {
        if (!("code" in piece)) return piece.text;
        const value = values[piece.code];
        return value === undefined ? (
          <span key={piece.at} className={classes.unknown}>
            {piece.text} ({t("unknown")})
          </span>
        ) : (
          <span key={piece.at} className={classes.value} title={piece.code}>
            {value}
          </span>
        );
      })}
    </p>
  );
}

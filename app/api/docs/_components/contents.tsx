import { useTranslations } from "next-intl";
import classes from "./contents.module.css";
import type { ShownCall } from "./document.ts";

/** Where to find what; on paper and on phones the page is read through instead. */
export function Contents({
  groups,
  schemas,
}: {
  groups: readonly { name: string; calls: readonly ShownCall[] }[];
  schemas: readonly string[];
}) {
  const t = useTranslations("api.docs");
  return (
    <nav className={classes.contents} aria-label={t("contents")}>
      {groups.map(({ name, calls }) => (
        <div key={name} lang="en">
          <p className={classes.group}>{name}</p>
          <ul>
            {calls.map(({ id, method, path }) => (
              <li key={id}>
                <a href={`#${id}`}>
                  <span className={classes.method}>{method}</span> {path}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p className={classes.group}>
        <a href="#problems">{t("problems")}</a>
      </p>
      <p className={classes.group}>{t("schemas")}</p>
      <ul lang="en">
        {schemas.map((name) => (
          <li key={name}>
            <a href={`#schema-${name}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

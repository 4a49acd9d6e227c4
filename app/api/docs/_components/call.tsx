import { useTranslations } from "next-intl";
import classes from "./call.module.css";
import type { ShownCall } from "./document.ts";
import { Members } from "./members.tsx";
import { Row } from "./row.tsx";
import { TypeName } from "./type-name.tsx";
import { Words } from "./words.tsx";

/** One call: what it does, what it takes, what it answers. */
export function Call({ call }: { call: ShownCall }) {
  const t = useTranslations("api.docs");
  return (
    <article id={call.id} className={classes.call}>
      <h3 className={classes.address}>
        <span className={classes.method}>{call.method}</span> {call.path}
      </h3>
      <p>
        <Words>{call.summary}</Words>.
      </p>
      {call.description && (
        <p>
          <Words>{call.description}</Words>
        </p>
      )}
      {call.parameters.length > 0 && (
        <>
          <h4>{t("parameters")}</h4>
          <dl className={classes.rows}>
            {call.parameters.map(({ name, in: place, required = false, schema, description }) => (
              <Row
                key={`${place} ${name}`}
                name={name}
                note={place === "query" ? null : t(place === "path" ? "inPath" : "inHeader")}
                mark={required ? "required" : null}
                schema={schema}
                description={description ?? schema.description}
              />
            ))}
          </dl>
        </>
      )}
      {call.body && (
        <>
          <h4>
            {t("body")} <span className={classes.type}>{call.body.type}</span>
          </h4>
          <Members schema={call.body.schema} />
          {call.body.example !== undefined && (
            <pre className={classes.example}>{JSON.stringify(call.body.example, null, 2)}</pre>
          )}
        </>
      )}
      <h4>{t("answer")}</h4>
      {call.answer.contents.map(({ type, schema }) => (
        <div key={type}>
          <p>
            {call.answer.status} {schema === null ? type : <TypeName schema={schema} />}
          </p>
          {schema?.properties && <Members schema={schema} answered />}
        </div>
      ))}
      <p className={classes.refusals}>
        {t("refusals")} <a href="#problems">{call.refusals.join(", ")}</a>
      </p>
    </article>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Mark } from "#components/layout/mark.tsx";
import { LanguageSwitch } from "#components/ui/language-switch.tsx";
import { chooseLocale } from "../../(auth)/actions.ts";
import { apiDocument } from "../v1/operations/document.ts";
import { Call } from "./_components/call.tsx";
import { Contents } from "./_components/contents.tsx";
import { callsOf, groupsOf, problemsOf, schemasOf } from "./_components/document.ts";
import { Members } from "./_components/members.tsx";
import classes from "./page.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("api.docs"))("title") };
}

/**
 * The machine interface for people: the OpenAPI document, read on the server. Anyone may see
 * it: it holds no data and says what stands in the source.
 */
export default async function ApiDocsPage() {
  const t = await getTranslations("api.docs");
  const document = apiDocument();
  const groups = groupsOf(callsOf(document));
  const schemas = schemasOf(document);
  return (
    <div className={classes.frame}>
      <header className={classes.header}>
        <Mark />
        <LanguageSwitch choose={chooseLocale} />
      </header>
      <div className={classes.columns}>
        <Contents groups={groups} schemas={schemas.map(({ name }) => name)} />
        <main id="content" className={classes.content}>
          <h1>{t("title")}</h1>
          <p>{t("intro")}</p>
          <p>
            {t("machine")} <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>
          </p>
          <pre className={classes.sample}>
            {'curl -H "Authorization: Bearer $TOKEN" "$DESK/tasks?timeliness=OVERDUE"'}
          </pre>
          {groups.map(({ name, calls }) => (
            <section key={name} lang="en">
              <h2>{name}</h2>
              {calls.map((call) => (
                <Call key={call.id} call={call} />
              ))}
            </section>
          ))}
          <section id="problems">
            <h2>{t("problems")}</h2>
            <p>{t("problemsNote")}</p>
            <dl className={classes.problems} lang="en">
              {problemsOf(document).map(({ status, meaning }) => (
                <div key={status}>
                  <dt>{status}</dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section>
            <h2>{t("schemas")}</h2>
            {schemas.map(({ name, schema }) => (
              <article key={name} id={`schema-${name}`} className={classes.schema}>
                <h3>{name}</h3>
                <Members schema={schema} answered />
              </article>
            ))}
          </section>
        </main>
      </div>
    </div>
  );
}

import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "#components/ui/page-header.tsx";
import { businessToday } from "#lib/core/dates.ts";
import { NotFoundError } from "#lib/core/errors.ts";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { readParameters, type SearchParameters } from "#lib/core/parameters.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { listIssuingBodies } from "#lib/directives/queries.ts";
import { listFields, listSectors } from "#lib/fields/queries.ts";
import { importIdSchema, rowQuerySchema, wordOfKind } from "#lib/imports/corrections.ts";
import { mayImportSomething } from "#lib/imports/policy.ts";
import { getImport } from "#lib/imports/queries.ts";
import { listWritten } from "#lib/imports/written-queries.ts";
import { requireUser } from "#lib/users/session.ts";
import classes from "./_components/import-view.module.css";
import { ImportView } from "./_components/import-view.tsx";
import { refuseEmptyRows, shownRows } from "./_components/shown-rows.ts";
import { vocabularyOf } from "./_components/vocabulary.ts";

type Parameters = {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParameters>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports.screen"))("title") };
}

/** A file that came in: what applying it would do row by row, or what it did. */
export default async function ImportPage({ params, searchParams }: Parameters) {
  const user = await requireUser(mayImportSomething);
  const asked = importIdSchema.safeParse(await params);
  if (!asked.success) throw new NotFoundError();
  const query = readParameters(rowQuerySchema, await searchParams, { numbers: ["page", "size"] });
  const found = await getImport(user, asked.data.id);
  const shown = shownRows(found, query);
  refuseEmptyRows(shown);
  const [departments, fields, sectors, bodies, locale, t] = await Promise.all([
    listDepartments(),
    listFields(),
    listSectors(),
    listIssuingBodies(),
    getLocale(),
    getTranslations("imports.screen"),
  ]);
  const written =
    found.appliedAt && !found.undoneAt
      ? await listWritten(
          user,
          found.id,
          shown.rows.map(({ line }) => line),
        )
      : [];
  const details = t("details", {
    kind: t(`kinds.${found.kind}`),
    at: found.createdAt,
    by: found.createdBy ?? t("list.commandLine"),
  });
  return (
    <ClientMessages namespaces={["imports", "files", "account"]}>
      <PageHeader
        title={found.fileName}
        details={
          <>
            {details}
            <span className={classes.ways}>
              {" · "}
              <a href={`/api/imports/${found.id}/file`} download>
                {t("original")}
              </a>
              {" · "}
              <Link href={`/imports?kind=${wordOfKind(found.kind)}`} prefetch={false}>
                {t("back")}
              </Link>
            </span>
          </>
        }
      />
      <ImportView
        found={found}
        shown={shown}
        written={written}
        vocabulary={vocabularyOf({ departments, fields, sectors, bodies }, locale)}
        today={businessToday()}
      />
    </ClientMessages>
  );
}

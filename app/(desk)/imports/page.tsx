import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportMenu } from "#components/data-table/export-menu.tsx";
import { Pagination } from "#components/data-table/pagination.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { invalidAddress } from "#lib/core/errors.ts";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { readParameters, refuseEmptyPage, type SearchParameters } from "#lib/core/parameters.ts";
import { exportHrefs } from "#lib/exports/schema.ts";
import { FILES_PER_PAGE, importListSchema, wordOfKind } from "#lib/imports/corrections.ts";
import { importKindsFor, mayImportSomething } from "#lib/imports/policy.ts";
import { listImports } from "#lib/imports/queries.ts";
import { KIND_WORDS } from "#lib/imports/requests.ts";
import type { ImportKind } from "#lib/imports/schema.ts";
import { requireUser } from "#lib/users/session.ts";
import { ImportList } from "./_components/import-list.tsx";
import { Start } from "./_components/start.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports.screen"))("title") };
}

/** A file is sent from here; below are the files that came in. */
export default async function ImportsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  const user = await requireUser(mayImportSomething);
  const { kind: word, page = 1 } = readParameters(importListSchema, await searchParams, {
    numbers: ["page"],
  });
  const kinds = importKindsFor(user);
  const kind = word === undefined ? kinds[0] : KIND_WORDS[word];
  if (kind === undefined || !kinds.includes(kind)) {
    invalidAddress("notOneOf", { name: "kind", value: word ?? "" });
  }
  const [{ items, total }, t] = await Promise.all([
    listImports(user, { page, size: FILES_PER_PAGE }),
    getTranslations("imports.screen"),
  ]);
  refuseEmptyPage({ page }, items.length);
  return (
    <ClientMessages namespaces={["imports", "files"]}>
      <PageHeader title={t("title")} details={t("explanation")} />
      <Start
        kind={kind}
        kinds={kinds.map((each) => ({ kind: each, href: hrefOf(each), word: wordOfKind(each) }))}
      />
      <Panel
        title={t("list.title")}
        action={items.length > 0 && <ExportMenu hrefs={exportHrefs("imports")} whole />}
      >
        {items.length === 0 ? (
          <EmptyState title={t("list.empty")} explanation={t("list.emptyHint")} />
        ) : (
          <>
            <ImportList items={items} showsKind={kinds.length > 1} />
            <Pagination
              total={total}
              page={page}
              size={FILES_PER_PAGE}
              sizes={[FILES_PER_PAGE]}
              hrefOf={(to) => hrefOf(kind, to)}
            />
          </>
        )}
      </Panel>
    </ClientMessages>
  );
}

function hrefOf(kind: ImportKind, page = 1): string {
  return `/imports?kind=${wordOfKind(kind)}${page > 1 ? `&page=${page}` : ""}`;
}

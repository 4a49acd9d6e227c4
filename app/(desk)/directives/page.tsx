import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportMenu } from "#components/data-table/export-menu.tsx";
import { SavedViews } from "#components/data-table/saved-views.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { businessToday } from "#lib/core/dates.ts";
import { invalidAddress } from "#lib/core/errors.ts";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { readParameters, refuseEmptyPage, type SearchParameters } from "#lib/core/parameters.ts";
import { directiveNamesOf } from "#lib/directives/names.ts";
import { listIssuingBodies } from "#lib/directives/queries.ts";
import {
  type DirectiveListState,
  directiveListHref,
  directiveListSchema,
} from "#lib/directives/schema.ts";
import { exportHrefs } from "#lib/exports/schema.ts";
import { listSectors } from "#lib/fields/queries.ts";
import { mayImport } from "#lib/imports/policy.ts";
import { listDirectives } from "#lib/tasks/directive-queries.ts";
import { mayRegister, taskScopeOf } from "#lib/tasks/policy.ts";
import { hasDesk } from "#lib/users/policy.ts";
import { requireUser } from "#lib/users/session.ts";
import { mayShareViews } from "#lib/views/policy.ts";
import { listViews } from "#lib/views/queries.ts";
import { changeView, removeView, saveView } from "../views/actions.ts";
import { DirectiveList } from "./_components/directive-list.tsx";

const KINDS = { days: ["from", "to"], numbers: ["page"], codes: ["body", "sector"] };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("directives"))("title") };
}

/** The list of directives with how far the tasks of each are. */
export default async function DirectivesPage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  const user = await requireUser(hasDesk);
  const state = readParameters(directiveListSchema, await searchParams, KINDS);
  const [bodies, sectors, locale, registering, imports] = await Promise.all([
    listIssuingBodies(),
    listSectors(),
    getLocale(),
    getTranslations("registering"),
    getTranslations("imports.screen"),
  ]);
  refuseUnknown("body", state, bodies);
  refuseUnknown("sector", state, sectors);
  const [list, views] = await Promise.all([
    listDirectives(user, state),
    listViews(user, "directives"),
  ]);
  refuseEmptyPage(state, list.items.length);
  const queryOf = (shown: DirectiveListState) => directiveListHref(shown).split("?")[1] ?? "";
  return (
    <DirectiveList
      list={list}
      state={state}
      names={directiveNamesOf(bodies, sectors, locale)}
      partial={taskScopeOf(user).kind !== "all"}
      today={businessToday()}
      savedViews={
        <>
          <ClientMessages namespaces={["views"]}>
            <SavedViews
              list="directives"
              path="/directives"
              views={views}
              query={queryOf({ ...state, page: undefined })}
              mayShare={mayShareViews(user)}
              actions={{ save: saveView, change: changeView, remove: removeView }}
            />
          </ClientMessages>
          {list.total > 0 && (
            <ExportMenu
              hrefs={exportHrefs(
                "directives",
                queryOf({ ...state, page: undefined, size: undefined }),
              )}
            />
          )}
          {mayRegister(user) && (
            <LinkButton href="/directives/new">{registering("open")}</LinkButton>
          )}
          {mayImport(user, "DIRECTIVES") && (
            <Link href="/imports?kind=directives" prefetch={false}>
              {imports("open")}
            </Link>
          )}
        </>
      }
    />
  );
}

/** Ends the page when a code in its address is none of the catalogue. */
function refuseUnknown(
  name: "body" | "sector",
  state: DirectiveListState,
  entries: readonly { code: string }[],
): void {
  const code = state[name];
  if (code !== undefined && !entries.some((entry) => entry.code === code)) {
    invalidAddress("unknownCode", { name, value: code });
  }
}

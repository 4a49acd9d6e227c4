import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportMenu } from "#components/data-table/export-menu.tsx";
import { LiveTasks } from "#components/layout/live.tsx";
import { WorkLine } from "#components/tasks/work-line.tsx";
import { WorkList } from "#components/tasks/work-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { listDepartments } from "#lib/departments/queries.ts";
import { exportHrefs } from "#lib/exports/schema.ts";
import { listFields, listSectors } from "#lib/fields/queries.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { getVerbChoices } from "#lib/tasks/choice-queries.ts";
import { getDecisions } from "#lib/tasks/desk-queries.ts";
import { taskNamesOf } from "#lib/tasks/names.ts";
import { mayDecide } from "#lib/tasks/policy.ts";
import { requireUser } from "#lib/users/session.ts";
import { actOnSeveral } from "../tasks/actions.ts";
import { VERB_ACTIONS } from "../tasks/verb-actions.ts";
import { ExtensionAsked, WorkSubmitted } from "./_components/waiting.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("work.decisions"))("title") };
}

/** What waits for a leader's word: extensions asked for, and work submitted. */
export default async function DecisionsPage() {
  const settings = await getSettings();
  const user = await requireUser((viewer) => mayDecide(viewer, settings));
  const locale = await getLocale();
  const [decisions, choices, departments, fields, sectors, t] = await Promise.all([
    getDecisions(user),
    getVerbChoices(user, null, locale),
    listDepartments(),
    listFields(),
    listSectors(),
    getTranslations("work.decisions"),
  ]);
  const names = taskNamesOf({ departments, fields, sectors }, locale);
  const sections = [
    {
      name: "extensions",
      title: t("extensions"),
      rows: decisions.extensions.map((asked) => ({
        task: asked.work,
        content: (
          <WorkLine task={asked.item}>
            <ExtensionAsked
              asked={asked}
              department={names.department(asked.item.department).full}
            />
          </WorkLine>
        ),
      })),
    },
    {
      name: "submissions",
      title: t("submissions"),
      rows: decisions.submissions.map(({ item, work }) => ({
        task: work,
        content: (
          <WorkLine task={item}>
            <WorkSubmitted work={work} department={names.department(item.department).full} />
          </WorkLine>
        ),
      })),
    },
  ].filter(({ rows }) => rows.length > 0);
  const versions = [...decisions.extensions, ...decisions.submissions].map(
    ({ work }) => [work.id, work.version] as const,
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={sections.length > 0 && <ExportMenu hrefs={exportHrefs("decisions")} whole />}
      />
      {sections.length === 0 ? (
        <EmptyState title={t("empty")} explanation={t("emptyHint")} />
      ) : (
        <ClientMessages namespaces={["work", "files"]}>
          <WorkList
            sections={sections}
            actions={VERB_ACTIONS}
            several={actOnSeveral}
            choices={choices}
          />
        </ClientMessages>
      )}
      <LiveTasks versions={Object.fromEntries(versions)} />
    </>
  );
}

import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportMenu } from "#components/data-table/export-menu.tsx";
import { LiveTasks } from "#components/layout/live.tsx";
import { WorkLine } from "#components/tasks/work-line.tsx";
import { WorkList } from "#components/tasks/work-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { exportHrefs } from "#lib/exports/schema.ts";
import { getVerbChoices } from "#lib/tasks/choice-queries.ts";
import { DESK_SECTIONS, getDesk } from "#lib/tasks/desk-queries.ts";
import { doesWork } from "#lib/tasks/policy.ts";
import { requireUser } from "#lib/users/session.ts";
import { actOnSeveral } from "../tasks/actions.ts";
import { VERB_ACTIONS } from "../tasks/verb-actions.ts";
import { SectionLinks } from "./_components/section-links.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("work.desk"))("title") };
}

/** The open work of a department or an officer, what has to be looked at first at the top. */
export default async function DeskPage() {
  const user = await requireUser(doesWork);
  const [desk, choices, t] = await Promise.all([
    getDesk(user),
    getLocale().then((locale) => getVerbChoices(user, user.departmentId, locale)),
    getTranslations("work.desk"),
  ]);
  const sections = DESK_SECTIONS.map((name) => ({
    name,
    title: t(`section.${name}`),
    rows: desk[name].map(({ item, work }) => ({
      task: work,
      content: <WorkLine task={item} />,
    })),
  })).filter(({ rows }) => rows.length > 0);
  const tasks = sections.flatMap(({ rows }) => rows.map(({ task }) => task));
  return (
    <>
      <PageHeader
        title={t("title")}
        details={<SectionLinks label={t("jump")} sections={sections} />}
        actions={sections.length > 0 && <ExportMenu hrefs={exportHrefs("desk")} whole />}
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
      <LiveTasks versions={Object.fromEntries(tasks.map(({ id, version }) => [id, version]))} />
    </>
  );
}

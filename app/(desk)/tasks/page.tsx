import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportMenu } from "#components/data-table/export-menu.tsx";
import { SavedViews } from "#components/data-table/saved-views.tsx";
import { LiveTasks } from "#components/layout/live.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { getDiscussion } from "#lib/comments/queries.ts";
import { businessToday } from "#lib/core/dates.ts";
import { invalidAddress } from "#lib/core/errors.ts";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import type { Locale } from "#lib/core/i18n/locales.ts";
import { refuseEmptyPage, type SearchParameters } from "#lib/core/parameters.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { exportHrefs } from "#lib/exports/schema.ts";
import { listFields, listSectors } from "#lib/fields/queries.ts";
import { mayImport } from "#lib/imports/policy.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { mayPlan } from "#lib/recurrences/policy.ts";
import { columnsOf } from "#lib/tasks/columns.ts";
import { getDirective } from "#lib/tasks/directive-queries.ts";
import { queryStringOf } from "#lib/tasks/filters.ts";
import { taskNamesOf } from "#lib/tasks/names.ts";
import { mayRegister } from "#lib/tasks/policy.ts";
import { getTask, listTasks } from "#lib/tasks/queries.ts";
import { getTaskDesk } from "#lib/tasks/task-desk-queries.ts";
import { chosenColumns } from "#lib/users/list-preferences.ts";
import { hasDesk } from "#lib/users/policy.ts";
import type { CurrentUser, Viewer } from "#lib/users/schema.ts";
import { requireUser } from "#lib/users/session.ts";
import { mayShareViews } from "#lib/views/policy.ts";
import { listViews } from "#lib/views/queries.ts";
import { changeView, removeView, saveView } from "../views/actions.ts";
import { readTaskList, refuseFaults } from "./_components/read-task-list.ts";
import { TaskComments } from "./_components/task-comments.tsx";
import { TaskList } from "./_components/task-list.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tasks"))("title") };
}

/** The list of tasks: as its address filters, sorts and pages it, with one of them beside it. */
export default async function TasksPage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  const user = await requireUser(hasDesk);
  const { state, task } = readTaskList(await searchParams);
  const today = businessToday();
  const [departments, fields, sectors, settings, locale, recurring, registering, imports] =
    await Promise.all([
      listDepartments(),
      listFields(),
      listSectors(),
      getSettings(),
      getLocale(),
      getTranslations("recurring"),
      getTranslations("registering"),
      getTranslations("imports.screen"),
    ]);
  const catalogues = { departments, fields, sectors };
  refuseFaults(state, catalogues, settings, today);
  const [list, columns, views, directive, opened] = await Promise.all([
    listTasks(user, state),
    chosenColumns(user, "tasks"),
    listViews(user, "tasks"),
    state.directive === undefined ? null : directiveOf(user, state.directive),
    task === null ? null : openedTask(user, task, locale),
  ]);
  const discussion = opened && (await getDiscussion(user, opened.task.id));
  refuseEmptyPage(state, list.items.length);
  return (
    <>
      <TaskList
        list={list}
        state={state}
        columns={columnsOf(columns)}
        names={taskNamesOf(catalogues, locale)}
        settings={settings}
        today={today}
        directiveNumber={directive?.number ?? null}
        opened={opened}
        comments={
          opened && discussion && <TaskComments taskId={opened.task.id} discussion={discussion} />
        }
        savedViews={
          <>
            <ClientMessages namespaces={["views"]}>
              <SavedViews
                list="tasks"
                path="/tasks"
                views={views}
                query={queryStringOf({ ...state, page: undefined }).slice(1)}
                mayShare={mayShareViews(user)}
                actions={{ save: saveView, change: changeView, remove: removeView }}
              />
            </ClientMessages>
            {list.total > 0 && (
              <ExportMenu
                hrefs={exportHrefs(
                  "tasks",
                  queryStringOf({ ...state, page: undefined, size: undefined }),
                )}
              />
            )}
            {mayRegister(user) && (
              <LinkButton href="/directives/none/assign">{registering("openTasks")}</LinkButton>
            )}
            {mayPlan(user) && <Link href="/recurring">{recurring("title")}</Link>}
            {mayImport(user, "TASKS") && (
              <Link href="/imports?kind=tasks" prefetch={false}>
                {imports("open")}
              </Link>
            )}
          </>
        }
      />
      <LiveTasks versions={versionsOf(opened ? [...list.items, opened.task] : list.items)} />
    </>
  );
}

/** Which version of each task the page shows. */
function versionsOf(tasks: readonly { id: number; version: number }[]): Record<number, number> {
  return Object.fromEntries(tasks.map(({ id, version }) => [id, version]));
}

/** The directive and the task that an address names must be there to be seen. */
async function directiveOf(viewer: Viewer, id: number) {
  return (await getDirective(viewer, id)) ?? missing("directive", id);
}

async function openedTask(viewer: CurrentUser, id: number, locale: Locale) {
  const [task, desk] = await Promise.all([getTask(viewer, id), getTaskDesk(viewer, id, locale)]);
  if (!task || !desk) missing("task", id);
  return { task, desk, opensImports: mayImport(viewer, "TASKS") };
}

function missing(name: string, id: number): never {
  invalidAddress("unknownCode", { name, value: `${id}` });
}

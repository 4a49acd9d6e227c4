import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { LiveTasks } from "#components/layout/live.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { getDiscussion } from "#lib/comments/queries.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { listFields, listSectors } from "#lib/fields/queries.ts";
import { mayImport } from "#lib/imports/policy.ts";
import { listReasonsOfTask } from "#lib/narratives/reason-queries.ts";
import { taskNamesOf } from "#lib/tasks/names.ts";
import { getTask } from "#lib/tasks/queries.ts";
import { getTaskDesk } from "#lib/tasks/task-desk-queries.ts";
import { hasDesk } from "#lib/users/policy.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { requireUser } from "#lib/users/session.ts";
import { TaskComments } from "../_components/task-comments.tsx";
import { TaskReasons } from "../_components/task-reasons.tsx";
import classes from "../_components/task-view.module.css";
import { TaskHeading, TaskSections } from "../_components/task-view.tsx";

type Parameters = { params: Promise<{ id: string }> };

const ID = /^[1-9]\d{0,8}$/;
const CODE = /^[A-Z][\w.-]{0,39}$/;

/** The task of an address, by its id or its code; anything else, and someone else's, is not there. */
async function readTask(user: CurrentUser, params: Parameters["params"]) {
  const { id } = await params;
  const reference = ID.test(id) ? Number(id) : CODE.test(id) ? id : null;
  const task = (reference && (await getTask(user, reference))) || notFound();
  const desk = (await getTaskDesk(user, task.id, await getLocale())) ?? notFound();
  return { task, desk };
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tasks"))("title") };
}

export default async function TaskPage({ params }: Parameters) {
  const user = await requireUser(hasDesk);
  const [{ task, desk }, departments, fields, sectors, locale, t] = await Promise.all([
    readTask(user, params),
    listDepartments(),
    listFields(),
    listSectors(),
    getLocale(),
    getTranslations("tasks.detail"),
  ]);
  const [discussion, reasons] = await Promise.all([
    getDiscussion(user, task.id),
    listReasonsOfTask(user, task.id),
  ]);
  return (
    <>
      <PageHeader title={task.title} details={<TaskHeading task={task} />} />
      <TaskSections
        task={task}
        desk={desk}
        opensImports={mayImport(user, "TASKS")}
        names={taskNamesOf({ departments, fields, sectors }, locale)}
        comments={
          <>
            <TaskReasons reasons={reasons} />
            <TaskComments taskId={task.id} discussion={discussion} />
          </>
        }
      />
      <LiveTasks versions={{ [task.id]: task.version }} />
      <p className={classes.back}>
        <Link href="/tasks">{t("back")}</Link>
      </p>
    </>
  );
}

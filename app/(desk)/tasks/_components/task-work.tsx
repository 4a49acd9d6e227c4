import Link from "next/link";
import { useTranslations } from "next-intl";
import { FileList } from "#components/files/file-list.tsx";
import { TaskActions } from "#components/tasks/task-actions.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import type { TaskDesk } from "#lib/tasks/views.ts";
import { VERB_ACTIONS } from "../verb-actions.ts";
import classes from "./task-view.module.css";

/** What can be done with a task now. */
export function TaskWorkBar({ desk }: { desk: TaskDesk }) {
  const t = useTranslations("work");
  return (
    <>
      {desk.parent && (
        <p className={classes.partOf}>
          {t("partOf")}{" "}
          <Link href={`/tasks/${desk.parent.id}`}>
            {desk.parent.code}: {desk.parent.title}
          </Link>
        </p>
      )}
      <ClientMessages namespaces={["work", "files"]}>
        <TaskActions
          // A form belongs to its task: another one begins anew.
          key={desk.work.id}
          task={desk.work}
          written={desk.written}
          actions={VERB_ACTIONS}
          choices={desk.choices}
        />
      </ClientMessages>
    </>
  );
}

/** The files of a task, those of its progress and requests among them. */
export function TaskFiles({ desk }: { desk: TaskDesk }) {
  const t = useTranslations("work");
  if (desk.files.length === 0) return null;
  return (
    <Panel title={t("filesTitle")}>
      <ClientMessages namespaces={["files"]}>
        <FileList files={desk.files} />
      </ClientMessages>
    </Panel>
  );
}

/** The parts into which the lead department plans a task. */
export function TaskParts({ desk }: { desk: TaskDesk }) {
  const t = useTranslations("work");
  const status = useTranslations("tasks.status");
  if (desk.parts.length === 0) return null;
  return (
    <Panel title={t("partsTitle")} hint={t("partsHint")}>
      <ul className={classes.parts}>
        {desk.parts.map((part) => (
          <li key={part.id}>
            <Link href={`/tasks/${part.id}`}>{part.title}</Link>
            <span className={classes.soft}>
              {[
                status(part.status),
                `${part.progress}\u00a0%`,
                part.assignee,
                part.dueOn && formatCivilDate(part.dueOn),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

import { ExternalLinkIcon, XIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CloseOnEscape } from "#components/data-table/close-on-escape.tsx";
import type { TaskNames } from "#lib/tasks/names.ts";
import type { TaskDesk, TaskDetail } from "#lib/tasks/views.ts";
import beside from "./task-beside.module.css";
import classes from "./task-list.module.css";
import { TaskHeading, TaskSections } from "./task-view.tsx";

/** The opened task beside its list. */
export function TaskBeside({
  task,
  desk,
  names,
  comments,
  opensImports,
  closeHref,
}: {
  task: TaskDetail;
  desk: TaskDesk;
  names: TaskNames;
  comments: ReactNode;
  opensImports: boolean;
  /** The list without it. */
  closeHref: string;
}) {
  const t = useTranslations("tasks.detail");
  return (
    <aside className={classes.beside} aria-label={t("label", { code: task.code })}>
      <div className={beside.bar}>
        <Link href={`/tasks/${task.id}`} className={beside.link}>
          <ExternalLinkIcon size={16} strokeWidth={1.8} aria-hidden />
          {t("openPage")}
        </Link>
        <Link
          href={closeHref}
          scroll={false}
          className={beside.close}
          aria-label={t("close")}
          data-tip={t("close")}
        >
          <XIcon size={18} strokeWidth={1.8} aria-hidden />
        </Link>
      </div>
      <CloseOnEscape href={closeHref} />
      <div className={beside.head}>
        <h2 className={beside.title}>{task.title}</h2>
        <TaskHeading task={task} />
      </div>
      <TaskSections
        task={task}
        desk={desk}
        names={names}
        comments={comments}
        opensImports={opensImports}
      />
    </aside>
  );
}

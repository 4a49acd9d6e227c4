import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import { DeadlineMark, type MarkedTask } from "./task-marks.tsx";
import classes from "./work-line.module.css";

export type LinedTask = MarkedTask & {
  id: number;
  code: string;
  title: string;
  progress: number;
  assignee: string | null;
  returnCount: number;
};

/** A task as a desk shows it: what it is, until when, how far, with whom. */
export function WorkLine({ task, children }: { task: LinedTask; children?: ReactNode }) {
  const t = useTranslations("work.desk");
  return (
    <>
      <Link href={`/tasks/${task.id}`} className={classes.title}>
        {task.title}
      </Link>
      <div className={classes.marks}>
        <span>{task.code}</span>
        {task.dueOn && <span>{formatCivilDate(task.dueOn)}</span>}
        <DeadlineMark task={task} today />
        <span>{t("progress", { percent: task.progress })}</span>
        <span>{task.assignee ? t("assignee", { name: task.assignee }) : t("unassigned")}</span>
        {task.returnCount > 0 && <span>{t("returns", { count: task.returnCount })}</span>}
      </div>
      {children}
    </>
  );
}

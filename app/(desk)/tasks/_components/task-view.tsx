import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DeadlineMark, TaskState } from "#components/tasks/task-marks.tsx";
import type { TaskNames } from "#lib/tasks/names.ts";
import type { TaskDesk, TaskDetail } from "#lib/tasks/views.ts";
import { TaskClarity } from "./task-clarity.tsx";
import { TaskDeadlines } from "./task-deadlines.tsx";
import { TaskFacts } from "./task-facts.tsx";
import { TaskHistory } from "./task-history.tsx";
import classes from "./task-view.module.css";
import { TaskFiles, TaskParts, TaskWorkBar } from "./task-work.tsx";

/** A task's code, state and how it stands to its deadline, in one line. */
export function TaskHeading({ task }: { task: TaskDetail }) {
  const t = useTranslations("tasks");
  return (
    <div className={classes.heading}>
      <span>{task.code}</span>
      <TaskState task={task} inline />
      <DeadlineMark task={task} today />
      {task.priority === "HIGH" && <span>{t("detail.priorityHigh")}</span>}
    </div>
  );
}

/** All there is to do with a task and to read about it. */
export function TaskSections({
  task,
  desk,
  names,
  comments,
  opensImports,
}: {
  task: TaskDetail;
  desk: TaskDesk;
  names: TaskNames;
  comments: ReactNode;
  /** Whether whoever reads may open the files that the history names. */
  opensImports: boolean;
}) {
  return (
    <div className={classes.room}>
      <div className={classes.work}>
        <TaskWorkBar desk={desk} />
      </div>
      <div className={classes.sections}>
        <div className={classes.column}>
          <TaskDeadlines task={task} names={names} />
          <TaskFacts task={task} names={names} />
          <TaskClarity task={task} />
          <TaskParts desk={desk} />
          <TaskFiles desk={desk} />
          {comments}
        </div>
        <div className={classes.column}>
          <TaskHistory task={task} names={names} opensImports={opensImports} />
        </div>
      </div>
    </div>
  );
}

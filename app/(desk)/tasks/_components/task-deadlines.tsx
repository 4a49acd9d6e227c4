import { useTranslations } from "next-intl";
import { Fact, Facts } from "#components/ui/facts.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import type { TaskDetail, TaskExtension } from "#lib/tasks/views.ts";
import classes from "./task-view.module.css";
import { TimeLine } from "./time-line.tsx";

/** The deadlines that a task had and has, how late it is or was, and how that went. */
export function TaskDeadlines({ task, names }: { task: TaskDetail; names: TaskNames }) {
  const t = useTranslations("tasks");
  const d = useTranslations("tasks.detail");
  const { dueOn, originalDueOn, daysLate, workingDaysLate } = task;
  const noDeadline = t("deadline.none");
  return (
    <Panel title={d("deadlines")}>
      <Facts>
        <Fact name={d("dueOn")} absent={noDeadline}>
          {dueOn && formatCivilDate(dueOn)}
        </Fact>
        <Fact name={d("originalDueOn")} absent={noDeadline}>
          {originalDueOn && formatCivilDate(originalDueOn)}
        </Fact>
        {task.dueWording && <Fact name={d("dueWording")}>{task.dueWording}</Fact>}
        <Fact name={d("assignedOn")}>{formatCivilDate(task.assignedOn)}</Fact>
        {task.completedOn && (
          <Fact name={d("completedOn")}>{formatCivilDate(task.completedOn)}</Fact>
        )}
        {!task.completedOn && task.submittedOn && (
          <Fact name={d("submittedOn")}>{formatCivilDate(task.submittedOn)}</Fact>
        )}
        {task.cancelledOn && (
          <Fact name={d("cancelledOn")}>{formatCivilDate(task.cancelledOn)}</Fact>
        )}
        {daysLate !== null && (
          <Fact name={d("late")} wide>
            {d("daysLate", { days: daysLate, working: workingDaysLate ?? 0 })}
          </Fact>
        )}
        <Fact name={d("extensions")} absent={d("noExtensions")} wide>
          {task.extensions.length > 0 && (
            <ul className={classes.extensions}>
              {task.extensions.map((extension) => (
                <li key={`${extension.requestedOn} ${extension.newDueOn}`}>
                  <Extension extension={extension} />
                </li>
              ))}
            </ul>
          )}
        </Fact>
      </Facts>
      <TimeLine task={task} names={names} />
    </Panel>
  );
}

function Extension({ extension }: { extension: TaskExtension }) {
  const t = useTranslations("tasks.detail.extension");
  const { requestedBy, decision, decidedOn, decidedBy, decisionNote } = extension;
  const values = {
    on: formatCivilDate(extension.requestedOn),
    from: formatCivilDate(extension.oldDueOn),
    to: formatCivilDate(extension.newDueOn),
  };
  const decided = decision
    ? [t(decision, { on: formatCivilDate(decidedOn) }), decidedBy].filter(Boolean).join(", ")
    : t("pending");
  return (
    <>
      <span>
        {requestedBy ? t("askedBy", { ...values, who: requestedBy }) : t("asked", values)}
      </span>
      <span className={classes.soft}>{t("reason", { reason: extension.reason })}</span>
      <span>{decided}</span>
      {decisionNote && <span className={classes.soft}>{t("note", { note: decisionNote })}</span>}
    </>
  );
}

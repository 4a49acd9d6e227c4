import { useTranslations } from "next-intl";
import { StatusMark } from "#components/ui/status-mark.tsx";
import type { CivilDate } from "#lib/core/dates.ts";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import type { SpellEnd, TaskStatus, Timeliness } from "#lib/tasks/schema.ts";
import classes from "./task-marks.module.css";

/** A task as far as its marks show it, at the end of some day. */
export type MarkedTask = {
  status: TaskStatus;
  /** Null for a cancelled task. */
  timeliness: Timeliness | null;
  dueOn: CivilDate | null;
  /** Days to the deadline; null unless open and not late. */
  daysLeft: number | null;
  /** Days past the deadline; null unless late. */
  daysLate: number | null;
  extensionPending: boolean;
};

/** A task's deadline, how far it is (or how late), in word, colour and icon. */
export function TaskDeadline({ task, today }: { task: MarkedTask; today: boolean }) {
  return (
    <span className={classes.deadline}>
      {task.dueOn && <span>{formatCivilDate(task.dueOn)}</span>}
      <DeadlineMark task={task} today={today} />
    </span>
  );
}

/** How a task stands to its deadline. `today`: on the day of today, not an earlier one. */
export function DeadlineMark({ task, today }: { task: MarkedTask; today: boolean }) {
  const t = useTranslations("tasks.deadline");
  const { timeliness, dueOn, daysLeft, daysLate } = task;
  const late = daysLate ?? 0;
  const left = daysLeft ?? 0;
  switch (timeliness) {
    case null:
      return <span className={classes.soft}>{t("cancelled")}</span>;
    case "NO_DEADLINE":
      return <span className={classes.soft}>{t("none")}</span>;
    case "OVERDUE":
      return <StatusMark meaning="overdue">{t("late", { days: late })}</StatusMark>;
    case "DUE_SOON": {
      const word = left > 0 ? t("left", { days: left }) : t(today ? "today" : "thatDay");
      return <StatusMark meaning="dueSoon">{word}</StatusMark>;
    }
    case "ON_TIME":
      return <span className={classes.soft}>{t("finished")}</span>;
    case "LATE":
      return <span className={classes.strong}>{t("finishedLate", { days: late })}</span>;
    case "ON_TRACK":
      if (task.status === "PAUSED") return <span className={classes.soft}>{t("paused")}</span>;
      if (dueOn && daysLeft === null) {
        return <span className={classes.soft}>{t("extendedSince")}</span>;
      }
      return <span className={classes.soft}>{t("left", { days: left })}</span>;
  }
}

/** Where a task is in its life. */
export function TaskState({
  task,
  inline = false,
}: {
  task: MarkedTask;
  /** All on one line. */
  inline?: boolean;
}) {
  const t = useTranslations("tasks");
  return (
    <span className={classes.state} data-inline={inline || undefined}>
      {task.status === "COMPLETED" ? (
        <StatusMark meaning="done">{t("status.COMPLETED")}</StatusMark>
      ) : (
        <span>{t(`status.${task.status}`)}</span>
      )}
      {task.extensionPending && (
        <span className={classes.soft}>{t("deadline.pendingExtension")}</span>
      )}
    </span>
  );
}

/** Progress in percent with a bar of that length. */
export function TaskProgress({ percent }: { percent: number }) {
  return (
    <span className={classes.progress}>
      <span>
        {percent}
        <span className={classes.unit}>{"\u00a0%"}</span>
      </span>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.filled} style={{ inlineSize: `${percent}%` }} />
      </span>
    </span>
  );
}

/** How a task was late in the period of the list. */
export function LateInPeriod({
  late,
}: {
  late: { carriedOver: boolean; endedBy: SpellEnd | null };
}) {
  const t = useTranslations("tasks");
  return (
    <span className={classes.state}>
      <span>{t(late.carriedOver ? "lateIn.carriedOver" : "lateIn.newlyOverdue")}</span>
      <span className={classes.soft}>
        {late.endedBy ? t(`endedBy.${late.endedBy}`) : t("lateIn.outstanding")}
      </span>
    </span>
  );
}

/** A day, or that there is none. */
export function Day({ on }: { on: CivilDate | null }) {
  return <span className={on ? classes.day : classes.soft}>{formatCivilDate(on)}</span>;
}

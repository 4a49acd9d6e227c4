import { useTranslations } from "next-intl";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import type { TaskDetail } from "#lib/tasks/views.ts";
import classes from "./time-line.module.css";
import {
  type LateStretch,
  lateStretches,
  type TimeMark,
  timeMarks,
  timeScale,
} from "./time-line-marks.ts";

/** Thinner than this nobody sees it: a stretch of a day in a year, in percent. */
const LEAST_WIDTH = 0.8;

/**
 * How a task's deadline went, drawn to scale: assignment, deadlines, the stretches in which it
 * was late with what ended each, completion, today. The list below says the same in words.
 */
export function TimeLine({ task, names }: { task: TaskDetail; names: TaskNames }) {
  const t = useTranslations("tasks");
  const d = useTranslations("tasks.detail");
  const marks = timeMarks(task);
  const stretches = lateStretches(task);
  const scale = timeScale(marks, stretches);
  const range = { from: formatCivilDate(scale.from), to: formatCivilDate(scale.to) };
  const end = task.completedOn ?? task.cancelledOn ?? task.asOf;
  const said = [
    ...marks.map((mark) => ({ on: mark.on, mark, stretch: null })),
    ...stretches.map((stretch) => ({ on: stretch.fromOn, mark: null, stretch })),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

  const sayStretch = (stretch: LateStretch) => {
    const values = {
      from: formatCivilDate(stretch.fromOn),
      department: names.department(stretch.department).label,
    };
    return stretch.endedBy
      ? d("mark.spell", {
          ...values,
          to: formatCivilDate(stretch.to),
          how: t(`endedBy.${stretch.endedBy}`),
        })
      : d("mark.spellOpen", values);
  };

  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>{d("timeLine")}</figcaption>
      <svg className={classes.line} role="img" aria-label={d("chart", range)}>
        <rect
          className={classes.life}
          x={`${scale.at(task.assignedOn)}%`}
          y="22"
          width={`${Math.max(LEAST_WIDTH, scale.at(end) - scale.at(task.assignedOn))}%`}
          height="8"
          rx="2"
        />
        {stretches.map((stretch) => (
          <rect
            key={stretch.fromOn + stretch.department + stretch.field}
            className={classes.late}
            data-ended={stretch.endedBy ?? undefined}
            x={`${scale.at(stretch.fromOn)}%`}
            y="20"
            width={`${Math.max(LEAST_WIDTH, scale.at(stretch.to) - scale.at(stretch.fromOn))}%`}
            height="12"
            rx="2"
          />
        ))}
        {marks.map((mark) => (
          <Mark key={`${mark.kind} ${mark.on}`} mark={mark} x={scale.at(mark.on)} />
        ))}
        <text className={classes.label} x="0" y="58">
          {range.from}
        </text>
        <text className={classes.label} x="100%" y="58" textAnchor="end">
          {range.to}
        </text>
      </svg>
      <ol className={classes.list}>
        {said.map(({ on, mark, stretch }) => (
          <li key={mark ? `${mark.kind} ${on}` : `late ${on} ${stretch?.department}`}>
            <svg className={classes.sign} viewBox="0 12 12 28" aria-hidden="true">
              {mark ? (
                <Mark mark={mark} x={50} />
              ) : (
                <rect
                  className={classes.late}
                  data-ended={stretch?.endedBy ?? undefined}
                  x="0"
                  y="20"
                  width="12"
                  height="12"
                  rx="2"
                />
              )}
            </svg>
            <span className={classes.day}>{formatCivilDate(on)}</span>
            <span>{mark ? d(`mark.${mark.kind}`) : stretch && sayStretch(stretch)}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}

/** The sign of a day: a dot for what was done, a stroke for a deadline, a dashed one for today. */
function Mark({ mark, x }: { mark: TimeMark; x: number }) {
  const at = `${x}%`;
  switch (mark.kind) {
    case "assigned":
    case "completed":
    case "cancelled":
      return <circle className={classes.dot} data-kind={mark.kind} cx={at} cy="26" r="5" />;
    case "due":
    case "oldDue":
    case "today":
      return (
        <line className={classes.stroke} data-kind={mark.kind} x1={at} x2={at} y1="12" y2="40" />
      );
  }
}

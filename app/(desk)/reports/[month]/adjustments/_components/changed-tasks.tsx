import Link from "next/link";
import { useTranslations } from "next-intl";
import { Instant } from "#components/ui/instant.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { PlainTable } from "#components/ui/plain-table.tsx";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import type { ChangedTask, LaterEdit, PeriodTask } from "#lib/snapshots/schema.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import classes from "./adjustments.module.css";

/** The tasks that the month would now see otherwise, and what was recorded of them since. */
export function ChangedTasks({
  tasks,
  names,
}: {
  tasks: readonly ChangedTask[];
  names: TaskNames;
}) {
  const t = useTranslations("periods.adjustments");
  if (tasks.length === 0) return null;
  return (
    <Panel title={t("changed")} className={classes.part}>
      <PlainTable caption={t("changed")}>
        <thead>
          <tr>
            <th scope="col">{t("task")}</th>
            <th scope="col">{t("was")}</th>
            <th scope="col">{t("is")}</th>
            <th scope="col">{t("edits")}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map(({ id, code, title, before, after, moved, edits }) => (
            <tr key={id} id={`task-${id}`}>
              <th scope="row" data-text>
                <Link href={`/tasks/${id}`} prefetch={false}>
                  {code}
                </Link>{" "}
                {title}
                {moved.size === 0 && <div data-soft>{t("onlyWords")}</div>}
              </th>
              <td>
                <State task={before} names={names} />
              </td>
              <td>
                <State task={after} names={names} />
              </td>
              <td>
                {edits.length === 0 ? (
                  <span data-soft>{t("noEdit")}</span>
                ) : (
                  <ul className={classes.edits}>
                    {edits.map((edit) => (
                      <Edit key={edit.at.toISOString() + edit.kind} edit={edit} />
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </Panel>
  );
}

/** How a task stood at the month's end, in a few words. */
function State({ task, names }: { task: PeriodTask | null; names: TaskNames }) {
  const t = useTranslations("periods.adjustments");
  const status = useTranslations("tasks.status");
  if (!task) return <span data-soft>{t("absent")}</span>;
  const words = [
    status(task.status),
    names.department(task.department).label,
    task.dueOn && formatCivilDate(task.dueOn),
    task.late && t("late", { days: task.late.days }),
  ];
  return <>{words.filter(Boolean).join(" · ")}</>;
}

function Edit({ edit: { kind, on, at, by, note } }: { edit: LaterEdit }) {
  const t = useTranslations("periods.adjustments");
  const kinds = useTranslations("tasks.detail.event");
  return (
    <li>
      {t.rich("edit", {
        kind: kinds(kind),
        on: formatCivilDate(on),
        by: by ?? t("system"),
        at: () => <Instant at={at} />,
      })}
      {note && <div data-soft>{note}</div>}
    </li>
  );
}

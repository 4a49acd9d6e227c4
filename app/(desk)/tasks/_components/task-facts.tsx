import Link from "next/link";
import { useTranslations } from "next-intl";
import { TaskProgress } from "#components/tasks/task-marks.tsx";
import { Fact, Facts } from "#components/ui/facts.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import type { TaskDetail } from "#lib/tasks/views.ts";
import classes from "./task-view.module.css";

/** Who, what, from where: the task's own data. */
export function TaskFacts({ task, names }: { task: TaskDetail; names: TaskNames }) {
  const t = useTranslations("tasks");
  const d = useTranslations("tasks.detail");
  const absent = d("notGiven");
  const { directive } = task;
  return (
    <Panel title={d("facts")}>
      <Facts>
        <Fact name={d("deliverable")} absent={absent} wide>
          {task.deliverable}
        </Fact>
        <Fact name={d("directive")} absent={d("noDirective")} wide>
          {directive && (
            <>
              <Link href={`/directives/${directive.id}`} prefetch={false}>
                {directive.number}
              </Link>
              {directive.issuedOn &&
                ` ${d("issuedOn", { day: formatCivilDate(directive.issuedOn) })}`}
              {task.directiveAbstract && (
                <span className={classes.abstract}>{task.directiveAbstract}</span>
              )}
            </>
          )}
        </Fact>
        <Fact name={d("department")}>{names.department(task.department).full}</Fact>
        <Fact name={d("cooperating")} absent={absent}>
          {task.cooperating.map((code) => names.department(code).full).join("; ")}
        </Fact>
        <Fact name={d("leader")} absent={absent}>
          {task.leader}
        </Fact>
        <Fact name={d("assignee")} absent={absent}>
          {task.assignee}
        </Fact>
        <Fact name={d("decidingAuthority")} absent={absent}>
          {task.decidingAuthority}
        </Fact>
        <Fact name={d("level")}>{t(`level.${task.level}`)}</Fact>
        <Fact name={d("field")}>{names.field(task.field).full}</Fact>
        <Fact name={d("sector")} absent={absent}>
          {task.sector && names.sector(task.sector)}
        </Fact>
        <Fact name={d("progress")}>
          <TaskProgress percent={task.progress} />
        </Fact>
        <Fact name={d("returned")}>{d("times", { count: task.returnCount })}</Fact>
      </Facts>
    </Panel>
  );
}

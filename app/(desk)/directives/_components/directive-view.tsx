import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FileList } from "#components/files/file-list.tsx";
import { Fact, Facts } from "#components/ui/facts.tsx";
import { Figure } from "#components/ui/figure.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { CivilDate } from "#lib/core/dates.ts";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { formatCivilDate, formatNumber, formatRateNumber } from "#lib/core/i18n/format.ts";
import type { DirectiveDetail } from "#lib/directives/schema.ts";
import type { FileView } from "#lib/files/schema.ts";
import { taskListHref } from "#lib/tasks/filters.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import { type DirectiveTaskList, DirectiveTasks } from "./directive-tasks.tsx";
import classes from "./directive-view.module.css";

/** A directive: what it is, how far its tasks are, and the tasks themselves. */
export function DirectiveView({
  directive,
  tasks,
  state,
  names,
  today,
  files,
  actions,
}: {
  directive: DirectiveDetail;
  tasks: DirectiveTaskList["tasks"];
  state: DirectiveTaskList["state"];
  names: TaskNames;
  today: CivilDate;
  files: readonly FileView[];
  /** What leads on to what can be done with it. */
  actions: ReactNode;
}) {
  const t = useTranslations("directives");
  const d = useTranslations("directives.detail");
  return (
    <>
      <PageHeader
        title={d("heading", { number: directive.number })}
        actions={actions}
        details={<p className={classes.abstract}>{directive.abstract}</p>}
      />
      <div className={classes.sections}>
        <Panel title={d("progress")}>
          <Progress directive={directive} today={today} />
        </Panel>
        <Panel title={d("facts")}>
          <DirectiveFacts directive={directive} names={names} />
        </Panel>
        {files.length > 0 && (
          <Panel title={d("files")}>
            <ClientMessages namespaces={["files"]}>
              <FileList files={files} />
            </ClientMessages>
          </Panel>
        )}
        <Panel
          title={d("tasks")}
          action={
            tasks.total > 0 && (
              <Link href={taskListHref({ directive: directive.id })}>{d("allTasks")}</Link>
            )
          }
        >
          <DirectiveTasks directive={directive.id} tasks={tasks} state={state} names={names} />
        </Panel>
      </div>
      <p className={classes.back}>
        <Link href="/directives">{t("detail.back")}</Link>
      </p>
    </>
  );
}

function Progress({ directive, today }: { directive: DirectiveDetail; today: CivilDate }) {
  const d = useTranslations("directives.detail");
  const locale = useLocale();
  const { id, tasks, completed, overdue, completion } = directive;
  const number = (value: number) => formatNumber(value, locale);
  return (
    <div className={classes.figures}>
      <Figure
        label={d("completion")}
        value={formatRateNumber(completion, locale)}
        unit={completion === null ? undefined : "%"}
        formula={d("completionFormula", { completed, tasks })}
      />
      <Figure
        label={d("completed")}
        value={number(completed)}
        href={taskListHref({ directive: id, status: ["COMPLETED"], asOf: today })}
      />
      <Figure
        label={d("open")}
        value={number(tasks - completed)}
        href={taskListHref({
          directive: id,
          status: ["ASSIGNED", "IN_PROGRESS", "SUBMITTED", "PAUSED"],
          asOf: today,
        })}
      />
      <Figure
        label={d("overdue")}
        value={number(overdue)}
        meaning={overdue > 0 ? "overdue" : undefined}
        href={taskListHref({ directive: id, timeliness: ["OVERDUE"], asOf: today })}
      />
    </div>
  );
}

function DirectiveFacts({ directive, names }: { directive: DirectiveDetail; names: TaskNames }) {
  const t = useTranslations("directives");
  const d = useTranslations("directives.detail");
  const level = useTranslations("tasks.level");
  const absent = d("notGiven");
  return (
    <Facts>
      <Fact name={t("columns.body")}>{directive.issuingBody}</Fact>
      <Fact name={t("columns.level")}>{level(directive.level)}</Fact>
      <Fact name={t("columns.type")}>{t(`type.${directive.type}`)}</Fact>
      <Fact name={t("columns.issuedOn")} absent={absent}>
        {directive.issuedOn && formatCivilDate(directive.issuedOn)}
      </Fact>
      <Fact name={t("columns.receivedOn")}>{formatCivilDate(directive.receivedOn)}</Fact>
      <Fact name={d("signer")} absent={absent}>
        {directive.signerPosition}
      </Fact>
      <Fact name={d("urgency")}>{t(`urgency.${directive.urgency}`)}</Fact>
      <Fact name={d("sector")} absent={absent}>
        {directive.sector && names.sector(directive.sector)}
      </Fact>
    </Facts>
  );
}

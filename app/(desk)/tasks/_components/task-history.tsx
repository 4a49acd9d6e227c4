import Link from "next/link";
import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { formatCivilDate, formatMonth } from "#lib/core/i18n/format.ts";
import { changesOf, type TaskChange } from "#lib/tasks/history.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import type { EditedPart } from "#lib/tasks/schema.ts";
import type { TaskDetail } from "#lib/tasks/views.ts";
import classes from "./task-view.module.css";

/** Everything that happened to a task, the latest first: what, when, by whom, from what to what. */
export function TaskHistory({
  task,
  names,
  opensImports,
}: {
  task: TaskDetail;
  names: TaskNames;
  /** Whether whoever reads may open the files that lines came with. */
  opensImports: boolean;
}) {
  const t = useTranslations("tasks.detail");
  const changes = changesOf(task.history.map(({ event }) => event));
  const lines = task.history.map((record, index) => ({ record, changes: changes[index] ?? [] }));
  return (
    <Panel title={t("history")}>
      <ol className={classes.history} reversed>
        {lines.toReversed().map(({ record, changes }) => (
          <li key={record.sequence}>
            <div className={classes.eventHead}>
              <strong>{t(`event.${record.event.kind}`)}</strong>
              <span>{formatCivilDate(record.event.on)}</span>
            </div>
            {changes.map((change) => (
              <div key={change.what === "edited" ? change.part : change.what}>
                <Change change={change} names={names} people={task.people} />
              </div>
            ))}
            {record.note && <div>{t("note", { note: record.note })}</div>}
            <div className={classes.soft}>
              {record.actor ?? t("system")}
              {"onBehalf" in record.event && record.event.onBehalf && ` (${t("onBehalf")})`},{" "}
              {t("recorded", { at: record.at })}
              {record.importId !== null && (
                <>
                  ,{" "}
                  <ImportedFrom
                    id={record.importId}
                    file={record.importFile ?? ""}
                    opens={opensImports}
                  />
                </>
              )}
              {record.afterClosing && (
                <StatusMark meaning="dueSoon">
                  {t("afterClosing", { month: formatMonth(record.afterClosing) })}
                </StatusMark>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** The file that a line came with. */
function ImportedFrom({ id, file, opens }: { id: number; file: string; opens: boolean }) {
  const text = useTranslations("imports.screen")("history", { file });
  if (!opens) return text;
  return (
    <Link href={`/imports/${id}`} prefetch={false}>
      {text}
    </Link>
  );
}

function Change({
  change,
  names,
  people,
}: {
  change: TaskChange;
  names: TaskNames;
  people: TaskDetail["people"];
}) {
  const t = useTranslations("tasks.detail.change");
  const deadline = useTranslations("tasks.deadline");
  const words = wordsOf(change, {
    department: names.departmentById,
    field: names.fieldById,
    person: (id) => (id === null ? t("nobody") : (people[id] ?? t("nobody"))),
    noDeadline: deadline("none"),
    part: (part, text) => writtenIn(part, text),
  });

  /** What an edited part said, in words where codes were written. */
  function writtenIn(part: EditedPart, text: string | null): string {
    if (text === null) return t("nothing");
    switch (part) {
      case "cooperating":
        return text
          .split(", ")
          .map((code) => names.department(code).full)
          .join(", ");
      case "sector":
        return names.sector(text);
      case "priority":
        return t(text === "HIGH" ? "high" : "normal");
      case "productRequired":
        return t(text === "true" ? "yes" : "no");
      default:
        return `“${text}”`;
    }
  }
  const what = t(change.what === "edited" ? `part.${change.part}` : change.what);
  return words.from === null || words.from === words.to
    ? t("set", { what, to: words.to })
    : t("moved", { what, from: words.from, to: words.to });
}

type Vocabulary = {
  department: (id: number) => string;
  field: (id: number) => string;
  person: (id: number | null) => string;
  noDeadline: string;
  part: (part: EditedPart, text: string | null) => string;
};

/** What a value was and is, in words; `from` is null where there was none before. */
function wordsOf(change: TaskChange, vocabulary: Vocabulary): { from: string | null; to: string } {
  switch (change.what) {
    case "department":
    case "field": {
      const name = vocabulary[change.what];
      return { from: change.from === null ? null : name(change.from), to: name(change.to) };
    }
    case "assignee":
      return {
        from: change.from === null ? null : vocabulary.person(change.from),
        to: vocabulary.person(change.to),
      };
    case "progress":
      return { from: `${change.from}\u00a0%`, to: `${change.to}\u00a0%` };
    case "edited":
      return {
        from: vocabulary.part(change.part, change.from),
        to: vocabulary.part(change.part, change.to),
      };
    case "deadline":
    case "requestedDeadline":
    case "completion":
      return {
        from: change.from === null ? null : formatCivilDate(change.from),
        to: change.to === null ? vocabulary.noDeadline : formatCivilDate(change.to),
      };
  }
}

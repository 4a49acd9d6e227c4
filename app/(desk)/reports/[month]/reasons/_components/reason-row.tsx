import { Button, Checkbox } from "@mantine/core";
import { RotateCcwIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { TruncatedText } from "#components/ui/truncated-text.tsx";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import {
  type GivenReason,
  type LateTaskReason,
  NARRATIVE_LENGTHS,
} from "#lib/narratives/schema.ts";
import { isDirty, type RowState, savesItself } from "./reason-rows.ts";
import classes from "./reasons.module.css";

export type Kind = { code: string; name: string };

/** A reason in words: its kind, and what was said besides. */
export function reasonInWords({ kind, text }: GivenReason, kinds: readonly Kind[]): string {
  const name = kinds.find(({ code }) => code === kind)?.name ?? kind;
  return text ? `${name}: ${text}` : name;
}

type RowProps = {
  task: LateTaskReason;
  state: RowState;
  /** Name of the department, where several are listed. */
  department: string | null;
  kinds: readonly Kind[];
  selected: boolean;
  onSelect: (taskId: number, on: boolean, withShift: boolean) => void;
  onEnter: (taskIds: readonly number[], entry: Partial<GivenReason>) => void;
  onSave: (taskIds: readonly number[]) => Promise<void>;
};

/** A late task with the reason that is being given for it; saved when it is left. */
export const ReasonRow = memo(function ReasonRow({
  task,
  state,
  department,
  kinds,
  selected,
  onSelect,
  onEnter,
  onSave,
}: RowProps) {
  const t = useTranslations("narratives.reasons");
  const { taskId, code, before } = task;
  const invalid = state.problem === "kindMissing" || undefined;
  return (
    <li
      className={classes.row}
      data-task={taskId}
      data-explained={state.saved.kind !== "" || undefined}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
        if (savesItself(state)) void onSave([taskId]);
      }}
    >
      <Checkbox
        className={classes.check}
        checked={selected}
        onChange={({ currentTarget, nativeEvent }) =>
          onSelect(
            taskId,
            currentTarget.checked,
            nativeEvent instanceof MouseEvent && nativeEvent.shiftKey,
          )
        }
        aria-label={t("several.one", { code })}
      />
      <TaskCell task={task} department={department} />
      <div className={classes.entry}>
        <select
          className={classes.kind}
          data-reason="kind"
          aria-label={t("kind", { code })}
          aria-invalid={invalid}
          value={state.kind}
          onChange={({ currentTarget }) => onEnter([taskId], { kind: currentTarget.value })}
        >
          <option value="">{t("noKind")}</option>
          {kinds.map(({ code: value, name }, index) => (
            <option key={value} value={value}>{`${index + 1}. ${name}`}</option>
          ))}
        </select>
        <input
          className={classes.text}
          data-reason="text"
          aria-label={t("text", { code })}
          aria-invalid={state.problem === "textMissing" || undefined}
          placeholder={t("textHint")}
          maxLength={NARRATIVE_LENGTHS.reason}
          autoComplete="off"
          value={state.text}
          onChange={({ currentTarget }) => onEnter([taskId], { text: currentTarget.value })}
        />
        {before && state.kind === "" && (
          <button
            type="button"
            className={classes.before}
            aria-label={t("beforeOf", { code })}
            onClick={() => {
              onEnter([taskId], before);
              void onSave([taskId]);
            }}
          >
            <RotateCcwIcon size={14} strokeWidth={1.8} aria-hidden />
            <span>{t("before", { reason: reasonInWords(before, kinds) })}</span>
          </button>
        )}
        <RowProblem state={state} kinds={kinds} />
      </div>
      <div className={classes.state}>
        <RowStatus state={state} onSave={() => void onSave([taskId])} />
      </div>
    </li>
  );
});

function TaskCell({ task, department }: { task: LateTaskReason; department: string | null }) {
  const t = useTranslations("narratives.reasons");
  const late = useTranslations("tasks");
  return (
    <div className={classes.task}>
      <Link href={`/tasks/${task.taskId}`} prefetch={false} className={classes.title}>
        <TruncatedText>{task.title}</TruncatedText>
      </Link>
      <div className={classes.facts}>
        <span>{task.code}</span>
        {department && <span>{department}</span>}
        <span>{t("due", { on: formatCivilDate(task.dueOn) })}</span>
        <StatusMark meaning="overdue">{t("days", { days: task.days })}</StatusMark>
        <span>
          {late(task.carriedOver ? "lateIn.carriedOver" : "lateIn.newlyOverdue")},{" "}
          {task.endedBy ? late(`endedBy.${task.endedBy}`) : late("lateIn.outstanding")}
        </span>
        {task.assignee && <span>{task.assignee}</span>}
      </div>
    </div>
  );
}

/** Why a row is not saved, and what someone else has left there. */
function RowProblem({ state, kinds }: { state: RowState; kinds: readonly Kind[] }) {
  const t = useTranslations("narratives");
  switch (state.problem) {
    case null:
      return null;
    case "kindMissing":
    case "textMissing":
      return <p className={classes.problem}>{t(`problems.${state.problem}`)}</p>;
    case "changed":
      return (
        <p className={classes.problem} role="alert">
          {state.current &&
            t("reasons.changed", {
              by: state.current.by,
              reason: reasonInWords(state.current, kinds),
            })}
        </p>
      );
    case "vanished":
    case "notLate":
      return (
        <p className={classes.problem} role="alert">
          {t(`reasons.${state.problem}`)}
        </p>
      );
    case "refused":
      return (
        <p className={classes.problem} role="alert">
          {state.message}
        </p>
      );
  }
}

function RowStatus({ state, onSave }: { state: RowState; onSave: () => void }) {
  const t = useTranslations("narratives.reasons");
  if (state.status === "busy") return <span className={classes.soft}>{t("saving")}</span>;
  if (isDirty(state)) {
    return (
      <Button size="compact-sm" variant="outline" onClick={onSave}>
        {t("save")}
      </Button>
    );
  }
  if (state.status === "done") {
    const meaning = state.saved.kind === "" ? "none" : "done";
    return (
      <StatusMark meaning={meaning}>{t(meaning === "done" ? "saved" : "takenBack")}</StatusMark>
    );
  }
  return null;
}

/** A late task whose reason is for others to give, or of a closed month. */
export function ReadRow({
  task,
  department,
  kinds,
}: {
  task: LateTaskReason;
  department: string | null;
  kinds: readonly Kind[];
}) {
  const t = useTranslations("narratives.reasons");
  return (
    <li className={classes.row} data-explained={task.reason !== null || undefined}>
      <span className={classes.check} />
      <TaskCell task={task} department={department} />
      <p className={task.reason ? classes.read : classes.soft}>
        {task.reason ? reasonInWords(task.reason, kinds) : t("none")}
      </p>
      <span className={classes.state} />
    </li>
  );
}

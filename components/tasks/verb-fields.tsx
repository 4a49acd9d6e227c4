import { Button, Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { FilePicker } from "#components/files/file-picker.tsx";
import { DayInput } from "#components/ui/day-input.tsx";
import type { TaskVerb } from "#lib/tasks/verbs.ts";
import type { TaskWork, VerbChoices, WrittenTask } from "#lib/tasks/views.ts";
import { TaskContentFields } from "./task-content-fields.tsx";
import classes from "./verb-form.module.css";

export type FieldsOfVerb = {
  verb: TaskVerb;
  task: TaskWork;
  written?: WrittenTask | undefined;
  choices: VerbChoices;
  /** What is wrong, by entry. */
  issues: Record<string, string>;
  /** What stands there now, after somebody else changed it. */
  current?: Readonly<Record<string, string>> | undefined;
  busy: boolean;
  /** For several tasks at once: a file belongs to one. */
  several?: boolean;
};

const WITH_REASON: readonly TaskVerb[] = [
  "refuse",
  "return",
  "pause",
  "cancel",
  "reopen",
  "requestExtension",
  "rejectExtension",
];

/** What a verb asks for, one below the other. */
export function VerbFields(given: FieldsOfVerb) {
  const { verb, task, written, choices, issues, current } = given;
  const t = useTranslations("work.form");
  switch (verb) {
    case "progress":
      return (
        <>
          <ProgressFields {...given} />
          <Note {...given} />
          {!given.several && <FilePicker name="files" label={t("files")} error={issues.files} />}
        </>
      );
    case "submit":
      return (
        <>
          <DayInput
            name="completedOn"
            label={t("completedOn")}
            description={t("completedOnHint")}
            value={choices.today}
            today={choices.today}
            closedUntil={choices.closedUntil}
            error={issues.completedOn}
          />
          <FilePicker
            name="files"
            label={task.productRequired ? t("productRequired") : t("product")}
            error={issues.files}
          />
          <Note {...given} />
        </>
      );
    case "handOver":
      return (
        <>
          <NativeSelect
            name="assigneeId"
            label={t("assignee")}
            defaultValue={task.assigneeId ?? ""}
            error={issues.assigneeId}
            data={[{ value: "", label: t("nobody") }, ...choices.workers]}
          />
          <Note {...given} />
        </>
      );
    case "transfer":
      return (
        <>
          <NativeSelect
            name="department"
            label={t("department")}
            error={issues.department}
            data={[{ value: "", label: t("choose") }, ...choices.leadDepartments]}
          />
          <NativeSelect
            name="field"
            label={t("field")}
            error={issues.field}
            data={[{ value: "", label: t("sameField") }, ...choices.fields]}
          />
          <Note {...given} />
        </>
      );
    case "requestExtension":
      return (
        <>
          <DayInput
            name="dueOn"
            label={t("newDueOn")}
            today={choices.today}
            error={issues.dueOn}
            required
          />
          <Note {...given} />
          <Checkbox name="objective" label={t("objective")} />
          <FilePicker name="files" label={t("files")} error={issues.files} />
        </>
      );
    case "addSubTask":
      return (
        <>
          <Textarea
            name="title"
            label={t("title")}
            error={issues.title}
            autosize
            minRows={2}
            data-autofocus
          />
          <NativeSelect
            name="assigneeId"
            label={t("assignee")}
            error={issues.assigneeId}
            data={[{ value: "", label: t("nobody") }, ...choices.workers]}
          />
          <DayInput name="dueOn" label={t("dueOn")} today={choices.today} error={issues.dueOn} />
        </>
      );
    case "edit":
      return written ? (
        <>
          <TaskContentFields
            written={written}
            dueOn={task.dueOn}
            productRequired={task.productRequired}
            choices={choices}
            issues={issues}
            current={current}
          />
          <TextInput name="reason" label={t("editReason")} error={issues.reason} />
        </>
      ) : null;
    default:
      return <Note {...given} />;
  }
}

/** A note, or the reason where the verb has to give one. */
function Note({ verb, issues }: FieldsOfVerb) {
  const t = useTranslations("work.form");
  const reason = WITH_REASON.includes(verb);
  return (
    <Textarea
      name="note"
      label={t(reason ? "reason" : "note")}
      withAsterisk={reason}
      error={issues.note}
      autosize
      minRows={2}
      maxRows={8}
      data-autofocus={reason || undefined}
    />
  );
}

const STEPS = [25, 50, 75, 90, 100] as const;

/** Percent: a step is one press and sends at once; any other number is typed. */
function ProgressFields({ task, issues, current, busy }: FieldsOfVerb) {
  const t = useTranslations("work.form");
  const input = useRef<HTMLInputElement>(null);
  return (
    <div>
      <TextInput
        ref={input}
        name="progress"
        type="number"
        inputMode="numeric"
        min={0}
        max={100}
        label={t("progress")}
        defaultValue={task.progress}
        error={issues.progress}
      />
      {current?.progress !== undefined && (
        <p className={classes.beside}>{t("nowStands", { value: `${current.progress}\u00a0%` })}</p>
      )}
      <p className={classes.about}>{t("progressSteps")}</p>
      <div className={classes.steps}>
        {STEPS.map((step) => (
          <Button
            key={step}
            variant="default"
            disabled={busy}
            onClick={() => {
              if (!input.current) return;
              input.current.value = String(step);
              // A button of the form's own would be pressed by Enter in the field, too.
              input.current.form?.requestSubmit();
            }}
          >
            {step}&nbsp;%
          </Button>
        ))}
      </div>
    </div>
  );
}

import { Button, Checkbox, MultiSelect, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { DayInput } from "#components/ui/day-input.tsx";
import { missingClarities } from "#lib/tasks/clarity.ts";
import { dayOf, type RegisterChoices } from "./choices.ts";
import type { TaskDraft } from "./kept-draft.ts";
import classes from "./register-form.module.css";
import { readTerm } from "./term.ts";

/** One task of the sitting; below it what of the "6 rõ" it still lacks. */
export function TaskFields({
  task,
  index,
  choices,
  issues,
  onChange,
  onRemove,
}: {
  task: TaskDraft;
  index: number;
  choices: RegisterChoices;
  /** What is wrong, by entry. */
  issues: Record<string, string>;
  onChange: (change: Partial<TaskDraft>) => void;
  /** Null where it is the only one. */
  onRemove: (() => void) | null;
}) {
  const t = useTranslations("registering");
  const clarity = useTranslations("tasks.detail.clarity");
  const none = { value: "", label: t("none") };
  const calendar = new Map(choices.calendar);
  const term = (typed: string) => readTerm(typed, choices.today, calendar, choices.calendarUntil);
  const error = (name: string) => issues[`tasks.${index}.${name}`];
  const text = (name: "deliverable" | "decidingAuthority") => ({
    label: t(`task.${name}`),
    value: task[name],
    error: error(name),
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  });
  const select = (name: "leaderId" | "assigneeId" | "field" | "sector" | "department") => ({
    label: t(`task.${name}`),
    value: task[name],
    error: error(name),
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  });
  const missing = missingClarities({
    assignee: task.assigneeId,
    title: task.title,
    dueOn: dayOf(task.dueOn),
    leader: task.leaderId,
    deliverable: task.deliverable,
    decidingAuthority: task.decidingAuthority,
  });
  return (
    <fieldset className={classes.task}>
      <legend className={classes.legend}>{t("task.heading", { number: index + 1 })}</legend>
      <div className={classes.grid}>
        <Textarea
          label={t("task.title")}
          value={task.title}
          error={error("title")}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
          withAsterisk
          autosize
          minRows={2}
          className={classes.wide}
          data-task-title={index}
        />
        <NativeSelect
          {...select("department")}
          onChange={(event) => onChange({ department: event.currentTarget.value, assigneeId: "" })}
          withAsterisk
          data={[{ value: "", label: t("choose") }, ...choices.leadDepartments]}
        />
        <MultiSelect
          label={t("task.cooperating")}
          data={choices.departments.filter(({ value }) => value !== task.department)}
          value={task.cooperating.filter((code) => code !== task.department)}
          onChange={(cooperating) => onChange({ cooperating })}
          error={error("cooperating")}
          searchable
        />
        <DayInput
          key={`${task.key}-${choices.generation}`}
          name={`dueOn-${task.key}`}
          label={t("task.dueOn")}
          description={t("task.dueOnHint")}
          value={dayOf(task.dueOn)}
          today={choices.today}
          error={error("dueOn")}
          interpret={term}
          onDay={(day, typed) =>
            onChange({
              dueOn: day ?? typed,
              dueWording: term(typed) ? typed.trim() : "",
            })
          }
        />
        <NativeSelect {...select("leaderId")} data={[none, ...choices.leaders]} />
        <TextInput {...text("deliverable")} autoComplete="off" />
        <Checkbox
          label={t("task.productRequired")}
          checked={task.productRequired}
          onChange={(event) => onChange({ productRequired: event.currentTarget.checked })}
          className={classes.box}
        />
        <NativeSelect
          {...select("field")}
          withAsterisk
          data={[{ value: "", label: t("choose") }, ...choices.fields]}
        />
        <NativeSelect {...select("sector")} data={[none, ...choices.sectors]} />
        <NativeSelect
          {...select("assigneeId")}
          data={[
            { value: "", label: t("task.byHead") },
            ...(choices.workers[task.department] ?? []),
          ]}
        />
        <TextInput {...text("decidingAuthority")} autoComplete="off" />
        <Checkbox
          label={t("task.high")}
          checked={task.priority === "HIGH"}
          onChange={(event) =>
            onChange({ priority: event.currentTarget.checked ? "HIGH" : "NORMAL" })
          }
          className={classes.box}
        />
      </div>
      <div className={classes.taskEnd}>
        <p className={classes.clarity}>
          {missing.length === 0
            ? clarity("complete")
            : clarity("missing", {
                count: missing.length,
                list: missing.map((each) => clarity(each)).join(", "),
              })}
        </p>
        {onRemove && (
          <Button variant="default" size="compact-sm" onClick={onRemove}>
            {t("task.remove", { number: index + 1 })}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

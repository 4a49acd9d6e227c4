import { Checkbox, MultiSelect, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DayInput } from "#components/ui/day-input.tsx";
import type { CivilDate } from "#lib/core/dates.ts";
import type { VerbChoices, WrittenTask } from "#lib/tasks/views.ts";
import classes from "./verb-form.module.css";

/** What is written about a task, to be edited; after a conflict with what stands there now beside it. */
export function TaskContentFields({
  written,
  dueOn,
  productRequired,
  choices,
  issues,
  current,
}: {
  written: WrittenTask;
  dueOn: CivilDate | null;
  productRequired: boolean;
  choices: VerbChoices;
  issues: Record<string, string>;
  current?: Readonly<Record<string, string>> | undefined;
}) {
  const t = useTranslations("work.form");
  const [cooperating, setCooperating] = useState<string[]>([...written.cooperating]);
  const none = { value: "", label: t("none") };
  return (
    <>
      <Textarea
        name="title"
        label={t("title")}
        defaultValue={written.title}
        error={issues.title}
        autosize
        minRows={2}
        withAsterisk
        data-autofocus
      />
      <Now name="title" current={current} mine={written.title} />
      <TextInput
        name="deliverable"
        label={t("deliverable")}
        defaultValue={written.deliverable ?? ""}
        error={issues.deliverable}
      />
      <Now name="deliverable" current={current} mine={written.deliverable} />
      <input type="hidden" name="productRequired" value="" />
      <Checkbox
        name="productRequired"
        label={t("requireProduct")}
        defaultChecked={productRequired}
      />
      <DayInput
        name="dueOn"
        label={t("dueOn")}
        description={t("dueOnCorrection")}
        value={dueOn}
        today={choices.today}
        closedUntil={choices.closedUntil}
        error={issues.dueOn}
      />
      <Now name="dueOn" current={current} mine={dueOn} />
      <input type="hidden" name="cooperating" value={cooperating.join(",")} />
      <MultiSelect
        label={t("cooperating")}
        data={[...choices.departments]}
        value={cooperating}
        onChange={setCooperating}
        error={issues.cooperating}
        searchable
      />
      <NativeSelect
        name="leaderId"
        label={t("leader")}
        defaultValue={written.leaderId ?? ""}
        error={issues.leaderId}
        data={[none, ...choices.leaders]}
      />
      <TextInput
        name="decidingAuthority"
        label={t("decidingAuthority")}
        defaultValue={written.decidingAuthority ?? ""}
        error={issues.decidingAuthority}
      />
      <NativeSelect
        name="field"
        label={t("field")}
        defaultValue={written.field}
        error={issues.field}
        data={[...choices.fields]}
      />
      <NativeSelect
        name="sector"
        label={t("sector")}
        defaultValue={written.sector ?? ""}
        error={issues.sector}
        data={[none, ...choices.sectors]}
      />
      <NativeSelect
        name="priority"
        label={t("priority")}
        defaultValue={written.priority}
        error={issues.priority}
        data={[
          { value: "NORMAL", label: t("priorityNormal") },
          { value: "HIGH", label: t("priorityHigh") },
        ]}
      />
    </>
  );
}

/** What stands in the register now, where somebody else has changed it meanwhile. */
function Now({
  name,
  current,
  mine,
}: {
  name: string;
  current?: Readonly<Record<string, string>> | undefined;
  /** What stood there when the form was opened. */
  mine: string | null;
}) {
  const t = useTranslations("work.form");
  const now = current?.[name];
  if (now === undefined || now === (mine ?? "")) return null;
  return <p className={classes.beside}>{t("nowStands", { value: now || t("none") })}</p>;
}

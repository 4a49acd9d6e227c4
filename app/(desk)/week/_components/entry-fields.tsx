import { NativeSelect, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { DateField } from "#components/data-table/date-field.tsx";
import { formatTime } from "#lib/agenda/rules.ts";
import { ENTRY_KINDS, type Entry, type HostChoice } from "#lib/agenda/schema.ts";
import type { CivilDate } from "#lib/core/dates.ts";
import classes from "./entry-form.module.css";

const timeOf = (minute: number | null | undefined) =>
  minute === null || minute === undefined ? "" : formatTime(minute);

/** What is planned, when, where and with whom. */
export function EntryFields({
  entry,
  on,
  year,
  hosts,
  issues,
}: {
  entry: Entry | null;
  on: CivilDate;
  year: number;
  hosts: readonly HostChoice[];
  /** What is wrong, by field. */
  issues: Record<string, string>;
}) {
  const t = useTranslations("agenda");
  const gone = entry?.host && !hosts.some(({ id }) => id === entry.host?.id) ? [entry.host] : [];
  return (
    <>
      <TextInput
        name="title"
        label={t("form.title")}
        defaultValue={entry?.title}
        error={issues.title}
        maxLength={300}
        autoComplete="off"
        data-autofocus
      />
      <NativeSelect
        name="kind"
        label={t("form.kind")}
        defaultValue={entry?.kind ?? "MEETING"}
        error={issues.kind}
        data={ENTRY_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <div className={classes.day}>
        <DateField
          name="on"
          label={t("form.on")}
          value={on}
          year={year}
          labels={{
            placeholder: t("form.dayHint"),
            pick: t("form.pick"),
            invalid: t("form.notADay"),
          }}
        />
        {issues.on && <p className={classes.problem}>{issues.on}</p>}
      </div>
      <div className={classes.times}>
        <TextInput
          name="start"
          label={t("form.start")}
          defaultValue={timeOf(entry?.startMinute)}
          error={issues.start}
          autoComplete="off"
        />
        <TextInput
          name="end"
          label={t("form.end")}
          defaultValue={timeOf(entry?.endMinute)}
          error={issues.end}
          autoComplete="off"
        />
        <p className={classes.hint}>{t("form.timeHint")}</p>
      </div>
      <TextInput
        name="place"
        label={t("form.place")}
        defaultValue={entry?.place ?? ""}
        error={issues.place}
        maxLength={200}
        autoComplete="off"
      />
      <NativeSelect
        name="host"
        label={t("form.host")}
        defaultValue={entry?.host?.id ?? ""}
        error={issues.host}
        data={[
          { value: "", label: t("form.noHost") },
          ...[...gone, ...hosts].map(({ id, name }) => ({ value: `${id}`, label: name })),
        ]}
      />
      <TextInput
        name="participants"
        label={t("form.participants")}
        defaultValue={entry?.participants ?? ""}
        error={issues.participants}
        maxLength={1000}
        autoComplete="off"
      />
    </>
  );
}

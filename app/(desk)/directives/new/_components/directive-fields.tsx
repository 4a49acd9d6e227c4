import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { answerOf } from "#components/ui/answer-of.ts";
import { DayInput } from "#components/ui/day-input.tsx";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import type { SameDirective } from "#lib/directives/schema.ts";
import { findSameDirective } from "../actions.ts";
import type { RegisterChoices } from "./choices.ts";
import classes from "./register-form.module.css";

/** Milliseconds without a key after which what was typed is looked up. */
const PAUSE_IN_TYPING = 400;

/** What a directive says of itself; one that seems to be there already is pointed out at once. */
export function DirectiveFields({
  entries,
  choices,
  issues,
  onChange,
}: {
  entries: Readonly<Record<string, string>>;
  choices: RegisterChoices;
  issues: Record<string, string>;
  onChange: (name: string, value: string) => void;
}) {
  const t = useTranslations("registering");
  const [same, setSame] = useState<SameDirective | null>(null);
  const text = (name: string) => ({
    name,
    label: t(`directive.${name}` as never),
    value: entries[name] ?? "",
    error: issues[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange(name, event.currentTarget.value),
  });

  const { number = "", issuingBody = "", issuedOn = "" } = entries;
  useEffect(() => {
    setSame(null);
    if (!number.trim() || !issuingBody || !issuedOn) return;
    let wanted = true;
    const timer = setTimeout(() => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ number, issuingBody, issuedOn })) {
        form.set(name, value);
      }
      // Where nobody answers nothing is pointed out; saving asks again.
      void answerOf(findSameDirective(form), "").then((answer) => {
        if (wanted) setSame(answer.ok ? answer.result : null);
      });
    }, PAUSE_IN_TYPING);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [number, issuingBody, issuedOn]);

  return (
    <div className={classes.grid}>
      <TextInput {...text("number")} withAsterisk data-autofocus autoComplete="off" />
      <DayInput
        key={`issued-${choices.generation}`}
        name="issuedOn"
        label={t("directive.issuedOn")}
        value={choices.day(entries.issuedOn)}
        today={choices.today}
        error={issues.issuedOn}
        required
        onDay={(day) => onChange("issuedOn", day ?? "")}
      />
      <NativeSelect
        {...text("issuingBody")}
        withAsterisk
        data={[{ value: "", label: t("choose") }, ...choices.bodies]}
      />
      <NativeSelect {...text("type")} withAsterisk data={[...choices.types]} />
      {same && (
        <p role="alert" className={classes.same}>
          {t("same", {
            number: same.number,
            day: same.issuedOn ? formatCivilDate(same.issuedOn) : "",
            abstract: same.abstract,
          })}{" "}
          <Link href={`/directives/${same.id}`} target="_blank">
            {t("openSame")}
          </Link>
        </p>
      )}
      <Textarea {...text("abstract")} withAsterisk autosize minRows={2} className={classes.wide} />
      <TextInput {...text("signerPosition")} autoComplete="off" />
      <DayInput
        key={`received-${choices.generation}`}
        name="receivedOn"
        label={t("directive.receivedOn")}
        value={choices.day(entries.receivedOn)}
        today={choices.today}
        error={issues.receivedOn}
        onDay={(day) => onChange("receivedOn", day ?? "")}
      />
      <NativeSelect {...text("urgency")} data={[...choices.urgencies]} />
      <NativeSelect
        {...text("sector")}
        data={[{ value: "", label: t("none") }, ...choices.sectors]}
      />
    </div>
  );
}

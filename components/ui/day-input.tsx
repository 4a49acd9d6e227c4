"use client";

import { TextInput } from "@mantine/core";
import { CalendarIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { CivilDate } from "#lib/core/dates.ts";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import { readTypedDay } from "#lib/core/typed-day.ts";
import classes from "./day-input.module.css";

/**
 * A day in a form, typed as "15/5" or "15/5/2026", or picked from the browser's own calendar; what
 * is sent is always the whole day.
 */
export function DayInput({
  name,
  label,
  description,
  value = null,
  today,
  error,
  required = false,
  interpret,
  onDay,
  closedUntil = null,
}: {
  name: string;
  label: string;
  description?: string;
  value?: CivilDate | null;
  /** Its year is meant where a year is left out. */
  today: CivilDate;
  error?: string | undefined;
  required?: boolean;
  /** What else than a day a text can mean: "10 ngày làm việc". */
  interpret?: (text: string) => CivilDate | null;
  /** Told the day that is meant, and what was typed. */
  onDay?: (day: CivilDate | null, typed: string) => void;
  /** The last day whose figures are closed: an earlier one is allowed, and said to change them. */
  closedUntil?: CivilDate | null;
}) {
  const t = useTranslations("work.day");
  const [text, setText] = useState(value === null ? "" : formatCivilDate(value));
  const [left, setLeft] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const typed = readTypedDay(text, Number(today.slice(0, 4)));
  const day = typed ?? interpret?.(text) ?? null;
  const wrong = left && text.trim() !== "" && day === null;
  const meant = day !== null && typed === null ? t("means", { day: formatCivilDate(day) }) : null;
  const closed = day !== null && closedUntil !== null && day <= closedUntil ? t("closed") : null;

  function change(next: string): void {
    setText(next);
    const day = readTypedDay(next, Number(today.slice(0, 4))) ?? interpret?.(next) ?? null;
    onDay?.(day, next);
  }
  return (
    <div>
      <TextInput
        label={label}
        description={closed ?? meant ?? description}
        inputWrapperOrder={["label", "input", "description", "error"]}
        placeholder={t("placeholder")}
        autoComplete="off"
        value={text}
        withAsterisk={required}
        error={wrong ? t("wrong") : error}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={() => {
          setLeft(true);
          if (typed) setText(formatCivilDate(typed));
        }}
        rightSection={
          <button
            type="button"
            className={classes.pick}
            aria-label={t("pick", { label })}
            onClick={() => picker.current?.showPicker()}
          >
            <CalendarIcon size={16} strokeWidth={1.7} aria-hidden />
          </button>
        }
      />
      <input
        ref={picker}
        type="date"
        className={classes.picker}
        tabIndex={-1}
        aria-hidden="true"
        value={day ?? ""}
        onChange={(event) => {
          const picked = readTypedDay(event.target.value, 0);
          if (picked) change(formatCivilDate(picked));
        }}
      />
      <input type="hidden" name={name} value={day ?? text} />
    </div>
  );
}

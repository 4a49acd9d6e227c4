"use client";

import { CalendarIcon } from "lucide-react";
import { useId, useRef, useState } from "react";
import type { CivilDate } from "#lib/core/dates.ts";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import { readTypedDay } from "#lib/core/typed-day.ts";
import classes from "./filter-form.module.css";

/** A day, typed as "15/5" or "15/5/2026" or picked from the browser's own calendar. */
export function DateField({
  name,
  label,
  value,
  year,
  labels,
}: {
  name: string;
  label: string;
  value: CivilDate | null;
  /** The year meant where it is left out. */
  year: number;
  labels: { placeholder: string; pick: string; invalid: string };
}) {
  const [text, setText] = useState(value === null ? "" : formatCivilDate(value));
  const [left, setLeft] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const input = useId();
  const error = useId();
  const day = readTypedDay(text, year);
  const wrong = left && text.trim() !== "" && day === null;
  return (
    <div className={classes.field}>
      <label htmlFor={input}>{label}</label>
      <span className={classes.date}>
        <input
          id={input}
          name={name}
          className={classes.input}
          inputMode="numeric"
          autoComplete="off"
          placeholder={labels.placeholder}
          value={text}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? error : undefined}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => {
            setLeft(true);
            if (day) setText(formatCivilDate(day));
          }}
        />
        <input
          ref={picker}
          type="date"
          className={classes.picker}
          tabIndex={-1}
          aria-hidden="true"
          value={day ?? ""}
          onChange={(event) => {
            const picked = readTypedDay(event.target.value, year);
            if (picked) setText(formatCivilDate(picked));
          }}
        />
        <button
          type="button"
          className={classes.pick}
          aria-label={`${labels.pick}: ${label}`}
          onClick={() => picker.current?.showPicker()}
        >
          <CalendarIcon size={16} strokeWidth={1.7} aria-hidden />
        </button>
      </span>
      {wrong && (
        <span id={error} className={classes.error}>
          {labels.invalid}
        </span>
      )}
    </div>
  );
}

"use client";

import { Columns3Icon } from "lucide-react";
import { useEffect, useRef, useTransition } from "react";
import classes from "./column-picker.module.css";

export type PickableColumn = { id: string; label: string; shown: boolean };

/** Which columns of a list to show; chosen once, remembered for the person. */
export function ColumnPicker({
  columns,
  save,
  labels,
}: {
  columns: readonly PickableColumn[];
  /** Remembers these columns; none means the usual ones. */
  save: (columns: string[]) => Promise<unknown>;
  labels: { open: string; title: string; apply: string; reset: string };
}) {
  const [saving, startSaving] = useTransition();
  const dropdown = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const close = (event: Event) => {
      const box = dropdown.current;
      if (!box?.open) return;
      const escaped = event instanceof KeyboardEvent && event.key === "Escape";
      const outside = event.type === "pointerdown" && !box.contains(event.target as Node);
      if (escaped || outside) box.open = false;
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", close);
    };
  }, []);

  const choose = (chosen: string[]) => {
    if (dropdown.current) dropdown.current.open = false;
    startSaving(async () => {
      await save(chosen);
    });
  };
  const chosen = () => {
    const boxes = dropdown.current?.querySelectorAll("input") ?? [];
    return [...boxes].filter((box) => box.checked).map((box) => box.value);
  };

  return (
    <details ref={dropdown} className={classes.dropdown} aria-busy={saving || undefined}>
      <summary className={classes.open}>
        <Columns3Icon size={16} strokeWidth={1.8} aria-hidden />
        {labels.open}
      </summary>
      <div className={classes.panel}>
        <fieldset className={classes.choices}>
          <legend>{labels.title}</legend>
          {columns.map(({ id, label, shown }) => (
            <label key={`${id} ${shown}`}>
              <input type="checkbox" value={id} defaultChecked={shown} />
              {label}
            </label>
          ))}
        </fieldset>
        <button type="button" className={classes.apply} onClick={() => choose(chosen())}>
          {labels.apply}
        </button>
        <button type="button" className={classes.reset} onClick={() => choose([])}>
          {labels.reset}
        </button>
      </div>
    </details>
  );
}

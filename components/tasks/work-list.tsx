"use client";

import { Button, Checkbox } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useRef, useState } from "react";
import type { TaskVerb } from "#lib/tasks/verbs.ts";
import type { TaskWork, VerbChoices } from "#lib/tasks/views.ts";
import { SeveralForm } from "./several-form.tsx";
import {
  SEVERAL_VERBS,
  type SeveralAction,
  type SeveralDone,
  type VerbActions,
} from "./verb-actions.ts";
import { VerbDialog } from "./verb-dialog.tsx";
import { VerbForm } from "./verb-form.tsx";
import { inOrder } from "./verb-order.ts";
import classes from "./work-list.module.css";

export type WorkRow = { task: TaskWork; content: ReactNode };
export type WorkSection = { name: string; title: string; hint?: string; rows: readonly WorkRow[] };

/** What is open in the dialog: a verb for one task, or for those selected. */
type Open = { verb: TaskVerb; task: TaskWork | null };

const BUTTONS = 2;

/** A task may lie in two sections, for two things to be done with it. */
function keyOf(section: string, { id }: TaskWork): string {
  return `${section}:${id}`;
}

/**
 * Tasks in sections, each with its next steps beside it; several can be selected for a step that
 * makes sense for all of them.
 */
export function WorkList({
  sections,
  actions,
  several,
  choices,
}: {
  sections: readonly WorkSection[];
  actions: VerbActions;
  several: SeveralAction;
  choices: VerbChoices;
}) {
  const t = useTranslations("work");
  const router = useRouter();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<Open | null>(null);
  const [said, setSaid] = useState("");
  const chosen = sections.flatMap(({ name, rows }) =>
    rows.filter(({ task }) => selected.has(keyOf(name, task))).map(({ task }) => task),
  );
  const shared = SEVERAL_VERBS.filter((verb) => chosen.every(({ verbs }) => verbs.includes(verb)));
  const action = open && actions[open.verb];

  function select(keys: readonly string[], on: boolean): void {
    const next = new Set(selected);
    for (const key of keys) on ? next.add(key) : next.delete(key);
    setSelected(next);
  }

  const finish = useCallback(() => {
    if (open) setSaid(t(`done.${open.verb}`));
    setOpen(null);
    router.refresh();
  }, [open, router, t]);
  const finishSeveral = useCallback(
    ({ done, refused }: SeveralDone) => {
      setSaid(t("several.done", { done }));
      setSelected(new Set());
      if (refused.length === 0) setOpen(null);
      router.refresh();
    },
    [router, t],
  );

  return (
    <div className={classes.list}>
      <p role="status" className={classes.said}>
        {said}
      </p>
      {sections.map((section) => (
        <Section
          key={section.name}
          section={section}
          selected={selected}
          onSelect={select}
          onOpen={(verb, task) => setOpen({ verb, task })}
        />
      ))}
      {chosen.length > 0 && (
        <section className={classes.bar} aria-label={t("several.label")}>
          <span>{t("several.selected", { count: chosen.length })}</span>
          {shared.map((verb) => (
            <Button key={verb} size="sm" onClick={() => setOpen({ verb, task: null })}>
              {t(`verb.${verb}`)}
            </Button>
          ))}
          {shared.length === 0 && <span className={classes.soft}>{t("several.nothing")}</span>}
          <Button size="sm" variant="default" onClick={() => setSelected(new Set())}>
            {t("several.clear")}
          </Button>
        </section>
      )}
      <VerbDialog verb={open?.verb ?? null} onClose={() => setOpen(null)}>
        {open?.task && action && (
          <VerbForm
            key={`${open.verb}-${open.task.id}`}
            verb={open.verb}
            task={open.task}
            action={action}
            choices={choices}
            onDone={finish}
          />
        )}
        {open && !open.task && (
          <SeveralForm
            key={open.verb}
            verb={open.verb}
            tasks={chosen}
            action={several}
            choices={choices}
            onDone={finishSeveral}
          />
        )}
      </VerbDialog>
    </div>
  );
}

function Section({
  section: { name, title, hint, rows },
  selected,
  onSelect,
  onOpen,
}: {
  section: WorkSection;
  selected: ReadonlySet<string>;
  onSelect: (keys: readonly string[], on: boolean) => void;
  onOpen: (verb: TaskVerb, task: TaskWork) => void;
}) {
  const t = useTranslations("work");
  const keys = rows.map(({ task }) => keyOf(name, task));
  const count = keys.filter((key) => selected.has(key)).length;
  const last = useRef<number | null>(null);

  /** With Shift all those from the last one picked to this one. */
  function pick(index: number, on: boolean, withShift: boolean): void {
    const from = withShift ? (last.current ?? index) : index;
    onSelect(keys.slice(Math.min(from, index), Math.max(from, index) + 1), on);
    last.current = index;
  }
  return (
    <section className={classes.section} id={name} aria-label={title}>
      <div className={classes.head}>
        <Checkbox
          checked={count > 0 && count === keys.length}
          indeterminate={count > 0 && count < keys.length}
          onChange={(event) => onSelect(keys, event.currentTarget.checked)}
          aria-label={t("several.all", { section: title })}
        />
        <h2 className={classes.title}>{title}</h2>
        <span className={classes.count}>{rows.length}</span>
        {hint && <span className={classes.soft}>{hint}</span>}
      </div>
      <ul className={classes.rows}>
        {rows.map(({ task, content }, index) => (
          <li key={task.id} className={classes.row}>
            <Checkbox
              checked={selected.has(keyOf(name, task))}
              onChange={({ currentTarget, nativeEvent }) =>
                pick(
                  index,
                  currentTarget.checked,
                  nativeEvent instanceof MouseEvent && nativeEvent.shiftKey,
                )
              }
              aria-label={t("several.one", { code: task.code })}
              className={classes.check}
            />
            <div className={classes.content}>{content}</div>
            <div className={classes.steps}>
              {inOrder(task.verbs)
                .slice(0, BUTTONS)
                .map((verb, index) => (
                  <Button
                    key={verb}
                    size="sm"
                    variant={index === 0 ? "outline" : "default"}
                    onClick={() => onOpen(verb, task)}
                  >
                    {t(`verb.${verb}`)}
                  </Button>
                ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

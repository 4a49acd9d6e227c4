"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { FilePicker } from "#components/files/file-picker.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useRequestKey } from "#components/ui/request-key.ts";
import { useSubmission } from "#components/ui/use-submission.ts";
import { assignTasks, registerDirective } from "../actions.ts";
import { type Catalogue, dayOf } from "./choices.ts";
import { DirectiveFields } from "./directive-fields.tsx";
import { newTask, useDraft } from "./draft.ts";
import type { Draft, TaskDraft } from "./kept-draft.ts";
import classes from "./register-form.module.css";
import { TaskFields } from "./task-fields.tsx";

/**
 * A directive with its tasks in one sitting, or more tasks for one that is there (`directive`), by
 * keyboard alone: Enter goes on, Alt+N adds a task, Ctrl+Enter registers it all.
 */
export function RegisterForm({
  owner,
  catalogue,
  leaderId,
  directive,
}: {
  owner: string;
  catalogue: Catalogue;
  /** Who is in charge unless somebody else is chosen. */
  leaderId: string;
  /** Undefined: a new one is registered; null: the tasks belong to none. */
  directive?: number | null;
}) {
  const t = useTranslations("registering");
  const router = useRouter();
  const registers = directive === undefined;
  const { state, issues, submit, busy } = useSubmission(
    registers ? registerDirective : assignTasks,
  );
  const requestKey = useRequestKey();
  const { draft, setDraft, restored, unkept, discard, generation } = useDraft(
    `${owner}:${registers ? "directive" : (directive ?? "tasks")}`,
    (): Draft => ({
      directive: { type: "OFFICIAL_LETTER", urgency: "NORMAL" },
      files: [],
      tasks: [newTask(undefined, leaderId)],
    }),
  );
  const form = useRef<HTMLFormElement>(null);
  const left = useRef(false);
  const choices = { ...catalogue, generation, day: dayOf };

  useEffect(() => {
    form.current?.querySelector<HTMLElement>("input:not([type=hidden]), textarea")?.focus();
  }, []);

  useEffect(() => {
    if (!state?.ok || left.current) return;
    left.current = true;
    discard();
    const { id, tasks } = state.result;
    const place = registers || directive !== null ? `/directives/${id}` : `/tasks/${tasks[0]?.id}`;
    router.push(place);
  }, [state, registers, directive, router, discard]);

  function changeTask(key: number, change: Partial<TaskDraft>): void {
    setDraft((before) => ({
      ...before,
      tasks: before.tasks.map((task) => (task.key === key ? { ...task, ...change } : task)),
    }));
  }

  function addTask(): void {
    const index = draft.tasks.length;
    setDraft((before) => ({
      ...before,
      tasks: [...before.tasks, newTask(before.tasks.at(-1), leaderId)],
    }));
    // Once it is there.
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>(`[data-task-title="${index}"]`)?.focus(),
    );
  }

  function removeTask(key: number): void {
    setDraft((before) => ({ ...before, tasks: before.tasks.filter((task) => task.key !== key) }));
  }

  function byKey(event: KeyboardEvent<HTMLFormElement>): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.current?.requestSubmit();
    } else if (event.altKey && event.code === "KeyN") {
      event.preventDefault();
      addTask();
    } else if (event.key === "Enter" && goesOn(event.target)) {
      event.preventDefault();
      focusNext(event.currentTarget, event.target);
    }
  }

  return (
    <form ref={form} onSubmit={submit} onKeyDown={byKey} className={classes.form}>
      {restored && (
        <p className={classes.restored} role="status">
          {t("restored")}
          <Button variant="default" size="compact-sm" onClick={discard}>
            {t("discard")}
          </Button>
        </p>
      )}
      {state?.ok === false && <FormProblem>{state.message}</FormProblem>}
      <input type="hidden" name="requestKey" value={requestKey} />
      <input type="hidden" name="tasks" value={JSON.stringify(draft.tasks.map(sentOf))} />
      {registers ? (
        <section className={classes.panel} aria-label={t("directive.heading")}>
          <h2 className={classes.legend}>{t("directive.heading")}</h2>
          <DirectiveFields
            entries={draft.directive}
            choices={choices}
            issues={issues}
            onChange={(name, value) =>
              setDraft((before) => ({
                ...before,
                directive: { ...before.directive, [name]: value },
              }))
            }
          />
          <FilePicker
            key={`files-${generation}`}
            name="files"
            label={t("directive.files")}
            error={issues.files}
            initial={draft.files}
            onChange={(files) => setDraft((before) => ({ ...before, files }))}
          />
        </section>
      ) : (
        <input type="hidden" name="directive" value={directive ?? ""} />
      )}
      {draft.tasks.map((task, index) => (
        <TaskFields
          key={task.key}
          task={task}
          index={index}
          choices={choices}
          issues={issues}
          onChange={(change) => changeTask(task.key, change)}
          onRemove={draft.tasks.length > 1 || registers ? () => removeTask(task.key) : null}
        />
      ))}
      <div className={classes.end}>
        <Button type="submit" loading={busy}>
          {registers ? t("register", { count: draft.tasks.length }) : t("assign")}
        </Button>
        <Button variant="default" onClick={addTask}>
          {t("addTask")}
        </Button>
        <span role="status" className={classes.hint}>
          {unkept ? t("unkept") : t("keys")}
        </span>
      </div>
    </form>
  );
}

/** What of a draft is sent: its number in the form is the form's own. */
function sentOf({ key: _key, ...task }: TaskDraft) {
  return task;
}

/** Whether Enter goes on from here: not in texts of several lines, nor where it presses or opens. */
function goesOn(target: EventTarget): target is HTMLElement {
  if (target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement &&
    target.type !== "file" &&
    target.getAttribute("aria-haspopup") === null
  );
}

function focusNext(form: HTMLFormElement, from: HTMLElement): void {
  const stops = [...form.querySelectorAll<HTMLElement>("input, select, textarea, button")].filter(
    (each) => each.tabIndex >= 0 && each.offsetParent !== null && !each.hasAttribute("disabled"),
  );
  stops[stops.indexOf(from) + 1]?.focus();
}

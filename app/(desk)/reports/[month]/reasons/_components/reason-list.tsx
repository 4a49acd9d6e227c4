"use client";

import { Checkbox } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { CivilMonth } from "#lib/core/dates.ts";
import type { LateTaskReason } from "#lib/narratives/schema.ts";
import { type Kind, ReadRow, ReasonRow } from "./reason-row.tsx";
import { isDirty } from "./reason-rows.ts";
import classes from "./reasons.module.css";
import { SeveralBar } from "./several-bar.tsx";
import { useReasons } from "./use-reasons.ts";

/** The late tasks of a month, each with the reason that is given for it, by keyboard alone. */
export function ReasonList({
  month,
  tasks,
  kinds,
  departments,
  editable,
}: {
  month: CivilMonth;
  tasks: readonly LateTaskReason[];
  kinds: readonly Kind[];
  /** Names by code, where several departments are listed; else empty. */
  departments: Readonly<Record<string, string>>;
  /** False: the month is closed. */
  editable: boolean;
}) {
  const t = useTranslations("narratives.reasons");
  const { rows, said, enter, lacks, save } = useReasons(month, tasks);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const list = useRef<HTMLUListElement>(null);
  const last = useRef<number | null>(null);
  const open = useMemo(
    () => (editable ? tasks.filter(({ mayAnswer }) => mayAnswer) : []),
    [tasks, editable],
  );
  const dirty = Object.values(rows).some(isDirty);

  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [dirty]);

  /** With Shift all those from the last one picked to this one. */
  const select = useCallback(
    (taskId: number, on: boolean, withShift: boolean) => {
      const ids = open.map((task) => task.taskId);
      const [index, from] = [ids.indexOf(taskId), ids.indexOf(last.current ?? taskId)];
      last.current = taskId;
      const picked = withShift
        ? ids.slice(Math.min(from, index), Math.max(from, index) + 1)
        : [taskId];
      setSelected((before) => {
        const next = new Set(before);
        for (const id of picked) on ? next.add(id) : next.delete(id);
        return next;
      });
    },
    [open],
  );

  function goTo(row: Element | null | undefined, what: string): void {
    row?.querySelector<HTMLElement>(`[data-reason="${what}"]`)?.focus();
  }

  function byKey(event: KeyboardEvent<HTMLUListElement>): void {
    const field = event.target;
    if (!(field instanceof HTMLElement) || !field.dataset.reason) return;
    const row = field.closest<HTMLElement>("li[data-task]");
    const taskId = Number(row?.dataset.task);
    const all = [...(list.current?.querySelectorAll("li[data-task]") ?? [])];
    const place = row ? all.indexOf(row) : -1;
    if (event.key === "Enter") {
      // A list that is open takes the choice first.
      requestAnimationFrame(() => {
        const missing = lacks(taskId);
        void save([taskId]);
        if (missing) goTo(row, missing === "textMissing" ? "text" : "kind");
        else goTo(all[place + 1], "kind");
      });
    } else if (event.altKey && event.code === "KeyL") {
      event.preventDefault();
      const before = tasks.find((task) => task.taskId === taskId)?.before;
      if (before) enter([taskId], before);
    } else if (field.dataset.reason === "text" && event.key === "ArrowDown") {
      event.preventDefault();
      goTo(all[place + 1], "text");
    } else if (field.dataset.reason === "text" && event.key === "ArrowUp") {
      event.preventDefault();
      goTo(all[place - 1], "text");
    }
  }

  const chosen = open.filter(({ taskId }) => selected.has(taskId));
  const ids = chosen.map(({ taskId }) => taskId);
  const withBefore = chosen.filter(({ before }) => before !== null);

  function finish(taskIds: readonly number[]): void {
    void save(taskIds);
    setSelected(new Set());
  }
  return (
    <div className={classes.list}>
      {open.length > 0 && (
        <div className={classes.head}>
          <Checkbox
            checked={ids.length > 0 && ids.length === open.length}
            indeterminate={ids.length > 0 && ids.length < open.length}
            onChange={({ currentTarget }) =>
              setSelected(new Set(currentTarget.checked ? open.map(({ taskId }) => taskId) : []))
            }
            aria-label={t("several.all")}
          />
          <span className={classes.keys}>{t("keys")}</span>
          <span className={classes.keysPhone}>{t("keysPhone")}</span>
        </div>
      )}
      <p role="status" className={classes.said}>
        {said}
      </p>
      <ul ref={list} className={classes.rows} aria-label={t("list")} onKeyDown={byKey}>
        {tasks.map((task) => {
          const { taskId } = task;
          const state = rows[taskId];
          const department = departments[task.department] ?? null;
          return editable && task.mayAnswer && state ? (
            <ReasonRow
              key={taskId}
              task={task}
              state={state}
              department={department}
              kinds={kinds}
              selected={selected.has(taskId)}
              onSelect={select}
              onEnter={enter}
              onSave={save}
            />
          ) : (
            <ReadRow key={taskId} task={task} department={department} kinds={kinds} />
          );
        })}
      </ul>
      {ids.length > 0 && (
        <SeveralBar
          count={ids.length}
          withBefore={withBefore.length}
          kinds={kinds}
          onApply={(reason) => {
            enter(ids, reason);
            finish(ids);
          }}
          onBefore={() => {
            for (const { taskId, before } of withBefore) if (before) enter([taskId], before);
            finish(withBefore.map(({ taskId }) => taskId));
          }}
          onClear={() => setSelected(new Set())}
        />
      )}
    </div>
  );
}

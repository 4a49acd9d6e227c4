import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { useAnswered } from "#components/ui/use-answered.ts";
import type { CivilMonth } from "#lib/core/dates.ts";
import type { GivenReason, LateTaskReason } from "#lib/narratives/schema.ts";
import { enterReasons } from "../actions.ts";
import {
  initialRows,
  isDirty,
  missingIn,
  type RowAction,
  rowsAfter,
  savesItself,
} from "./reason-rows.ts";

/** The rows while they are filled in, and what saves them. */
export function useReasons(month: CivilMonth, tasks: readonly LateTaskReason[]) {
  const t = useTranslations("narratives.reasons");
  const answered = useAnswered();
  const [rows, setRows] = useState(() => initialRows(tasks));
  const [said, setSaid] = useState("");
  /** What stands now: leaving a row right after Enter has to know that it is being saved. */
  const latest = useRef(rows);
  /** Rows that were left while they were being saved, and have changed since. */
  const again = useRef(new Set<number>());
  const answer = useRef(answered);
  answer.current = answered;

  const apply = useCallback((action: RowAction) => {
    latest.current = rowsAfter(latest.current, action);
    setRows(latest.current);
  }, []);

  const enter = useCallback(
    (taskIds: readonly number[], entry: Partial<GivenReason>) =>
      apply({ do: "enter", taskIds, entry }),
    [apply],
  );

  /** What a row lacks to be saved; null also where there is nothing to save. */
  const lacks = useCallback((taskId: number) => {
    const row = latest.current[taskId];
    return row && isDirty(row) ? missingIn(row) : null;
  }, []);

  const save = useCallback(
    async (taskIds: readonly number[]): Promise<void> => {
      const sent = taskIds.flatMap((taskId) => {
        const row = latest.current[taskId];
        if (!row || !isDirty(row)) return [];
        if (row.status === "busy") {
          again.current.add(taskId);
          return [];
        }
        const problem = missingIn(row);
        if (problem) {
          apply({ do: "complain", taskId, problem });
          return [];
        }
        return [{ taskId, kind: row.kind, text: row.text, version: row.version }];
      });
      if (sent.length === 0) return;
      const ids = sent.map(({ taskId }) => taskId);
      apply({ do: "send", taskIds: ids });
      const form = new FormData();
      form.set("month", month);
      form.set("entries", JSON.stringify(sent));
      const state = await answer.current(enterReasons(form));
      if (!state.ok) {
        const message = Object.values(state.issues)[0] ?? state.message;
        apply({ do: "fail", taskIds: ids, message });
        return;
      }
      apply({ do: "settle", sent, done: state.result });
      const { saved, refused } = state.result;
      const words = [
        ...(saved.length > 0 ? [t("done", { count: saved.length })] : []),
        ...(refused.length > 0 ? [t("partly", { count: refused.length })] : []),
      ];
      setSaid(words.join(" "));
    },
    [apply, month, t],
  );

  // Once a row is no longer busy.
  useEffect(() => {
    for (const taskId of again.current) {
      const row = rows[taskId];
      if (row?.status === "busy") continue;
      again.current.delete(taskId);
      if (row && savesItself(row)) void save([taskId]);
    }
  }, [rows, save]);

  return { rows, said, enter, lacks, save };
}

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { useAnswered } from "#components/ui/use-answered.ts";
import type { CivilMonth } from "#lib/core/dates.ts";
import type { GivenReason, LateTaskReason } from "#lib/narratives/schema.ts";
import { enterReasons } from "../actions.ts";
import { initialRows, isDirty, missingIn, rowsAfter } from "./reason-rows.ts";

/** The rows while they are filled in, and what saves them. */
export function useReasons(month: CivilMonth, tasks: readonly LateTaskReason[]) {
  const t = useTranslations("narratives.reasons");
  const answered = useAnswered();
  const [rows, dispatch] = useReducer(rowsAfter, tasks, initialRows);
  const [said, setSaid] = useState("");
  const latest = useRef(rows);
  latest.current = rows;
  /** Rows that were left while they were being saved, and have changed since. */
  const again = useRef(new Set<number>());
  const answer = useRef(answered);
  answer.current = answered;

  const enter = useCallback((taskIds: readonly number[], entry: Partial<GivenReason>) => {
    latest.current = rowsAfter(latest.current, { do: "enter", taskIds, entry });
    dispatch({ do: "enter", taskIds, entry });
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
          dispatch({ do: "complain", taskId, problem });
          return [];
        }
        return [{ taskId, kind: row.kind, text: row.text, version: row.version }];
      });
      if (sent.length === 0) return;
      const ids = sent.map(({ taskId }) => taskId);
      dispatch({ do: "send", taskIds: ids });
      const form = new FormData();
      form.set("month", month);
      form.set("entries", JSON.stringify(sent));
      const state = await answer.current(enterReasons(form));
      if (!state.ok) {
        const message = Object.values(state.issues)[0] ?? state.message;
        dispatch({ do: "fail", taskIds: ids, message });
        return;
      }
      dispatch({ do: "settle", sent, done: state.result });
      const { saved, refused } = state.result;
      const words = [
        ...(saved.length > 0 ? [t("done", { count: saved.length })] : []),
        ...(refused.length > 0 ? [t("partly", { count: refused.length })] : []),
      ];
      setSaid(words.join(" "));
    },
    [month, t],
  );

  // Once a row is no longer busy.
  useEffect(() => {
    const waiting = [...again.current].filter((taskId) => rows[taskId]?.status !== "busy");
    if (waiting.length === 0) return;
    for (const taskId of waiting) again.current.delete(taskId);
    void save(waiting);
  }, [rows, save]);

  return { rows, said, enter, save };
}

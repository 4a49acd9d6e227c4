import {
  type GivenReason,
  type LateTaskReason,
  OTHER_REASON,
  type ReasonsDone,
} from "#lib/narratives/schema.ts";

/** A row as it is being filled in. */
export type RowState = {
  kind: string;
  text: string;
  /** What the server has, and its version (0: nothing). */
  saved: GivenReason;
  version: number;
  /** `idle`: as it came; `done`: saved since. */
  status: "idle" | "busy" | "done";
  /** Why it is not saved. */
  problem: "kindMissing" | "textMissing" | "changed" | "vanished" | "notLate" | "refused" | null;
  /** What someone else left there, or what the server said. */
  current: (GivenReason & { by: string }) | null;
  message: string | null;
};

export type Rows = Readonly<Record<number, RowState>>;

const NOTHING: GivenReason = { kind: "", text: "" };

/** What is sent for a row, and the row it was sent for. */
export type Sent = { taskId: number; kind: string; text: string; version: number };

export type RowAction =
  | { do: "enter"; taskIds: readonly number[]; entry: Partial<GivenReason> }
  | { do: "complain"; taskId: number; problem: "kindMissing" | "textMissing" }
  | { do: "send"; taskIds: readonly number[] }
  | { do: "settle"; sent: readonly Sent[]; done: ReasonsDone }
  | { do: "fail"; taskIds: readonly number[]; message: string };

export function initialRows(tasks: readonly LateTaskReason[]): Rows {
  return Object.fromEntries(
    tasks.map(({ taskId, reason }): [number, RowState] => {
      const saved = reason ? { kind: reason.kind, text: reason.text } : NOTHING;
      const version = reason?.version ?? 0;
      const rest = { status: "idle", problem: null, current: null, message: null } as const;
      return [taskId, { ...saved, saved, version, ...rest }];
    }),
  );
}

/** Whether a row holds something that the server has not. */
export function isDirty({ kind, text, saved }: RowState): boolean {
  return kind !== saved.kind || text.trim() !== saved.text;
}

/**
 * Whether a row saves itself when it is left: not once it was refused, since saving again then
 * replaces what someone else wrote.
 */
export function savesItself(row: RowState): boolean {
  return isDirty(row) && [null, "kindMissing", "textMissing"].includes(row.problem);
}

/** What keeps a row from being sent. */
export function missingIn({ kind, text, saved }: RowState): "kindMissing" | "textMissing" | null {
  if (kind === "" && (text.trim() !== "" || saved.kind === "")) return "kindMissing";
  return kind === OTHER_REASON && text.trim() === "" ? "textMissing" : null;
}

/** The rows after something was entered, sent or answered. */
export function rowsAfter(rows: Rows, action: RowAction): Rows {
  switch (action.do) {
    case "enter":
      return changed(rows, action.taskIds, (row) => ({
        ...row,
        ...action.entry,
        status: row.status === "busy" ? "busy" : "idle",
        problem: row.problem === "changed" || row.problem === "vanished" ? row.problem : null,
      }));
    case "complain":
      return changed(rows, [action.taskId], (row) => ({ ...row, problem: action.problem }));
    case "send":
      return changed(rows, action.taskIds, (row) => ({ ...row, status: "busy", problem: null }));
    case "fail":
      return changed(rows, action.taskIds, (row) => ({
        ...row,
        status: "idle",
        problem: "refused",
        message: action.message,
      }));
    case "settle":
      return settled(rows, action.sent, action.done);
  }
}

function changed(
  rows: Rows,
  taskIds: readonly number[],
  change: (row: RowState) => RowState,
): Rows {
  const entries = taskIds.flatMap((taskId): [number, RowState][] => {
    const row = rows[taskId];
    return row ? [[taskId, change(row)]] : [];
  });
  return { ...rows, ...Object.fromEntries(entries) };
}

function settled(rows: Rows, sent: readonly Sent[], { saved, refused }: ReasonsDone): Rows {
  let next = rows;
  for (const { taskId, kind, text } of sent) {
    const version = saved.find((each) => each.taskId === taskId)?.version;
    const refusal = refused.find((each) => each.taskId === taskId);
    next = changed(next, [taskId], (row): RowState => {
      if (version !== undefined) {
        const now = { kind, text: text.trim() };
        return { ...row, saved: now, version, status: "done", problem: null, current: null };
      }
      if (refusal?.why === "NOT_LATE") return { ...row, status: "idle", problem: "notLate" };
      // Having seen what stands there, the person may replace it.
      const current = refusal?.current ?? null;
      return {
        ...row,
        status: "idle",
        problem: current ? "changed" : "vanished",
        current,
        saved: current ?? NOTHING,
        version: current?.version ?? 0,
      };
    });
  }
  return next;
}

import { useEffect, useState } from "react";
import { type Draft, isWorthKeeping, keepDraft, keptDraft, type TaskDraft } from "./kept-draft.ts";

/** A new line; what is mostly the same for all tasks of a directive comes from the one before. */
export function newTask(before: TaskDraft | undefined, leaderId: string): TaskDraft {
  return {
    key: (before?.key ?? 0) + 1,
    title: "",
    department: "",
    cooperating: [],
    leaderId: before?.leaderId ?? leaderId,
    assigneeId: "",
    dueOn: "",
    dueWording: "",
    deliverable: "",
    productRequired: false,
    decidingAuthority: before?.decidingAuthority ?? "",
    field: before?.field ?? "",
    sector: before?.sector ?? "",
    priority: "NORMAL",
  };
}

/**
 * What is typed, kept in this browser until it is registered: a closed tab loses nothing.
 * @param owner whose draft it is, on a browser that several people use
 * @returns among others `unkept`: this browser keeps nothing, or no more
 */
export function useDraft(owner: string, empty: () => Draft) {
  const key = `draft:${owner}`;
  const [draft, setDraft] = useState(empty);
  const [restored, setRestored] = useState(false);
  const [read, setRead] = useState(false);
  const [unkept, setUnkept] = useState(false);
  /** Counts how often all entries were replaced: fields that keep their own text then begin anew. */
  const [generation, setGeneration] = useState(0);

  // After the first render, which has to be the server's.
  useEffect(() => {
    const kept = keptDraft(key);
    if (kept) {
      setDraft(kept);
      setRestored(true);
      setGeneration((before) => before + 1);
    }
    setRead(true);
  }, [key]);

  useEffect(() => {
    if (!read) return;
    setUnkept(!keepDraft(key, isWorthKeeping(draft) ? draft : null));
  }, [draft, key, read]);

  function discard(): void {
    keepDraft(key, null);
    setDraft(empty());
    setRestored(false);
    setGeneration((before) => before + 1);
  }
  return { draft, setDraft, restored, unkept, discard, generation };
}

import { useEffect, useState } from "react";
import type { FileView } from "#lib/files/schema.ts";

/** A task as it is typed. */
export type TaskDraft = {
  key: number;
  title: string;
  department: string;
  cooperating: string[];
  leaderId: string;
  assigneeId: string;
  dueOn: string;
  dueWording: string;
  deliverable: string;
  productRequired: boolean;
  decidingAuthority: string;
  field: string;
  sector: string;
  priority: "NORMAL" | "HIGH";
};

/** All that is typed before it is registered. */
export type Draft = {
  directive: Record<string, string>;
  files: FileView[];
  tasks: TaskDraft[];
};

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

/** Whether anything was typed that would be a pity to lose. */
export function isWorthKeeping({ directive, tasks }: Draft): boolean {
  return (
    ["number", "abstract"].some((name) => directive[name]?.trim()) ||
    tasks.some(({ title, department }) => title.trim() || department)
  );
}

function stored(key: string): Draft | null {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as Draft);
  } catch {
    // A browser that keeps nothing, or a draft of an older form: there is none.
    return null;
  }
}

/**
 * What is typed, kept in this browser until it is registered: a closed tab loses nothing.
 * @param owner whose draft it is, on a browser that several people use
 */
export function useDraft(owner: string, empty: () => Draft) {
  const key = `draft:${owner}`;
  const [draft, setDraft] = useState(empty);
  const [restored, setRestored] = useState(false);
  const [read, setRead] = useState(false);
  /** Counts how often all entries were replaced: fields that keep their own text then begin anew. */
  const [generation, setGeneration] = useState(0);

  // After the first render, which has to be the server's.
  useEffect(() => {
    const kept = stored(key);
    if (kept && isWorthKeeping(kept)) {
      setDraft(kept);
      setRestored(true);
      setGeneration((before) => before + 1);
    }
    setRead(true);
  }, [key]);

  useEffect(() => {
    if (!read) return;
    if (isWorthKeeping(draft)) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
  }, [draft, key, read]);

  function discard(): void {
    localStorage.removeItem(key);
    setDraft(empty());
    setRestored(false);
    setGeneration((before) => before + 1);
  }
  return { draft, setDraft, restored, discard, generation };
}

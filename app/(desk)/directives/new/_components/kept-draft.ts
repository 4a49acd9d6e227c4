import { z } from "zod";

const fileSchema = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
});

const taskSchema = z.object({
  key: z.number(),
  title: z.string(),
  department: z.string(),
  cooperating: z.array(z.string()),
  leaderId: z.string(),
  assigneeId: z.string(),
  dueOn: z.string(),
  dueWording: z.string(),
  deliverable: z.string(),
  productRequired: z.boolean(),
  decidingAuthority: z.string(),
  field: z.string(),
  sector: z.string(),
  priority: z.enum(["NORMAL", "HIGH"]),
});
/** A task as it is typed. */
export type TaskDraft = z.output<typeof taskSchema>;

const draftSchema = z.object({
  directive: z.record(z.string(), z.string()),
  files: z.array(fileSchema),
  tasks: z.array(taskSchema),
});
/** All that is typed before it is registered. */
export type Draft = z.output<typeof draftSchema>;

/** Whether anything was typed that would be a pity to lose. */
export function isWorthKeeping({ directive, tasks }: Draft): boolean {
  return (
    ["number", "abstract"].some((name) => directive[name]?.trim()) ||
    tasks.some(({ title, department }) => title.trim() || department)
  );
}

/** The draft that this browser has kept; null where there is none worth opening again. */
export function keptDraft(key: string): Draft | null {
  try {
    const draft = draftSchema.parse(JSON.parse(localStorage.getItem(key) ?? "null"));
    return isWorthKeeping(draft) ? draft : null;
  } catch {
    // A browser that keeps nothing, or a draft of an older form: there is none.
    return null;
  }
}

/**
 * Keeps a draft in this browser in place of the one before; null: none any more.
 * @returns whether this browser does so: it may keep nothing, or be full
 */
export function keepDraft(key: string, draft: Draft | null): boolean {
  try {
    if (draft) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
    return true;
  } catch {
    return draft === null;
  }
}

import type { TaskWork, WrittenTask } from "#lib/tasks/views.ts";

/** What stood in each entry of the editing form when it was opened, as the form writes it. */
export function entriesOf(
  written: WrittenTask,
  { dueOn, productRequired }: Pick<TaskWork, "dueOn" | "productRequired">,
): Record<string, string> {
  return {
    title: written.title,
    deliverable: written.deliverable ?? "",
    productRequired: productRequired ? "on" : "",
    dueOn: dueOn ?? "",
    cooperating: written.cooperating.join(","),
    leaderId: written.leaderId === null ? "" : String(written.leaderId),
    decidingAuthority: written.decidingAuthority ?? "",
    field: written.field,
    sector: written.sector ?? "",
    priority: written.priority,
  };
}

/**
 * The form with those entries only that were changed in it: what somebody else changed meanwhile
 * is not set back by an entry that was never touched.
 */
export function changedEntries(form: FormData, before: Readonly<Record<string, string>>): FormData {
  const changed = new FormData();
  for (const name of new Set(form.keys())) {
    // The last counts: an unticked box leaves its empty forerunner.
    const value = form.getAll(name).at(-1);
    if (value !== undefined && value !== before[name]) changed.set(name, value);
  }
  return changed;
}

import type { TaskFilter, TaskPage } from "./filters.ts";

/** What a list is ordered by; a leading minus sorts downwards. */
export type TaskOrder = NonNullable<TaskPage["sort"]>;

/** The lists of what is open or late begin with the oldest deadline, others with the newest task. */
export function defaultOrder({ late, aging, status, timeliness }: TaskFilter): TaskOrder {
  const open = timeliness?.every((each) => ["ON_TRACK", "DUE_SOON", "OVERDUE"].includes(each));
  const running = status?.every((each) => !["COMPLETED", "CANCELLED"].includes(each));
  return late || aging || open || running ? "dueOn" : "-assignedOn";
}

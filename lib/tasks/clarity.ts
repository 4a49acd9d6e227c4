import type { TaskDetail } from "./views.ts";

/** The six things that make an assignment clear ("6 rõ"), in their official order. */
export const CLARITIES = [
  "assignee",
  "content",
  "deadline",
  "leader",
  "deliverable",
  "decidingAuthority",
] as const;
export type Clarity = (typeof CLARITIES)[number];

type Clear = Pick<
  TaskDetail,
  "assignee" | "title" | "dueOn" | "leader" | "deliverable" | "decidingAuthority"
>;

/** Which of the six a task still lacks (domain rules "Life of a task"). */
export function missingClarities(task: Clear): Clarity[] {
  const given: Record<Clarity, string | null> = {
    assignee: task.assignee,
    content: task.title,
    deadline: task.dueOn,
    leader: task.leader,
    deliverable: task.deliverable,
    decidingAuthority: task.decidingAuthority,
  };
  return CLARITIES.filter((clarity) => !given[clarity]?.trim());
}

import type { TaskEventKind } from "#lib/tasks/schema.ts";
import type { DemoAccount } from "../accounts.ts";

/** As whom someone acts on a task. */
type Capacity = "leader" | "office" | "head" | "assignee";

/** Who may do what, read off the domain rules "Who may do what" and "Life of a task". */
const RIGHTS: Record<TaskEventKind, readonly Capacity[]> = {
  ASSIGNED: ["leader", "office"],
  EDITED: ["leader", "office"],
  DEADLINE_CORRECTED: ["leader", "office"],
  TRANSFERRED: ["leader", "office"],
  PAUSED: ["leader", "office"],
  RESUMED: ["leader", "office"],
  CANCELLED: ["leader", "office"],
  CONFIRMED: ["leader"],
  RETURNED: ["leader"],
  REOPENED: ["leader"],
  EXTENSION_APPROVED: ["leader"],
  EXTENSION_REJECTED: ["leader"],
  ACCEPTED: ["head", "office"],
  PROGRESSED: ["head", "assignee", "office"],
  SUBMITTED: ["head", "assignee", "office"],
  REFUSED: ["head"],
  HANDED_OVER: ["head"],
  EXTENSION_REQUESTED: ["head"],
};

/** Whether an account may do that to a task of a department, handed to someone or to nobody. */
export function mayAct(
  actor: DemoAccount,
  kind: TaskEventKind,
  task: { department: string; assignee: string | null },
): boolean {
  const capacities: Record<Capacity, boolean> = {
    leader:
      actor.role === "CHAIRMAN" ||
      (actor.role === "VICE_CHAIRMAN" &&
        actor.portfolio?.departmentCodes.includes(task.department) === true),
    office: actor.role === "OFFICE",
    head: actor.role === "DEPARTMENT_HEAD" && actor.departmentCode === task.department,
    assignee:
      actor.role === "OFFICER" &&
      actor.departmentCode === task.department &&
      actor.login === task.assignee,
  };
  return RIGHTS[kind].some((capacity) => capacities[capacity]);
}

import { operation } from "#lib/core/operations.ts";
import { taskFilterSchema, taskPageSchema } from "#lib/tasks/filters.ts";
import { editTaskRequest, newTaskRequest } from "#lib/tasks/requests.ts";
import { changedTask, taskDetail, taskPage } from "../answers/task.ts";
import { noQuery, paging, withId } from "./common.ts";

const group = "Tasks";

export const listTasks = operation({
  method: "GET",
  path: "/tasks",
  id: "listTasks",
  group,
  summary: "The tasks that a filter means",
  description:
    "Each task as it stood at the end of `asOf` (today when absent). With `late` the tasks behind a figure of that month.",
  query: taskFilterSchema.extend({ sort: taskPageSchema.shape.sort, ...paging }),
  answer: { body: taskPage },
  refusals: [],
});

export const getTask = operation({
  method: "GET",
  path: "/tasks/{id}",
  id: "getTask",
  group,
  summary: "A task with its late spells, extensions and history",
  parameters: withId,
  query: noQuery,
  answer: { body: taskDetail, version: true },
  refusals: [404],
});

export const createTask = operation({
  method: "POST",
  path: "/tasks",
  id: "createTask",
  group,
  summary: "Assigns a task, or plans a part of one",
  description:
    "A part (with `parent`) is planned by a department head's token and has its task's department and field.",
  body: newTaskRequest,
  once: true,
  answer: { body: changedTask, status: 201, version: true },
  refusals: [403, 409],
  example: {
    title: "Rà soát công trình vi phạm",
    department: "PHONG_KT",
    field: "TBKL",
    dueOn: "2026-12-10",
  },
});

export const editTask = operation({
  method: "PATCH",
  path: "/tasks/{id}",
  id: "editTask",
  group,
  summary: "Edits what is written about a task",
  description:
    "`dueOn` corrects a deadline as if it had always been so; a later deadline is asked for as an extension.",
  parameters: withId,
  body: editTaskRequest,
  version: "needed",
  once: true,
  answer: { body: changedTask, version: true },
  refusals: [403, 404, 409],
  example: { dueOn: "2026-12-15", note: "Ghi nhầm hạn" },
});

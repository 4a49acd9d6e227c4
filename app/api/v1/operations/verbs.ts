import type { z } from "zod";
import { type Operation, operation } from "#lib/core/operations.ts";
import * as requests from "#lib/tasks/requests.ts";
import { changedTask } from "../answers/task.ts";
import { withId } from "./common.ts";

/** A verb of a task's life: `POST /tasks/{id}/<name>`. */
function verb<const Name extends string, Body extends z.ZodType>(
  name: Name,
  body: Body,
  {
    id,
    summary,
    description,
    example,
  }: Pick<Operation, "id" | "summary" | "description"> & {
    example: Record<string, unknown>;
  },
) {
  return {
    method: "POST",
    path: `/tasks/{id}/${name}`,
    id,
    group: "Life of a task",
    summary,
    ...(description !== undefined && { description }),
    parameters: withId,
    body,
    version: "minded",
    once: true,
    answer: { body: changedTask, version: true },
    refusals: [403, 404, 409],
    example,
  } as const satisfies Operation;
}

const REASON = { note: "Chờ ý kiến của Sở" };

/** The verbs by their names in the address. */
export const verbs = {
  accept: verb("accept", requests.acceptRequest, {
    id: "acceptTask",
    summary: "The department takes the task on",
    example: {},
  }),
  refuse: verb("refuse", requests.refuseRequest, {
    id: "refuseTask",
    summary: "The department gives the assignment back to the Office",
    example: { note: "Không thuộc chức năng" },
  }),
  "hand-over": verb("hand-over", requests.handOverRequest, {
    id: "handOverTask",
    summary: "Names who does it; null takes it back",
    example: { assignee: "cv.datdai" },
  }),
  progress: verb("progress", requests.progressRequest, {
    id: "reportProgress",
    summary: "Says how far it is",
    example: { progress: 40, note: "Đã họp các bên" },
  }),
  submit: verb("submit", requests.submitRequest, {
    id: "submitTask",
    summary: "Says that the work is done, and on which day",
    description: "Files cannot be sent: a task that needs its product is submitted on the screen.",
    example: { completedOn: "2026-11-19", note: "Đã gửi báo cáo" },
  }),
  confirm: verb("confirm", requests.confirmRequest, {
    id: "confirmTask",
    summary: "Confirms that it is done: from now on it counts as completed",
    example: {},
  }),
  return: verb("return", requests.returnRequest, {
    id: "returnTask",
    summary: "Returns submitted work",
    example: { note: "Thiếu biểu số liệu" },
  }),
  pause: verb("pause", requests.stopRequest, {
    id: "pauseTask",
    summary: "Pauses it",
    example: REASON,
  }),
  resume: verb("resume", requests.resumeRequest, {
    id: "resumeTask",
    summary: "Resumes a paused task",
    example: {},
  }),
  cancel: verb("cancel", requests.stopRequest, {
    id: "cancelTask",
    summary: "Stops it for good",
    example: { note: "Trùng việc" },
  }),
  reopen: verb("reopen", requests.stopRequest, {
    id: "reopenTask",
    summary: "Takes its completion back",
    example: { note: "Xác nhận nhầm" },
  }),
  transfer: verb("transfer", requests.transferRequest, {
    id: "transferTask",
    summary: "Gives it to another department, or another field",
    example: { department: "BAN_QLDA" },
  }),
} as const;

export const requestExtension = operation({
  method: "POST",
  path: "/tasks/{id}/extensions",
  id: "requestExtension",
  group: "Extensions",
  summary: "Asks for a later deadline",
  description: "The last entry of the answered task's `extensions` waits for its decision.",
  parameters: withId,
  body: requests.extensionRequest,
  version: "minded",
  once: true,
  answer: { body: changedTask, status: 201, version: true },
  refusals: [403, 404, 409],
  example: { dueOn: "2026-12-20", note: "Chờ kết quả đo đạc" },
});

const decision = {
  method: "POST",
  group: "Extensions",
  parameters: withId,
  body: requests.decisionRequest,
  version: "minded",
  once: true,
  answer: { body: changedTask, version: true },
  refusals: [403, 404, 409],
} as const satisfies Partial<Operation>;

/** The decisions about an extension by their names in the address. */
export const decisions = {
  approve: operation({
    ...decision,
    path: "/extensions/{id}/approve",
    id: "approveExtension",
    summary: "Grants a later deadline",
    example: {},
  }),
  reject: operation({
    ...decision,
    path: "/extensions/{id}/reject",
    id: "rejectExtension",
    summary: "Refuses it; `note` says why",
    example: { note: "Đã gia hạn hai lần" },
  }),
} as const;

import { operation } from "#lib/core/operations.ts";
import {
  externalDirectiveRequest,
  externalKeySchema,
  externalTaskRequest,
} from "#lib/tasks/external.ts";
import { directiveDetail } from "../answers/directive.ts";
import { changedTask } from "../answers/task.ts";

const group = "Other systems";

export const putTask = operation({
  method: "PUT",
  path: "/external/{system}/tasks/{externalId}",
  id: "putExternalTask",
  group,
  summary: "Makes or changes the task that a system knows by its own id",
  description:
    "Sent twice it changes nothing. Days of the past are taken as they are; what is left out stays. Answers 201 where it was made.",
  parameters: externalKeySchema,
  body: externalTaskRequest,
  answer: { body: changedTask, made: true, version: true },
  refusals: [403, 404],
  example: {
    title: "Trả lời phản ánh về rác thải tại thôn 3",
    department: "PHONG_KT",
    field: "DON_THU_KNTC",
    assignedOn: "2026-11-02",
    dueOn: "2026-11-16",
    status: "COMPLETED",
    completedOn: "2026-11-13",
  },
});

export const putDirective = operation({
  method: "PUT",
  path: "/external/{system}/directives/{externalId}",
  id: "putExternalDirective",
  group,
  summary: "Makes or changes the directive that a system knows by its own id",
  description:
    "One that is registered already under its number, body and year is that one from now on. Answers 201 where it was made.",
  parameters: externalKeySchema,
  body: externalDirectiveRequest,
  answer: { body: directiveDetail, made: true },
  refusals: [403, 404, 409],
  example: {
    number: "131/TB-UBND",
    issuedOn: "2026-11-10",
    issuingBody: "UBND_TP",
    type: "CONCLUSION_NOTICE",
    abstract: "Kết luận cuộc họp về trật tự xây dựng",
  },
});

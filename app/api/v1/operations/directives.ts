import { operation } from "#lib/core/operations.ts";
import { directiveListSchema } from "#lib/directives/schema.ts";
import { newDirectiveRequest } from "#lib/tasks/requests.ts";
import { directiveDetail, directivePage } from "../answers/directive.ts";
import { noQuery, paging, withId } from "./common.ts";

const group = "Directives";

export const listDirectives = operation({
  method: "GET",
  path: "/directives",
  id: "listDirectives",
  group,
  summary: "Directives in the order in which they were registered",
  description: "`from` and `to` are days of issue.",
  query: directiveListSchema.omit({ sort: true, page: true, size: true }).extend(paging),
  answer: { body: directivePage },
  refusals: [],
});

export const getDirective = operation({
  method: "GET",
  path: "/directives/{id}",
  id: "getDirective",
  group,
  summary: "A directive with those of its tasks (200 at most) that the token may see",
  parameters: withId,
  query: noQuery,
  answer: { body: directiveDetail },
  refusals: [404],
});

export const registerDirective = operation({
  method: "POST",
  path: "/directives",
  id: "registerDirective",
  group,
  summary: "Registers a directive with its tasks: all of it, or nothing",
  body: newDirectiveRequest,
  once: true,
  answer: { body: directiveDetail, status: 201 },
  refusals: [403, 409],
  example: {
    number: "117/CT-UBND",
    issuedOn: "2026-11-16",
    issuingBody: "UBND_TP",
    type: "DIRECTIVE",
    abstract: "Về rà soát trật tự xây dựng",
    tasks: [
      {
        title: "Rà soát công trình vi phạm",
        department: "PHONG_KT",
        field: "TBKL",
        dueOn: "2026-12-10",
      },
    ],
  },
});

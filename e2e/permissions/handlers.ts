import type { Role } from "#lib/users/schema.ts";
import { all, type Outcomes } from "./people.ts";

/** The status of the answer. */
export type HandlerOutcome = 200 | 400 | 401 | 403 | 404 | 409 | 415 | 422 | 428;

export type Handler = {
  file: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: `/${string}`;
  what?: string;
  /**
   * `session`: who has signed in at the screen counts, and it is all the same to the rest.
   * `token`: only a machine's token counts, NOBODY being one without, even if signed in.
   */
  by: "session" | "token";
  /** What the browser itself would send along. */
  headers?: Record<string, string>;
  /** The JSON body; whoever may call is refused for it, so that nothing changes. */
  sends?: object;
  outcomes: Outcomes<HandlerOutcome>;
};

const machine = (but: Partial<Outcomes<HandlerOutcome>> = {}) =>
  all<HandlerOutcome>(200, { NOBODY: 401, ...but });

/** A call that changes something, with a member that none has: 422 for those whose right it is. */
function write(
  path: Handler["path"],
  file: string,
  {
    by,
    what,
    refused = {},
  }: {
    by: readonly Role[];
    what?: string;
    refused?: Partial<Outcomes<HandlerOutcome>>;
  },
): Handler {
  const allowed = Object.fromEntries(by.map((role) => [role, 422]));
  return {
    file: `app/api/v1/${file}/route.ts`,
    method: "POST",
    path,
    ...(what && { what }),
    by: "token",
    sends: { nothing: true },
    outcomes: all<HandlerOutcome>(403, { NOBODY: 401, ...allowed, ...refused }),
  };
}

/** A verb at a task that the token's department leads, and at one of another department. */
function verb(name: string, by: readonly Role[]): Handler[] {
  const own = { by, what: "a task that the department leads", refused: { ADMIN: 404 } } as const;
  const foreign = { by, what: "one of another", refused: UNSEEN } as const;
  return [
    write(`/api/v1/tasks/{ledTask}/${name}`, "tasks/[id]/[verb]", own),
    write(`/api/v1/tasks/{foreignTask}/${name}`, "tasks/[id]/[verb]", foreign),
  ];
}

const UNSEEN = { DEPARTMENT_HEAD: 404, OFFICER: 404, ADMIN: 404 } as const;
/** Whoever does not see all tasks. */
const UNTRUSTED = { DEPARTMENT_HEAD: 403, OFFICER: 403, ADMIN: 403 } as const;
const WORKERS = ["OFFICE", "DEPARTMENT_HEAD", "OFFICER"] as const;
const DEPARTMENT = ["DEPARTMENT_HEAD"] as const;
const STOPPERS = ["CHAIRMAN", "OFFICE"] as const;
/** A vice-chairman's token has no portfolio. */
const LEADERS = ["CHAIRMAN"] as const;
const REGISTRARS = ["CHAIRMAN", "VICE_CHAIRMAN", "OFFICE"] as const;

/** A list as a file; each format is made alike. */
function exported(
  list: string,
  outcomes: Outcomes<HandlerOutcome>,
  what?: string,
  query = "",
): Handler[] {
  return [
    {
      file: "app/(desk)/exports/[file]/route.ts",
      method: "GET",
      path: `/exports/${list}.csv${query}`,
      ...(what && { what }),
      by: "session",
      outcomes,
    },
  ];
}

export const HANDLERS: readonly Handler[] = [
  {
    file: "app/api/auth/[...nextauth]/route.ts",
    method: "GET",
    path: "/api/auth/csrf",
    by: "session",
    outcomes: all(200),
  },
  {
    file: "app/api/auth/[...nextauth]/route.ts",
    method: "GET",
    path: "/api/auth/session",
    what: "what else next-auth offers",
    by: "session",
    outcomes: all(404),
  },
  {
    file: "app/api/auth/[...nextauth]/route.ts",
    method: "POST",
    path: "/api/auth/_log",
    what: "what else next-auth offers",
    by: "session",
    outcomes: all(404),
  },
  { file: "app/livez/route.ts", method: "GET", path: "/livez", by: "session", outcomes: all(200) },
  {
    file: "app/readyz/route.ts",
    method: "GET",
    path: "/readyz",
    by: "session",
    outcomes: all(200),
  },
  {
    file: "app/api/calendar/[secret]/route.ts",
    method: "GET",
    path: "/api/calendar/no-such-secret",
    what: "the secret in the address opens a feed, whoever is signed in; this is none",
    by: "session",
    outcomes: all(404),
  },
  {
    file: "app/api/palette/route.ts",
    method: "GET",
    path: "/api/palette?q=kinh",
    what: "each what they may see",
    by: "session",
    outcomes: all(200, { NOBODY: 401 }),
  },
  {
    file: "app/api/files/route.ts",
    method: "POST",
    path: "/api/files",
    what: "an upload, here without a file: 422",
    by: "session",
    headers: { "Sec-Fetch-Site": "same-origin" },
    outcomes: all(422, { OBSERVER: 403, ADMIN: 403, NOBODY: 401 }),
  },
  {
    file: "app/api/files/route.ts",
    method: "POST",
    path: "/api/files?from=another-site",
    what: "an upload that another site's page sends",
    by: "session",
    headers: { "Sec-Fetch-Site": "cross-site" },
    outcomes: all(403, { NOBODY: 401 }),
  },
  {
    file: "app/api/proofreading/route.ts",
    method: "POST",
    path: "/api/proofreading",
    what: "a draft, here an empty one: 422",
    by: "session",
    headers: { "Sec-Fetch-Site": "same-origin" },
    outcomes: all(422, { ADMIN: 403, NOBODY: 401 }),
  },
  {
    file: "app/api/proofreading/route.ts",
    method: "POST",
    path: "/api/proofreading?from=another-site",
    what: "a draft that another site's page sends",
    by: "session",
    headers: { "Sec-Fetch-Site": "cross-site" },
    outcomes: all(403, { NOBODY: 401 }),
  },
  {
    file: "app/api/reconciliation/route.ts",
    method: "POST",
    path: "/api/reconciliation",
    what: "a table of reported figures, here an empty one: 422",
    by: "session",
    headers: { "Sec-Fetch-Site": "same-origin" },
    outcomes: all(403, { OFFICE: 422, NOBODY: 401 }),
  },
  {
    file: "app/api/imports/route.ts",
    method: "POST",
    path: "/api/imports?kind=tasks",
    what: "a spreadsheet of tasks, here an empty one: 422",
    by: "session",
    headers: { "Sec-Fetch-Site": "same-origin" },
    outcomes: all(403, { OFFICE: 422, NOBODY: 401 }),
  },
  {
    file: "app/api/imports/route.ts",
    method: "POST",
    path: "/api/imports?kind=users",
    what: "a spreadsheet of accounts, here an empty one: 422",
    by: "session",
    headers: { "Sec-Fetch-Site": "same-origin" },
    outcomes: all(403, { ADMIN: 422, NOBODY: 401 }),
  },
  {
    file: "app/api/imports/[id]/apply/route.ts",
    method: "POST",
    path: "/api/imports/999999/apply",
    what: "a file that is not there, as one of another's kind",
    by: "session",
    headers: { "Sec-Fetch-Site": "same-origin" },
    outcomes: all(403, { OFFICE: 404, ADMIN: 404, NOBODY: 401 }),
  },
  {
    file: "app/api/imports/[id]/file/route.ts",
    method: "GET",
    path: "/api/imports/999999/file",
    what: "a file that is not there, as one of another's kind",
    by: "session",
    outcomes: all(404, { NOBODY: 401 }),
  },
  {
    file: "app/api/imports/template/route.ts",
    method: "GET",
    path: "/api/imports/template?kind=tasks",
    by: "session",
    outcomes: all(404, { OFFICE: 200, NOBODY: 401 }),
  },
  {
    file: "app/api/files/[id]/route.ts",
    method: "GET",
    path: "/api/files/{ownFile}",
    what: "a file of a task of the own department",
    by: "session",
    outcomes: all(200, { ADMIN: 404, NOBODY: 401 }),
  },
  {
    file: "app/api/files/[id]/route.ts",
    method: "GET",
    path: "/api/files/{foreignFile}",
    what: "a file of a task of another department",
    by: "session",
    outcomes: all(200, { DEPARTMENT_HEAD: 404, OFFICER: 404, ADMIN: 404, NOBODY: 401 }),
  },
  {
    file: "app/api/live/route.ts",
    method: "GET",
    path: "/api/live?tasks={ownTask},{foreignTask}",
    what: "the versions of those tasks that the person may see",
    by: "session",
    outcomes: all(200, { ADMIN: 403, NOBODY: 401 }),
  },
  {
    file: "app/(desk)/scorecard/export/route.ts",
    method: "GET",
    path: "/scorecard/export?span=2025-09",
    what: "each the cards that they may see, as a spreadsheet",
    by: "session",
    outcomes: all(200, { ADMIN: 403, NOBODY: 401 }),
  },
  {
    file: "app/api/v1/openapi.json/route.ts",
    method: "GET",
    path: "/api/v1/openapi.json",
    what: "the interface's own description, without any data",
    by: "session",
    outcomes: all(200),
  },
  ...exported("tasks", all(200, { ADMIN: 403, NOBODY: 401 }), "each the tasks that they may see"),
  ...exported("directives", all(200, { ADMIN: 403, NOBODY: 401 }), "each those that they may see"),
  ...exported(
    "frozen-tasks",
    all(409, { ADMIN: 403, NOBODY: 401 }),
    "a month that is not closed: 409",
    "?month=2026-03",
  ),
  ...exported(
    "indicators",
    all(200, { ADMIN: 403, NOBODY: 401 }),
    "each those that they may read",
    "?month=2025-09",
  ),
  ...exported("targets", all(200, { ADMIN: 403, NOBODY: 401 }), undefined, "?month=2025-09"),
  ...exported(
    "indicator-board",
    all(200, { ...UNTRUSTED, NOBODY: 401 }),
    undefined,
    "?month=2025-09",
  ),
  ...exported(
    "reasons",
    all(403, { OFFICE: 200, DEPARTMENT_HEAD: 200, OFFICER: 200, NOBODY: 401 }),
    "each those that they give reasons for",
    "?month=2025-09",
  ),
  ...exported(
    "recurring",
    all(403, { CHAIRMAN: 200, VICE_CHAIRMAN: 200, OFFICE: 200, NOBODY: 401 }),
    "each those that they plan",
  ),
  ...exported("months", all(200, { OFFICER: 403, ADMIN: 403, NOBODY: 401 })),
  ...exported("accounts", all(403, { ADMIN: 200, NOBODY: 401 })),
  ...exported(
    "decisions",
    all(403, { CHAIRMAN: 200, VICE_CHAIRMAN: 200, NOBODY: 401 }),
    "each what waits for them",
  ),
  ...exported(
    "desk",
    all(403, { DEPARTMENT_HEAD: 200, OFFICER: 200, NOBODY: 401 }),
    "each their own",
  ),
  ...exported("notifications", all(200, { ADMIN: 403, NOBODY: 401 }), "each their own"),
  ...exported("calendar-days", all(403, { OFFICE: 200, ADMIN: 200, NOBODY: 401 })),
  ...exported("week", all(200, { ADMIN: 403, NOBODY: 401 })),
  ...exported(
    "reconciliation",
    all(200, { ...UNTRUSTED, NOBODY: 401 }),
    undefined,
    "?month=2025-09",
  ),
  ...["comparison-figures", "comparison-departments", "comparison-tasks"].flatMap((list) =>
    exported(list, all(200, { OFFICER: 403, ADMIN: 403, NOBODY: 401 })),
  ),
  ...exported(
    "imports",
    all(403, { OFFICE: 200, ADMIN: 200, NOBODY: 401 }),
    "each those of the kinds that they bring in",
  ),
  ...exported(
    "deliveries",
    all(403, { ADMIN: 404, NOBODY: 401 }),
    "a receiver that there is not: 404",
    "?webhook=999999",
  ),
  ...exported("no-such-list", all(404, { NOBODY: 401 })),
  {
    file: "app/api/v1/summary/route.ts",
    method: "GET",
    path: "/api/v1/summary?period=2026-04",
    by: "token",
    outcomes: machine({ ADMIN: 403 }),
  },
  {
    file: "app/api/v1/tasks/route.ts",
    method: "GET",
    path: "/api/v1/tasks?limit=1",
    what: "each its own: none for ADMIN",
    by: "token",
    outcomes: machine(),
  },
  ...(["xlsx", "csv"] as const).map(
    (format): Handler => ({
      file: `app/api/v1/tasks.${format}/route.ts`,
      method: "GET",
      path: `/api/v1/tasks.${format}?level=CENTRAL`,
      what: "each its own",
      by: "token",
      outcomes: machine({ ADMIN: 403 }),
    }),
  ),
  {
    file: "app/api/v1/tasks/[id]/route.ts",
    method: "GET",
    path: "/api/v1/tasks/{ownTask}",
    what: "a task of the token's department",
    by: "token",
    outcomes: machine({ ADMIN: 404 }),
  },
  {
    file: "app/api/v1/tasks/[id]/route.ts",
    method: "GET",
    path: "/api/v1/tasks/{foreignTask}",
    what: "a task of another department",
    by: "token",
    outcomes: machine({ DEPARTMENT_HEAD: 404, OFFICER: 404, ADMIN: 404 }),
  },
  write("/api/v1/tasks", "tasks", { by: [...REGISTRARS, "DEPARTMENT_HEAD"] }),
  {
    file: "app/api/v1/tasks/[id]/route.ts",
    method: "PATCH",
    path: "/api/v1/tasks/{ledTask}",
    what: "without a version",
    by: "token",
    sends: { title: "Đã bị sửa" },
    outcomes: all(403, { CHAIRMAN: 428, OFFICE: 428, ADMIN: 404, NOBODY: 401 }),
  },
  {
    file: "app/api/v1/tasks/[id]/route.ts",
    method: "PATCH",
    path: "/api/v1/tasks/{foreignTask}",
    what: "of another department, without a version",
    by: "token",
    sends: { title: "Đã bị sửa" },
    outcomes: all(403, { CHAIRMAN: 428, OFFICE: 428, NOBODY: 401, ...UNSEEN }),
  },
  ...verb("accept", WORKERS),
  ...verb("refuse", ["OFFICE", "DEPARTMENT_HEAD"]),
  ...verb("hand-over", DEPARTMENT),
  ...verb("progress", WORKERS),
  ...verb("submit", WORKERS),
  ...verb("confirm", LEADERS),
  ...verb("return", LEADERS),
  ...verb("pause", STOPPERS),
  ...verb("resume", STOPPERS),
  ...verb("cancel", STOPPERS),
  ...verb("reopen", LEADERS),
  ...verb("transfer", STOPPERS),
  write("/api/v1/tasks/{ledTask}/extensions", "tasks/[id]/extensions", {
    by: DEPARTMENT,
    refused: { ADMIN: 404 },
  }),
  write("/api/v1/tasks/{foreignTask}/extensions", "tasks/[id]/extensions", {
    by: DEPARTMENT,
    what: "a task of another department",
    refused: UNSEEN,
  }),
  ...(["approve", "reject"] as const).flatMap((decision) => [
    write(`/api/v1/extensions/{ledExtension}/${decision}`, "extensions/[id]/[decision]", {
      by: LEADERS,
      refused: { ADMIN: 404 },
    }),
    write(`/api/v1/extensions/{foreignExtension}/${decision}`, "extensions/[id]/[decision]", {
      by: LEADERS,
      what: "asked for by another department",
      refused: UNSEEN,
    }),
  ]),
  {
    file: "app/api/v1/directives/route.ts",
    method: "GET",
    path: "/api/v1/directives?limit=1",
    what: "each its own: none for ADMIN",
    by: "token",
    outcomes: machine(),
  },
  write("/api/v1/directives", "directives", { by: REGISTRARS }),
  {
    file: "app/api/v1/directives/[id]/route.ts",
    method: "GET",
    path: "/api/v1/directives/{ownDirective}",
    what: "a directive in which the token's department has a task",
    by: "token",
    outcomes: machine({ ADMIN: 404 }),
  },
  {
    file: "app/api/v1/directives/[id]/route.ts",
    method: "GET",
    path: "/api/v1/directives/{foreignDirective}",
    what: "a directive in which it has none",
    by: "token",
    outcomes: machine(UNSEEN),
  },
  ...(["tasks", "directives"] as const).map(
    (kind): Handler => ({
      ...write(`/api/v1/external/ihanoi/${kind}/x-1`, `external/[system]/${kind}/[externalId]`, {
        by: REGISTRARS,
      }),
      method: "PUT",
    }),
  ),
  {
    file: "app/api/v1/imports/route.ts",
    method: "POST",
    path: "/api/v1/imports?kind=tasks",
    what: "a register, without its file",
    by: "token",
    sends: {},
    outcomes: all<HandlerOutcome>(403, { OFFICE: 415, NOBODY: 401 }),
  },
  {
    file: "app/api/v1/imports/route.ts",
    method: "POST",
    path: "/api/v1/imports?kind=users",
    what: "accounts, without their file",
    by: "token",
    sends: {},
    outcomes: all<HandlerOutcome>(403, { ADMIN: 415, NOBODY: 401 }),
  },
  {
    file: "app/api/v1/imports/[id]/undo/route.ts",
    method: "POST",
    path: "/api/v1/imports/999999/undo",
    what: "one that is not there",
    by: "token",
    outcomes: all<HandlerOutcome>(403, { OFFICE: 404, ADMIN: 404, NOBODY: 401 }),
  },
  {
    file: "app/api/v1/indicators/route.ts",
    method: "GET",
    path: "/api/v1/indicators?month=2026-04&limit=1",
    what: "each its own: none for ADMIN",
    by: "token",
    outcomes: machine(),
  },
  {
    ...write(
      "/api/v1/indicators/HS_DAT_DAI_TIEP_NHAN/values/2026-10",
      "indicators/[code]/values/[month]",
      {
        by: ["OFFICE", "DEPARTMENT_HEAD"],
        what: "an indicator of the token's department",
        refused: { ADMIN: 404 },
      },
    ),
    method: "PUT",
  },
  {
    ...write("/api/v1/indicators/LUOT_KCB/values/2026-10", "indicators/[code]/values/[month]", {
      by: ["OFFICE"],
      what: "one of another department",
      refused: { OFFICER: 404, ADMIN: 404 },
    }),
    method: "PUT",
  },
  {
    file: "app/api/v1/periods/route.ts",
    method: "GET",
    path: "/api/v1/periods",
    by: "token",
    outcomes: machine(UNTRUSTED),
  },
  write("/api/v1/periods/2026-03/close", "periods/[month]/[verb]", { by: ["OFFICE"] }),
  write("/api/v1/periods/2026-03/reopen", "periods/[month]/[verb]", { by: STOPPERS }),
  {
    file: "app/api/v1/periods/[month]/adjustments/route.ts",
    method: "GET",
    path: "/api/v1/periods/2026-03/adjustments",
    what: "a month that is not closed: 409",
    by: "token",
    outcomes: all<HandlerOutcome>(409, { ...UNTRUSTED, NOBODY: 401 }),
  },
  ...(["docx", "xlsx"] as const).flatMap((format): Handler[] => [
    {
      file: "app/(desk)/reports/[month]/[file]/route.ts",
      method: "GET",
      path: `/reports/2025-09/report.${format}`,
      what: "a head the own department's report",
      by: "session",
      outcomes: all(200, { OFFICER: 404, ADMIN: 404, NOBODY: 401 }),
    },
    {
      file: "app/(desk)/reports/[month]/[file]/route.ts",
      method: "GET",
      path: `/reports/2025-09/report.${format}?department=BAN_QLDA`,
      what: "the report of a department that the head and officer are not of",
      by: "session",
      outcomes: all(200, { ...UNSEEN, NOBODY: 401 }),
    },
    {
      file: "app/api/v1/reports/[file]/route.ts",
      method: "GET",
      path: `/api/v1/reports/2025-09.${format}`,
      what: "a head's token the own department's report",
      by: "token",
      outcomes: machine({ OFFICER: 404, ADMIN: 404 }),
    },
    {
      file: "app/api/v1/reports/[file]/route.ts",
      method: "GET",
      path: `/api/v1/reports/2025-09.${format}?department=BAN_QLDA`,
      what: "the report of a department that the token is not of",
      by: "token",
      outcomes: machine(UNSEEN),
    },
  ]),
  ...(["GET", "POST", "PUT", "PATCH", "DELETE"] as const).map(
    (method): Handler => ({
      file: "app/api/v1/[...path]/route.ts",
      method,
      path: "/api/v1/nothing-there",
      by: "token",
      outcomes: all(404, { NOBODY: 401 }),
    }),
  ),
];

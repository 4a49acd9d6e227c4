import { ROLES, type Role } from "#lib/users/schema.ts";

/**
 * Who gets what from every page, route handler and server action there is. A new one that is
 * not written down here fails permissions.spec.ts; docs/permissions.md is made from it.
 */
export const NOBODY = "NOBODY";
export const EVERYONE = [...ROLES, NOBODY] as const;
export type Someone = (typeof EVERYONE)[number];

type Outcomes<Outcome> = Record<Someone, Outcome>;

/** The same for everybody but those named. */
function all<Outcome>(outcome: Outcome, but: Partial<Outcomes<Outcome>> = {}): Outcomes<Outcome> {
  const same = EVERYONE.map((someone) => [someone, outcome] as const);
  return { ...(Object.fromEntries(same) as Outcomes<Outcome>), ...but };
}

/**
 * `allowed` 200; `forbidden` 403; `notFound` 404; `signIn` to the sign-in page, which brings
 * back here; `home` on to the own first screen; `account` on to the own account.
 */
export type PageOutcome = "allowed" | "forbidden" | "notFound" | "signIn" | "home" | "account";

/** Things of the register that an address names; `e2e/support/register.ts` finds them. */
export type Example =
  | "ownTask"
  | "ledTask"
  | "foreignTask"
  | "ownDirective"
  | "foreignDirective"
  | "ownFile"
  | "foreignFile"
  | "someAccount";

export type Page = {
  file: string;
  /** The address; `{ownTask}` stands for the id of such a task. */
  path: `/${string}`;
  /** What the address shows, where the file alone does not say it. */
  what?: string;
  outcomes: Outcomes<PageOutcome>;
};

/** What belongs to the desk: an administrator has none. */
const desk = (but: Partial<Outcomes<PageOutcome>> = {}) =>
  all<PageOutcome>("allowed", { ADMIN: "forbidden", NOBODY: "signIn", ...but });

/** What is not their department's is, for a head and an officer, not there. */
const OF_OTHERS = { DEPARTMENT_HEAD: "notFound", OFFICER: "notFound" } as const;

/** Whoever registers directives, and decides what departments ask for. */
const registering = all<PageOutcome>("forbidden", {
  CHAIRMAN: "allowed",
  VICE_CHAIRMAN: "allowed",
  OFFICE: "allowed",
  NOBODY: "signIn",
});

export const PAGES: readonly Page[] = [
  {
    file: "app/(auth)/login/page.tsx",
    path: "/login",
    outcomes: all("home", { NOBODY: "allowed" }),
  },
  {
    file: "app/(auth)/change-password/page.tsx",
    path: "/change-password",
    what: "once the initial password is changed",
    outcomes: all("account", { NOBODY: "signIn" }),
  },
  {
    file: "app/(desk)/account/page.tsx",
    path: "/account",
    outcomes: all("allowed", { NOBODY: "signIn" }),
  },
  {
    file: "app/(desk)/admin/users/page.tsx",
    path: "/admin/users",
    outcomes: all("forbidden", { ADMIN: "allowed", NOBODY: "signIn" }),
  },
  {
    file: "app/(desk)/admin/settings/page.tsx",
    path: "/admin/settings",
    outcomes: all("forbidden", { ADMIN: "allowed", NOBODY: "signIn" }),
  },
  {
    file: "app/(desk)/admin/calendar/page.tsx",
    path: "/admin/calendar",
    outcomes: all("forbidden", { OFFICE: "allowed", ADMIN: "allowed", NOBODY: "signIn" }),
  },
  { file: "app/(desk)/page.tsx", path: "/", outcomes: desk() },
  { file: "app/(desk)/page.tsx", path: "/?period=2026-04", outcomes: desk() },
  { file: "app/(desk)/tasks/page.tsx", path: "/tasks", outcomes: desk() },
  {
    file: "app/(desk)/tasks/[id]/page.tsx",
    path: "/tasks/{ownTask}",
    what: "a task of the own department",
    outcomes: desk(),
  },
  {
    file: "app/(desk)/tasks/[id]/page.tsx",
    path: "/tasks/{foreignTask}",
    what: "a task of another department",
    outcomes: desk(OF_OTHERS),
  },
  {
    file: "app/(desk)/recurring/page.tsx",
    path: "/recurring",
    outcomes: all("forbidden", {
      CHAIRMAN: "allowed",
      VICE_CHAIRMAN: "allowed",
      OFFICE: "allowed",
      NOBODY: "signIn",
    }),
  },
  { file: "app/(desk)/notifications/page.tsx", path: "/notifications", outcomes: desk() },
  {
    file: "app/(desk)/desk/page.tsx",
    path: "/desk",
    outcomes: all("forbidden", {
      DEPARTMENT_HEAD: "allowed",
      OFFICER: "allowed",
      NOBODY: "signIn",
    }),
  },
  { file: "app/(desk)/decisions/page.tsx", path: "/decisions", outcomes: registering },
  { file: "app/(desk)/directives/new/page.tsx", path: "/directives/new", outcomes: registering },
  {
    file: "app/(desk)/directives/[id]/assign/page.tsx",
    path: "/directives/none/assign",
    outcomes: registering,
  },
  { file: "app/(desk)/directives/page.tsx", path: "/directives", outcomes: desk() },
  {
    file: "app/(desk)/directives/[id]/page.tsx",
    path: "/directives/{ownDirective}",
    what: "a directive in which the own department has a task",
    outcomes: desk(),
  },
  {
    file: "app/(desk)/directives/[id]/page.tsx",
    path: "/directives/{foreignDirective}",
    what: "a directive in which it has none",
    outcomes: desk(OF_OTHERS),
  },
  { file: "app/(desk)/week/page.tsx", path: "/week", outcomes: desk() },
  {
    file: "app/(desk)/week/page.tsx",
    path: "/week?week=2026-W47&department=leaders",
    what: "the leaders' calendar",
    outcomes: desk(),
  },
];

/** The status of the answer. */
export type HandlerOutcome = 200 | 400 | 401 | 403 | 404 | 422 | 428;

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
const WORKERS = ["OFFICE", "DEPARTMENT_HEAD", "OFFICER"] as const;
const DEPARTMENT = ["DEPARTMENT_HEAD"] as const;
const STOPPERS = ["CHAIRMAN", "OFFICE"] as const;
/** A vice-chairman's token has no portfolio. */
const LEADERS = ["CHAIRMAN"] as const;
const REGISTRARS = ["CHAIRMAN", "VICE_CHAIRMAN", "OFFICE"] as const;

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

/**
 * `allowed`: it gets as far as its input; `forbidden`, `signedOut`: refused before that.
 * `own`: it does something for the caller's own browser and account only, whoever calls.
 */
export type ActionOutcome = "allowed" | "forbidden" | "signedOut" | "own";

export type Action = {
  file: string;
  name: string;
  /** A page that the action is called from. */
  from: `/${string}`;
  /**
   * What it is called with: a form, alone or after the state before, or just these values.
   * Whoever may call it sends an empty form, which is refused for what it lacks.
   */
  given: "form" | "stateAndForm" | readonly unknown[];
  /** What whoever has no right to it enters into the form: it would work with the right. */
  entered?: Record<string, string>;
  /** Called in sign-in.spec.ts instead: it would end the sessions that other tests work with. */
  calledElsewhere?: boolean;
  outcomes: Outcomes<ActionOutcome>;
};

const byEveryoneSignedIn = all<ActionOutcome>("allowed", { NOBODY: "signedOut" });
const byAdministrators = all<ActionOutcome>("forbidden", { ADMIN: "allowed", NOBODY: "signedOut" });

const ACCOUNT = "app/(desk)/account/actions.ts";
const USERS = "app/(desk)/admin/users/actions.ts";
const administration = (name: string): Action => ({
  file: USERS,
  name,
  from: "/admin/users",
  given: "stateAndForm",
  entered: {
    id: "{someAccount}",
    login: "ke.xam.nhap",
    displayName: "Kẻ xâm nhập",
    role: "ADMIN",
    departmentCode: "",
  },
  outcomes: byAdministrators,
});

const ofWorkingDays = (name: string): Action => ({
  file: "app/(desk)/admin/calendar/actions.ts",
  name,
  from: "/admin/calendar",
  given: "stateAndForm",
  entered: {
    was: "2026-09-02",
    on: "2026-11-23",
    kind: "HOLIDAY",
    name: "Ngày nghỉ của kẻ xâm nhập",
  },
  outcomes: all("forbidden", { OFFICE: "allowed", ADMIN: "allowed", NOBODY: "signedOut" }),
});

const ofCalendarLink = (name: string): Action => ({
  file: ACCOUNT,
  name,
  from: "/account",
  given: [],
  outcomes: all("allowed", { ADMIN: "forbidden", NOBODY: "signedOut" }),
});

const ofWeek = (name: string): Action => ({
  file: "app/(desk)/week/actions.ts",
  name,
  from: "/week",
  given: "stateAndForm",
  entered: {
    calendar: "leaders",
    kind: "MEETING",
    title: "Họp của kẻ xâm nhập",
    on: "20/11/2026",
    id: "1",
    version: "1",
  },
  outcomes: all("forbidden", {
    CHAIRMAN: "allowed",
    VICE_CHAIRMAN: "allowed",
    OFFICE: "allowed",
    DEPARTMENT_HEAD: "allowed",
    NOBODY: "signedOut",
  }),
});

const ofViews = (name: string): Action => ({
  file: "app/(desk)/views/actions.ts",
  name,
  from: "/tasks",
  given: "stateAndForm",
  entered: { list: "tasks", name: "Của kẻ xâm nhập", query: "timeliness=OVERDUE", id: "1" },
  outcomes: all("allowed", { ADMIN: "forbidden", NOBODY: "signedOut" }),
});

const ofRecurrences = (name: string): Action => ({
  file: "app/(desk)/recurring/actions.ts",
  name,
  from: "/recurring",
  given: "stateAndForm",
  entered: {
    id: "1",
    version: "1",
    title: "Việc của kẻ xâm nhập",
    department: "PHONG_KT",
    field: "TBKL",
    frequency: "WEEKLY",
    dueDay: "5",
    leadDays: "7",
    startsOn: "2026-11-20",
  },
  outcomes: all("forbidden", {
    CHAIRMAN: "allowed",
    VICE_CHAIRMAN: "allowed",
    OFFICE: "allowed",
    NOBODY: "signedOut",
  }),
});

const ofNotifications = (name: string, given: Action["given"]): Action => ({
  file: "app/(desk)/notifications/actions.ts",
  name,
  from: "/notifications",
  given,
  outcomes: all("allowed", { ADMIN: "forbidden", NOBODY: "signedOut" }),
});

/** A verb of a task's life, for the roles that have it; whose task it may be, the services' own tests show. */
const ofTask = (name: string, ...roles: Role[]): Action => ({
  file: "app/(desk)/tasks/actions.ts",
  name,
  from: "/tasks",
  given: "stateAndForm",
  entered: { id: "{ownTask}", note: "Lời của kẻ xâm nhập", progress: "1", title: "Việc lạ" },
  outcomes: all<ActionOutcome>("forbidden", {
    ...Object.fromEntries(roles.map((role) => [role, "allowed"])),
    NOBODY: "signedOut",
  }),
});
const registration = (name: string, given: Action["given"]): Action => ({
  ...ofTask(name, "CHAIRMAN", "VICE_CHAIRMAN", "OFFICE"),
  file: "app/(desk)/directives/new/actions.ts",
  from: "/directives/new",
  given,
  entered: { number: "1/KXN", issuedOn: "2026-11-01", issuingBody: "UBND_TP", tasks: "[]" },
});

export const ACTIONS: readonly Action[] = [
  ofTask("acceptTask", "OFFICE", "DEPARTMENT_HEAD", "OFFICER"),
  ofTask("refuseTask", "OFFICE", "DEPARTMENT_HEAD"),
  ofTask("handOverTask", "DEPARTMENT_HEAD"),
  ofTask("reportProgress", "OFFICE", "DEPARTMENT_HEAD", "OFFICER"),
  ofTask("submitTask", "OFFICE", "DEPARTMENT_HEAD", "OFFICER"),
  ofTask("confirmTask", "CHAIRMAN", "VICE_CHAIRMAN", "OFFICE", "DEPARTMENT_HEAD"),
  ofTask("returnTask", "CHAIRMAN", "VICE_CHAIRMAN", "OFFICE", "DEPARTMENT_HEAD"),
  ofTask("pauseTask", "CHAIRMAN", "VICE_CHAIRMAN", "OFFICE", "DEPARTMENT_HEAD"),
  ofTask("resumeTask", "CHAIRMAN", "VICE_CHAIRMAN", "OFFICE", "DEPARTMENT_HEAD"),
  ofTask("cancelTask", "CHAIRMAN", "VICE_CHAIRMAN", "OFFICE", "DEPARTMENT_HEAD"),
  ofTask("reopenTask", "CHAIRMAN", "VICE_CHAIRMAN", "DEPARTMENT_HEAD"),
  ofTask("transferTask", "CHAIRMAN", "VICE_CHAIRMAN", "OFFICE"),
  ofTask("requestExtension", "DEPARTMENT_HEAD"),
  ofTask("approveExtension", "CHAIRMAN", "VICE_CHAIRMAN"),
  ofTask("rejectExtension", "CHAIRMAN", "VICE_CHAIRMAN"),
  ofTask("editTask", "CHAIRMAN", "VICE_CHAIRMAN", "OFFICE", "DEPARTMENT_HEAD"),
  ofTask("addSubTask", "DEPARTMENT_HEAD"),
  ofTask("actOnSeveral", "CHAIRMAN", "VICE_CHAIRMAN", "OFFICE", "DEPARTMENT_HEAD", "OFFICER"),
  registration("registerDirective", "stateAndForm"),
  registration("assignTasks", "stateAndForm"),
  registration("findSameDirective", "form"),
  {
    file: "app/(desk)/tasks/comments/actions.ts",
    name: "addComment",
    from: "/tasks",
    given: "stateAndForm",
    entered: { taskId: "1", text: "Lời của kẻ xâm nhập" },
    outcomes: all("allowed", { OBSERVER: "forbidden", ADMIN: "forbidden", NOBODY: "signedOut" }),
  },
  ofRecurrences("createRecurrence"),
  ofRecurrences("changeRecurrence"),
  ofRecurrences("stopRecurrence"),
  ofNotifications("markRead", [0]),
  ofNotifications("markAllRead", []),
  ofNotifications("chooseKinds", "stateAndForm"),
  {
    file: "app/(auth)/actions.ts",
    name: "chooseLocale",
    from: "/login",
    given: "form",
    outcomes: all("own"),
  },
  {
    file: "app/(auth)/change-password/actions.ts",
    name: "replaceInitialPassword",
    from: "/change-password",
    given: "stateAndForm",
    outcomes: byEveryoneSignedIn,
  },
  {
    file: ACCOUNT,
    name: "changePassword",
    from: "/account",
    given: "stateAndForm",
    outcomes: byEveryoneSignedIn,
  },
  { file: ACCOUNT, name: "saveLocale", from: "/account", given: "form", outcomes: all("own") },
  { file: ACCOUNT, name: "saveColorScheme", from: "/account", given: [""], outcomes: all("own") },
  {
    file: ACCOUNT,
    name: "signOutEverywhere",
    from: "/account",
    given: [],
    calledElsewhere: true,
    outcomes: all("own"),
  },
  { file: ACCOUNT, name: "signOut", from: "/account", given: [], outcomes: all("own") },
  ofCalendarLink("makeCalendarLink"),
  ofCalendarLink("withdrawCalendarLink"),
  administration("createAccount"),
  administration("changeAccount"),
  administration("disableAccount"),
  administration("enableAccount"),
  administration("signOutAccount"),
  administration("resetPassword"),
  {
    file: "app/(desk)/admin/settings/actions.ts",
    name: "changeSettings",
    from: "/admin/settings",
    given: "stateAndForm",
    entered: { communeName: "Xã của kẻ xâm nhập", dueSoonWorkingDays: "30", officeConfirms: "on" },
    outcomes: byAdministrators,
  },
  ofWorkingDays("addCalendarDay"),
  ofWorkingDays("changeCalendarDay"),
  ofWorkingDays("removeCalendarDay"),
  {
    file: "app/(desk)/tasks/actions.ts",
    name: "saveTaskColumns",
    from: "/tasks",
    given: [["no such column"]],
    outcomes: all("allowed", { ADMIN: "forbidden", NOBODY: "signedOut" }),
  },
  ofWeek("createEntry"),
  ofWeek("changeEntry"),
  ofWeek("removeEntry"),
  ofViews("saveView"),
  ofViews("changeView"),
  ofViews("removeView"),
];

/** The role of someone, or null for nobody. */
export function roleOf(someone: Someone): Role | null {
  return someone === NOBODY ? null : someone;
}

import type { Role } from "#lib/users/schema.ts";
import { all, type Outcomes } from "./people.ts";

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
  /** Called in accounts.spec.ts instead: it would end the sessions that other tests work with. */
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

const ofTokens = (name: string): Action => ({
  file: "app/(desk)/admin/tokens/actions.ts",
  name,
  from: "/admin/tokens",
  given: "stateAndForm",
  entered: {
    id: "1",
    name: "ke-xam-nhap",
    role: "CHAIRMAN",
    departmentCode: "",
    rateLimit: "60",
  },
  outcomes: byAdministrators,
});

const ofWebhooks = (name: string): Action => ({
  file: "app/(desk)/admin/webhooks/actions.ts",
  name,
  from: "/admin/webhooks",
  given: "stateAndForm",
  entered: {
    id: "1",
    name: "Nơi nhận của kẻ xâm nhập",
    url: "https://ke-xam-nhap.example/",
    events: "task.changed",
    active: "true",
  },
  outcomes: byAdministrators,
});

const ofImports = (name: string): Action => ({
  file: "app/(desk)/imports/actions.ts",
  name,
  from: "/imports",
  given: "stateAndForm",
  entered: {
    id: "1",
    sheet: "Sheet1",
    headingTo: "1",
    columns: "null",
    field: "",
    words: '[{"catalogue":"field","word":"của kẻ xâm nhập","code":"TBKL"}]',
  },
  outcomes: all("forbidden", { OFFICE: "allowed", ADMIN: "allowed", NOBODY: "signedOut" }),
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

const ofClosing = (name: string, by: Partial<Outcomes<ActionOutcome>>): Action => ({
  file: "app/(desk)/reports/[month]/closing/actions.ts",
  name,
  from: "/reports/2026-04/closing",
  given: "stateAndForm",
  entered: { month: "2026-03", reason: "Lý do của kẻ xâm nhập" },
  outcomes: all("forbidden", { ...by, NOBODY: "signedOut" }),
});

const ofSections = (name: string, by: Partial<Outcomes<ActionOutcome>> = {}): Action => ({
  file: "app/(desk)/reports/[month]/sections/actions.ts",
  name,
  from: "/reports/2026-05/sections",
  given: "stateAndForm",
  entered: {
    month: "2026-05",
    department: "PHONG_KT",
    kind: "RESULTS",
    text: "Bài của kẻ xâm nhập",
    version: "0",
  },
  outcomes: all("forbidden", { OFFICE: "allowed", ...by, NOBODY: "signedOut" }),
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

const ofIndicators = (name: string): Action => ({
  file: "app/(desk)/indicators/catalogue/actions.ts",
  name,
  from: "/indicators/catalogue",
  given: "stateAndForm",
  entered: {
    code: "KE_XAM_NHAP",
    name: "Chỉ số của kẻ xâm nhập",
    unit: "vụ",
    direction: "UP",
    aggregation: "SUM",
    department: "PHONG_KT",
    sector: "DAT_DAI",
    id: "1",
    year: "2026",
    part: "YEAR",
    comparator: "GE",
    value: "1",
  },
  outcomes: all("forbidden", { OFFICE: "allowed", NOBODY: "signedOut" }),
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
  ofTokens("createToken"),
  ofTokens("revokeToken"),
  ofTokens("changeTokenLimit"),
  {
    file: "app/(desk)/admin/settings/actions.ts",
    name: "changeSettings",
    from: "/admin/settings",
    given: "stateAndForm",
    entered: { communeName: "Xã của kẻ xâm nhập", dueSoonWorkingDays: "30", officeConfirms: "on" },
    outcomes: byAdministrators,
  },
  ofWebhooks("createWebhook"),
  ofWebhooks("changeWebhook"),
  ofWebhooks("switchWebhook"),
  ofWebhooks("removeWebhook"),
  ofWebhooks("renewSecret"),
  ofWebhooks("sendTest"),
  ofWebhooks("sendAgain"),
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
  ofClosing("closePeriod", { OFFICE: "allowed" }),
  ofClosing("reopenPeriod", { CHAIRMAN: "allowed", OFFICE: "allowed" }),
  {
    file: "app/(desk)/indicators/sheet/actions.ts",
    name: "enterValues",
    from: "/indicators/sheet",
    given: "stateAndForm",
    entered: {
      month: "2026-10",
      rows: JSON.stringify({
        HS_GPXD: { state: "REPORTED", value: "1", note: "của kẻ xâm nhập", version: 1 },
      }),
    },
    outcomes: all("forbidden", {
      OFFICE: "allowed",
      DEPARTMENT_HEAD: "allowed",
      OFFICER: "allowed",
      NOBODY: "signedOut",
    }),
  },
  ofIndicators("addIndicator"),
  ofIndicators("changeIndicator"),
  ofIndicators("addTarget"),
  ofIndicators("changeTarget"),
  ofIndicators("removeTarget"),
  ofImports("correctReading"),
  ofImports("sayForWholeFile"),
  ofImports("confirmWords"),
  ofImports("undoImport"),
  ofWeek("createEntry"),
  ofWeek("changeEntry"),
  ofWeek("removeEntry"),
  ofViews("saveView"),
  ofViews("changeView"),
  ofViews("removeView"),
  {
    file: "app/(desk)/reports/[month]/reasons/actions.ts",
    name: "enterReasons",
    from: "/reports/2026-05/reasons",
    given: "form",
    entered: { month: "2026-05", entries: '[{"taskId":1,"kind":"STAFF","text":"","version":0}]' },
    outcomes: all("forbidden", {
      OFFICE: "allowed",
      DEPARTMENT_HEAD: "allowed",
      OFFICER: "allowed",
      NOBODY: "signedOut",
    }),
  },
  ofSections("saveSection", { DEPARTMENT_HEAD: "allowed" }),
  ofSections("mergeSections"),
  ofSections("unmergeSections"),
  {
    file: "app/(desk)/reconciliation/actions.ts",
    name: "saveReported",
    from: "/reconciliation?month=2026-04",
    given: "stateAndForm",
    entered: { month: "2026-04", source: "Của kẻ xâm nhập", "figure.overdue.late": "1" },
    outcomes: all("forbidden", { OFFICE: "allowed", NOBODY: "signedOut" }),
  },
];

import { all, type Outcomes } from "./people.ts";

/**
 * `allowed` 200; `forbidden` 403; `notFound` 404; `signIn` to the sign-in page, which brings
 * back here; `home` on to the own first screen; `account` on to the own account.
 */
export type PageOutcome = "allowed" | "forbidden" | "notFound" | "signIn" | "home" | "account";

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

/** Whoever registers directives. */
const registering = all<PageOutcome>("forbidden", {
  CHAIRMAN: "allowed",
  VICE_CHAIRMAN: "allowed",
  OFFICE: "allowed",
  NOBODY: "signIn",
});

/** The Office decides only where that is delegated to it, which it is not here. */
const deciding = { ...registering, OFFICE: "forbidden" } as const;

/** Whoever brings spreadsheets in. */
const importing = all<PageOutcome>("forbidden", {
  OFFICE: "allowed",
  ADMIN: "allowed",
  NOBODY: "signIn",
});

/** What concerns the whole register, to read. */
const overseeing = all<PageOutcome>("forbidden", {
  CHAIRMAN: "allowed",
  VICE_CHAIRMAN: "allowed",
  OFFICE: "allowed",
  OBSERVER: "allowed",
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
    file: "app/(desk)/admin/tokens/page.tsx",
    path: "/admin/tokens",
    outcomes: all("forbidden", { ADMIN: "allowed", NOBODY: "signIn" }),
  },
  {
    file: "app/(desk)/admin/webhooks/page.tsx",
    path: "/admin/webhooks",
    outcomes: all("forbidden", { ADMIN: "allowed", NOBODY: "signIn" }),
  },
  {
    file: "app/(desk)/admin/webhooks/[id]/page.tsx",
    path: "/admin/webhooks/999999",
    what: "of a receiver that is not there",
    outcomes: all("forbidden", { ADMIN: "notFound", NOBODY: "signIn" }),
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
  {
    file: "app/api/docs/page.tsx",
    path: "/api/docs",
    what: "the machine interface's description, without any data",
    outcomes: all("allowed"),
  },
  { file: "app/(desk)/page.tsx", path: "/", outcomes: desk() },
  { file: "app/(desk)/page.tsx", path: "/?period=2026-04", outcomes: desk() },
  {
    file: "app/(desk)/indicators/page.tsx",
    path: "/indicators?month=2025-09",
    outcomes: desk(),
  },
  {
    file: "app/(desk)/indicators/sheet/page.tsx",
    path: "/indicators/sheet?month=2026-10&department=PHONG_KT",
    what: "of the own department",
    outcomes: desk(),
  },
  {
    file: "app/(desk)/indicators/sheet/page.tsx",
    path: "/indicators/sheet?month=2026-10&department=TRAM_YT",
    what: "of another department",
    outcomes: desk(OF_OTHERS),
  },
  {
    file: "app/(desk)/indicators/board/page.tsx",
    path: "/indicators/board?month=2026-10",
    outcomes: desk({ DEPARTMENT_HEAD: "forbidden", OFFICER: "forbidden" }),
  },
  {
    file: "app/(desk)/indicators/catalogue/page.tsx",
    path: "/indicators/catalogue",
    outcomes: all("forbidden", { OFFICE: "allowed", NOBODY: "signIn" }),
  },
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
  { file: "app/(desk)/decisions/page.tsx", path: "/decisions", outcomes: deciding },
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
  {
    file: "app/(desk)/reports/page.tsx",
    path: "/reports",
    outcomes: desk({ OFFICER: "forbidden" }),
  },
  {
    file: "app/(desk)/reports/[month]/closing/page.tsx",
    path: "/reports/2025-09/closing",
    outcomes: overseeing,
  },
  {
    file: "app/(desk)/reports/[month]/adjustments/page.tsx",
    path: "/reports/2025-09/adjustments",
    outcomes: overseeing,
  },
  {
    file: "app/(desk)/reports/[month]/tasks/page.tsx",
    path: "/reports/2025-09/tasks?late=2025-09",
    what: "each the tasks that they see",
    outcomes: desk(),
  },
  {
    file: "app/(desk)/comparison/page.tsx",
    path: "/comparison?from=2025-08&to=2025-09",
    what: "a head sees the figures of all departments, and the tasks of the own",
    outcomes: desk({ OFFICER: "forbidden" }),
  },
  {
    file: "app/(desk)/scorecard/page.tsx",
    path: "/scorecard?span=2025-09",
    what: "each the cards that they may see",
    outcomes: desk(),
  },
  {
    file: "app/(desk)/scorecard/page.tsx",
    path: "/scorecard?span=2025-09&officer=cv.duan",
    what: "an officer of another department",
    outcomes: desk(OF_OTHERS),
  },
  {
    file: "app/(desk)/reports/[month]/reasons/page.tsx",
    path: "/reports/2025-09/reasons",
    what: "each the late tasks that they answer for, an officer those of the department",
    outcomes: all("forbidden", {
      OFFICE: "allowed",
      DEPARTMENT_HEAD: "allowed",
      OFFICER: "allowed",
      NOBODY: "signIn",
    }),
  },
  {
    file: "app/(desk)/reports/[month]/sections/page.tsx",
    path: "/reports/2025-09/sections",
    what: "the Office all departments, a head the own",
    outcomes: all("forbidden", {
      OFFICE: "allowed",
      DEPARTMENT_HEAD: "allowed",
      NOBODY: "signIn",
    }),
  },
  {
    file: "app/(desk)/reports/[month]/sections/page.tsx",
    path: "/reports/2025-09/sections?department=BAN_QLDA",
    what: "the text of another department",
    outcomes: all("forbidden", {
      OFFICE: "allowed",
      DEPARTMENT_HEAD: "notFound",
      NOBODY: "signIn",
    }),
  },
  {
    file: "app/(desk)/reports/[month]/page.tsx",
    path: "/reports/2025-09",
    what: "a head the own department's",
    outcomes: desk({ OFFICER: "forbidden" }),
  },
  {
    file: "app/(desk)/reports/[month]/page.tsx",
    path: "/reports/2025-09?department=BAN_QLDA",
    what: "the report of a department that the head and officer are not of",
    outcomes: desk({ DEPARTMENT_HEAD: "notFound", OFFICER: "forbidden" }),
  },
  { file: "app/(desk)/imports/page.tsx", path: "/imports", outcomes: importing },
  {
    file: "app/(desk)/imports/page.tsx",
    path: "/imports?kind=users",
    what: "accounts are the administrator's to bring in",
    outcomes: { ...importing, OFFICE: "notFound" },
  },
  {
    file: "app/(desk)/imports/[id]/page.tsx",
    path: "/imports/999999",
    what: "of a file that is not there, as of one of another's kind",
    outcomes: { ...importing, OFFICE: "notFound", ADMIN: "notFound" },
  },
  { file: "app/(desk)/proofreading/page.tsx", path: "/proofreading", outcomes: desk() },
  {
    file: "app/(desk)/reconciliation/page.tsx",
    path: "/reconciliation?month=2025-09",
    outcomes: desk({ DEPARTMENT_HEAD: "forbidden", OFFICER: "forbidden" }),
  },
];

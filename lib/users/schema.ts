import { z } from "zod";
import {
  codesSchema,
  emptyText,
  idSchema,
  optionalCode,
  requiredText,
  says,
  TEXT_LIMITS,
} from "#lib/core/entries.ts";
import { LOCALES, type Locale } from "#lib/core/i18n/locales.ts";
import { PASSWORD_LENGTH } from "./rules.ts";

export const ROLES = [
  "CHAIRMAN",
  "VICE_CHAIRMAN",
  "OFFICE",
  "DEPARTMENT_HEAD",
  "OFFICER",
  "OBSERVER",
  "ADMIN",
] as const;
export type Role = (typeof ROLES)[number];

export const COLOR_SCHEMES = ["auto", "light", "dark"] as const;
export type ColorScheme = (typeof COLOR_SCHEMES)[number];

/** Whoever looks or acts, person or machine: all that the policies need to know of them. */
export type Viewer = {
  role: Role;
  /** The department of a head, an officer, or a token made for one. */
  departmentId: number | null;
  /** The departments that a vice-chairman is in charge of. */
  portfolioDepartmentIds: readonly number[];
};

/** Whoever changes something: a person, a machine by its token, or, with neither, the product. */
export type Actor = Viewer & {
  /** The account of a person. */
  id: number | null;
  tokenId?: number;
  /** Position or the machine's name. */
  displayName: string;
};

/** The product itself, where it acts by itself: it makes the tasks that recur. */
export const SYSTEM: Actor = {
  role: "OFFICE",
  departmentId: null,
  portfolioDepartmentIds: [],
  id: null,
  displayName: "",
};

/** Whoever keeps accounts, by the name that stands in the log. */
export type AccountKeeper = Viewer & { login: string };

/** Whoever may start commands on the server: keeps accounts as an administrator does. */
export const OPERATOR: AccountKeeper = {
  role: "ADMIN",
  departmentId: null,
  portfolioDepartmentIds: [],
  login: "command line",
};

/** The signed-in person. */
export type CurrentUser = Viewer & {
  id: number;
  login: string;
  displayName: string;
  departmentCode: string | null;
  locale: Locale;
  colorScheme: ColorScheme;
  mustChangePassword: boolean;
  sessionId: string;
};

const loginTextSchema = z.string().trim().toLowerCase();
/** A name to sign in with, as a new account gets it: 3 to 64 plain letters, digits, `.`, `_`, `-`. */
export const loginSchema = loginTextSchema.regex(
  /^[a-z0-9._-]{3,64}$/,
  says("admin.problems.loginFormat"),
);

/** A password as typed, in NFC: the same letters from another keyboard are the same password. */
const passwordSchema = z
  .string()
  .normalize("NFC")
  .min(1, says("account.password.problems.missing"))
  .max(5 * PASSWORD_LENGTH.max);

export const signInSchema = z.object({
  login: loginTextSchema.pipe(
    z
      .string()
      .min(1)
      .max(64)
      .regex(/^\P{Cc}+$/u),
  ),
  password: passwordSchema,
});

/** A session ends after 12 hours without a request, and in any case after 7 days. */
export const SESSION_HOURS = { idle: 12, absolute: 7 * 24 } as const;

/** Why nobody was signed in, as the sign-in page is told it. */
export const SIGN_IN_PROBLEMS = [
  "REFUSED",
  "DISABLED",
  "THROTTLED",
  "UNAVAILABLE",
  "UNEXPECTED",
] as const;
export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];

export const passwordChangeSchema = z.object({
  current: passwordSchema,
  chosen: passwordSchema,
  repeated: passwordSchema,
});
export type PasswordChange = z.infer<typeof passwordChangeSchema>;

export const preferencesSchema = z.object({
  locale: z.enum(LOCALES).optional(),
  colorScheme: z.enum(COLOR_SCHEMES).optional(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

const displayNameSchema = requiredText(TEXT_LIMITS.note, "admin.problems.displayNameLength").pipe(
  z
    .string()
    .min(2, says("admin.problems.displayNameLength"))
    .max(120, says("admin.problems.displayNameLength")),
);
const roleSchema = z.enum(ROLES, says("admin.problems.roleMissing"));
/** What a vice-chairman's portfolio is called; not given, the portfolio stays as it is. */
const portfolioNameSchema = emptyText(TEXT_LIMITS.note)
  .transform((name) => name ?? "")
  .pipe(z.string().max(120, says("admin.problems.portfolioNameLength")))
  .optional();

export const newAccountSchema = z.object({
  login: loginSchema,
  displayName: displayNameSchema,
  role: roleSchema,
  departmentCode: optionalCode,
  portfolioName: portfolioNameSchema,
  portfolioDepartments: codesSchema.optional(),
});
export type NewAccount = z.infer<typeof newAccountSchema>;

/** The account that an action of the administrator is about. */
export const accountIdSchema = z.object({ id: idSchema });

export const accountChangeSchema = newAccountSchema
  .omit({ login: true })
  .extend(accountIdSchema.shape);
export type AccountChange = z.infer<typeof accountChangeSchema>;

/** What a vice-chairman is in charge of. */
export type Portfolio = { name: string; departmentCodes: readonly string[] };

/** An account in the administrator's list. */
export type Account = {
  id: number;
  login: string;
  displayName: string;
  role: Role;
  departmentCode: string | null;
  departmentShort: string | null;
  /** A vice-chairman's; null when nothing has been given yet. */
  portfolio: Portfolio | null;
  mustChangePassword: boolean;
  disabled: boolean;
  /** When a session was last opened; null when never. */
  lastSignInAt: Date | null;
  /** Sessions that would let someone in now. */
  openSessions: number;
};

/** A place where someone is signed in, as they see it themselves. */
export type OpenSession = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  address: string;
  userAgent: string;
  /** The one that asks. */
  current: boolean;
};

import type { Account, Role } from "./schema.ts";

/** Code points; the longest is what one verification is willing to hash. */
export const PASSWORD_LENGTH = { min: 10, max: 200 } as const;

/** The commonest passwords of at least ten characters, here and elsewhere; compared without case. */
const COMMON_PASSWORDS: ReadonlySet<string> = new Set([
  "0123456789",
  "0987654321",
  "1029384756",
  "1122334455",
  "11223344556677",
  "123123123123",
  "1234512345",
  "12345678910",
  "123456789012",
  "1234567890",
  "1234567891",
  "123456789a",
  "123456789z",
  "123456789abc",
  "1234567890qwe",
  "123qweasdzxc",
  "1q2w3e4r5t",
  "1q2w3e4r5t6y",
  "1qaz2wsx3edc",
  "9876543210",
  "a123456789",
  "aa12345678",
  "aa123456789",
  "abc1234567",
  "abc123456789",
  "abcd123456",
  "abcd1234567",
  "abcdefghij",
  "admin12345",
  "admin123456",
  "administrator",
  "anhyeuem123",
  "anhyeuem12345",
  "batrang123",
  "batrang2025",
  "batrang2026",
  "changeme123",
  "emyeuanh123",
  "football123",
  "giadinh123",
  "hanoi123456",
  "iloveyou123",
  "iloveyou1234",
  "letmein123",
  "matkhau123",
  "matkhau1234",
  "matkhau12345",
  "matkhau123456",
  "p@ssw0rd123",
  "passw0rd123",
  "password01",
  "password10",
  "password12",
  "password123",
  "password123!",
  "password1234",
  "password12345",
  "password@123",
  "princess123",
  "q1w2e3r4t5",
  "qazwsxedcrfv",
  "qwerty1234",
  "qwerty12345",
  "qwerty123456",
  "qwertyuiop",
  "qwertyuiop123",
  "sunshine123",
  "thanhcong123",
  "ubndxa1234",
  "ubndxa123456",
  "vietnam123",
  "vietnam1234",
  "vietnam123456",
  "vietnam@123",
  "welcome123",
  "xinchao123",
  "zxcvbnm123",
  "zxcvbnm12345",
]);

export const PASSWORD_PROBLEMS = ["TOO_SHORT", "TOO_LONG", "IS_LOGIN", "TOO_COMMON"] as const;
export type PasswordProblem = (typeof PASSWORD_PROBLEMS)[number];

/** Why a password (in NFC) may not be chosen for an account, or null when it may. */
export function passwordProblem(password: string, login: string): PasswordProblem | null {
  const characters = [...password];
  if (characters.length < PASSWORD_LENGTH.min) return "TOO_SHORT";
  if (characters.length > PASSWORD_LENGTH.max) return "TOO_LONG";
  const folded = password.toLowerCase();
  if (folded === login.toLowerCase()) return "IS_LOGIN";
  if (COMMON_PASSWORDS.has(folded) || new Set(characters).size < 3) return "TOO_COMMON";
  return null;
}

/** The first screen of someone who has signed in. */
export function homeOf(role: Role): "/" | "/admin/users" {
  return role === "ADMIN" ? "/admin/users" : "/";
}

/**
 * The page to go on to after signing in: a path on this site and nothing else, whatever the
 * address line says; null where there is none worth going to.
 */
export function pathAfterSignIn(next: unknown): string | null {
  const here = "http://here.invalid";
  if (typeof next !== "string" || !next.startsWith("/") || !URL.canParse(next, here)) return null;
  const url = new URL(next, here);
  // Dots are resolved only now: "/x/..//elsewhere" has become "//elsewhere".
  if (url.origin !== here || url.pathname.startsWith("//")) return null;
  if (/^\/(login|api)(\/|$)/.test(url.pathname)) return null;
  const path = url.pathname + url.search;
  return path === "/" ? null : path;
}

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/coc_coc_browser/i, "Cốc Cốc"],
  [/Edg(A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/(Firefox|FxiOS)\//, "Firefox"],
  [/(Chrome|CriOS)\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Windows/, "Windows"],
  [/iPhone|iPad/, "iOS"],
  [/Android/, "Android"],
  [/Macintosh/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

/** The browser and system that a `User-Agent` header names, as people know them; null where it does not. */
export function deviceOf(userAgent: string): { browser: string; system: string } | null {
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  return browser && system ? { browser, system } : null;
}

/** How an account stands, in one word. */
export function accountStateOf(
  account: Pick<Account, "disabled" | "mustChangePassword" | "openSessions">,
): "disabled" | "initial" | "signedIn" | "active" {
  if (account.disabled) return "disabled";
  if (account.mustChangePassword) return "initial";
  return account.openSessions > 0 ? "signedIn" : "active";
}

import { SIGN_IN_PROBLEMS, type SignInProblem } from "#lib/users/schema.ts";

/** Why it did not work, as far as the browser can tell. */
export type Problem = {
  kind: SignInProblem | "COOKIES" | "UNREACHABLE";
  /** How long to wait, when it was tried too often. */
  minutes: number;
};

function problem(kind: Problem["kind"], seconds = 0): Problem {
  return { kind, minutes: Math.ceil(seconds / 60) };
}

/** What next-auth says of a sign-in: an address whose `error` we gave it, or none. */
function problemIn(address: string): Problem | null {
  const answer = new URL(address, window.location.origin).searchParams;
  if (answer.has("csrf")) return problem("COOKIES");
  const [code, seconds] = answer.get("error")?.split(":") ?? [];
  if (code === undefined) return null;
  const known = SIGN_IN_PROBLEMS.find((kind) => kind === code);
  return problem(known ?? "UNEXPECTED", Number(seconds ?? 0));
}

/**
 * Signs in with next-auth, by addresses relative to this page, so that it works under every
 * name that the product is opened by.
 * @returns why not, or null when the browser is signed in
 */
export async function postCredentials(login: string, password: string): Promise<Problem | null> {
  try {
    const { csrfToken } = await (await fetch("/api/auth/csrf", { cache: "no-store" })).json();
    const body = new URLSearchParams({ csrfToken, login, password, json: "true" });
    const answer = await fetch("/api/auth/callback/credentials", { method: "POST", body });
    const { url } = await answer.json();
    return typeof url === "string" ? problemIn(url) : problem("UNEXPECTED");
  } catch {
    return problem("UNREACHABLE");
  }
}

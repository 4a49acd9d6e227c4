import { type APIRequestContext, expect } from "@playwright/test";
import { PASSWORD } from "./people.ts";

/** What the sign-in page itself sends; the cookies stay in the context. @returns where next-auth would go on */
export async function postCredentials(
  request: APIRequestContext,
  login: string,
  password = PASSWORD,
): Promise<{ status: number; url: URL }> {
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const answer = await request.post("/api/auth/callback/credentials", {
    form: { csrfToken, login, password, json: "true" },
  });
  const { url } = await answer.json();
  return { status: answer.status(), url: new URL(url) };
}

/** Signs a context in, which has to work. */
export async function signIn(request: APIRequestContext, login: string, password = PASSWORD) {
  const { status } = await postCredentials(request, login, password);
  expect(status, `signing in as ${login}`).toBe(200);
}

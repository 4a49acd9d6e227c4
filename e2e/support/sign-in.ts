import { type APIRequestContext, expect, type Locator, type Page } from "@playwright/test";
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

/** Fills in the form of the sign-in page and sends it. */
export async function enter(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel("Tên đăng nhập").fill(login);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
}

/** Where the sign-in page says why it let nobody in. */
export function refusal(page: Page): Locator {
  return page.getByRole("alert").filter({ hasText: "Chưa đăng nhập được" });
}

import { expect, test } from "@playwright/test";
import { DEMO_ACCOUNTS } from "#prisma/seed/accounts.ts";
import { LOGINS, PASSWORD } from "./support/people.ts";
import { enter, refusal, signIn } from "./support/sign-in.ts";

const WRONG = "không phải mật khẩu này";

test.describe("signing in", () => {
  test("with a demonstration account takes two presses and leads to the dashboard", async ({
    page,
  }) => {
    await page.goto("/login");
    await expect(page.getByText(PASSWORD)).toBeVisible();
    await page.getByRole("button", { name: "Chủ tịch UBND xã", exact: true }).click();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });

  test("offers every demonstration account on demand", async ({ page }) => {
    await page.goto("/login");
    const account = page.getByRole("button", { name: "Công chức một cửa" });
    await expect(account).toBeHidden();
    await page.getByRole("button", { name: `Xem cả ${DEMO_ACCOUNTS.length} tài khoản` }).click();
    await expect(account).toBeVisible();
  });

  test("brings back to the page that was asked for", async ({ page }) => {
    await page.goto("/tasks?late=2026-04&lateKind=outstanding");
    await expect(page).toHaveURL(/\/login\?next=/);
    await enter(page, LOGINS.OFFICE, PASSWORD);
    await expect(page).toHaveURL("/tasks?late=2026-04&lateKind=outstanding");
  });

  test("goes nowhere else, whatever the address says", async ({ page }) => {
    for (const next of ["//elsewhere.invalid/", "https://elsewhere.invalid/", "/x/..//elsewhere"]) {
      await page.context().clearCookies();
      await page.goto(`/login?next=${encodeURIComponent(next)}`);
      await enter(page, LOGINS.OBSERVER, PASSWORD);
      await expect(page).toHaveURL("/");
    }
  });

  test("leads the administrator to the accounts", async ({ page }) => {
    await page.goto("/");
    await enter(page, LOGINS.ADMIN, PASSWORD);
    await expect(page).toHaveURL("/admin/users");
  });

  test("works under every name that the product is opened by", async ({ page, baseURL }) => {
    const address = new URL(String(baseURL));
    address.hostname = "localhost";
    await page.goto(`${address.origin}/login`);
    await enter(page, LOGINS.OBSERVER, PASSWORD);
    await expect(page).toHaveURL(`${address.origin}/`);
  });

  test("refuses a wrong password and an unknown account in the same words", async ({ page }) => {
    await page.goto("/login");
    const said: (string | null)[] = [];
    for (const login of [LOGINS.OBSERVER, "khong.co.ai"]) {
      await enter(page, login, WRONG);
      await expect(refusal(page)).toBeVisible();
      said.push(await refusal(page).textContent());
      await expect(page.getByLabel("Tên đăng nhập")).toHaveValue(login);
      await expect(page.getByLabel("Mật khẩu", { exact: true })).toBeFocused();
      await page.reload();
    }
    expect(said[0]).toContain("không đúng");
    expect(said[1]).toBe(said[0]);
  });

  test("tells what is missing, at its place", async ({ page }) => {
    await page.goto("/login");
    await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
    await expect(page.getByText("Hãy nhập tên đăng nhập.")).toBeVisible();
    await expect(page.getByText("Hãy nhập mật khẩu.")).toBeVisible();
    await expect(page.getByLabel("Tên đăng nhập")).toBeFocused();
  });

  test("has to wait after five failures, and is told how long", async ({ page }) => {
    await page.goto("/login");
    for (let time = 0; time < 5; time += 1) {
      await enter(page, "doan.mo", `${WRONG} ${time}`);
      await expect(page.getByLabel("Mật khẩu", { exact: true })).toHaveValue("");
    }
    await enter(page, "doan.mo", PASSWORD);
    await expect(refusal(page)).toContainText("Hãy thử lại sau 15 phút");
  });
});

test.describe("a session", () => {
  test("ends with signing out, for whoever kept its cookie too", async ({ page, context }) => {
    await signIn(context.request, LOGINS.OBSERVER);
    const kept = await context.cookies();
    await page.goto("/account");
    await page.getByRole("button", { name: /^Tài khoản: / }).click();
    await page.getByRole("button", { name: "Đăng xuất", exact: true }).click();
    await expect(page).toHaveURL("/login");
    await context.clearCookies();
    await context.addCookies(kept);
    await page.goto("/account");
    await expect(page).toHaveURL(/\/login/);
  });

  test("is named by a cookie that scripts and other sites do not reach", async ({ context }) => {
    await signIn(context.request, LOGINS.OBSERVER);
    const cookie = (await context.cookies()).find(({ name }) => name.includes("session"));
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/", secure: false });
  });

  test("is listed with the connection's address, whatever the client claims", async ({
    browser,
  }) => {
    const context = await browser.newContext({
      extraHTTPHeaders: { "X-Forwarded-For": "203.0.113.77" },
    });
    await signIn(context.request, LOGINS.OBSERVER);
    const page = await context.newPage();
    await page.goto("/account");
    const session = page.getByRole("listitem").filter({ hasText: "Máy này" });
    await expect(session).toContainText("127.0.0.1");
    await context.close();
  });
});

test("the language chosen before signing in is the account's from then on", async ({ browser }) => {
  const login = "ta.congan";
  const here = await browser.newContext();
  const page = await here.newPage();
  await page.goto("/login");
  await page.getByLabel("Tên đăng nhập").fill(login);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(page.getByLabel("User name")).toHaveValue(login);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL("/");
  await here.close();

  const elsewhere = await browser.newContext();
  await signIn(elsewhere.request, login);
  const other = await elsewhere.newPage();
  await other.goto("/account");
  await expect(other.getByRole("heading", { name: "My account" })).toBeVisible();
  await other.getByRole("button", { name: "Tiếng Việt" }).first().click();
  await expect(other.getByRole("heading", { name: "Tài khoản của tôi" })).toBeVisible();
  await elsewhere.close();
});

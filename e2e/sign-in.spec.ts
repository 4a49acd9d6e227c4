import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { DEMO_ACCOUNTS } from "#prisma/seed/accounts.ts";
import { LOGINS, PASSWORD, stateOf } from "./support/people.ts";
import { signIn } from "./support/sign-in.ts";

const WRONG = "không phải mật khẩu này";
const CHOSEN = "lò gốm bên sông Hồng";

/** Fills in the form and sends it. */
async function enter(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel("Tên đăng nhập").fill(login);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
}

const problem = (page: Page) => page.getByRole("alert").filter({ hasText: "Chưa đăng nhập được" });

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
      await expect(problem(page)).toBeVisible();
      said.push(await problem(page).textContent());
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
    await expect(problem(page)).toContainText("Hãy thử lại sau 15 phút");
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
    const sessions = page.getByRole("region", { name: "Nơi đang đăng nhập" });
    await expect(sessions.getByText("Máy này")).toBeVisible();
    await expect(sessions).toContainText("127.0.0.1");
    await expect(sessions).not.toContainText("203.0.113.77");
    await context.close();
  });
});

/** Everything about an account that is made for it, from its making to its end. */
test.describe
  .serial("an account", () => {
    const login = "can.bo.moi";
    let admin: Page;
    let context: BrowserContext;
    let page: Page;
    let initialPassword = "";

    test.beforeAll(async ({ browser }) => {
      admin = await (await browser.newContext({ storageState: stateOf("ADMIN") })).newPage();
      context = await browser.newContext();
      page = await context.newPage();
    });

    test.afterAll(async () => {
      await admin.context().close();
      await context.close();
    });

    /** Opens the account in the administrator's list. */
    async function openAccount(): Promise<void> {
      await admin.goto("/admin/users");
      await admin.getByLabel("Tìm tài khoản").fill(login);
      await admin.getByRole("button", { name: "Cán bộ mới" }).click();
    }

    /** Presses a button of the account and confirms it. */
    async function confirm(name: string): Promise<void> {
      await admin.getByRole("button", { name }).click();
      await admin.getByRole("button", { name }).click();
    }

    test("is made with an initial password that is shown once", async () => {
      await admin.goto("/admin/users");
      await admin.getByRole("button", { name: "Thêm tài khoản" }).click();
      const form = admin.getByRole("dialog");
      await form.getByLabel("Tên đăng nhập").fill("Tên Sai");
      await form.getByLabel("Chức vụ").fill("Cán bộ mới");
      await form.getByRole("button", { name: "Tạo tài khoản" }).click();
      await expect(form.getByLabel("Tên đăng nhập")).toHaveAttribute("aria-invalid", "true");
      await expect(form.getByLabel("Chức vụ")).toHaveValue("Cán bộ mới");
      await form.getByLabel("Tên đăng nhập").fill(login);
      await form.getByLabel("Vai trò").selectOption("OBSERVER");
      await form.getByRole("button", { name: "Tạo tài khoản" }).click();
      const shown = form.locator("output");
      await expect(shown).toHaveText(/^\w{4}(-\w{4}){3}$/);
      initialPassword = (await shown.textContent()) ?? "";
      await form.getByRole("button", { name: "Đã ghi lại, đóng" }).click();
      await expect(form).toBeHidden();
    });

    test("has to change that password before anything else", async () => {
      await page.goto("/login?next=/account");
      await enter(page, login, initialPassword);
      await expect(page).toHaveURL("/change-password");
      for (const path of ["/", "/account", "/tasks"]) {
        await page.goto(path);
        await expect(page).toHaveURL("/change-password");
      }
      await page.getByLabel("Mật khẩu đang dùng").fill(initialPassword);
      await page.getByLabel("Mật khẩu mới", { exact: true }).fill("ngắn quá");
      await page.getByLabel("Nhập lại mật khẩu mới").fill("ngắn quá");
      await page.getByRole("button", { name: "Đặt mật khẩu và tiếp tục" }).click();
      await expect(page.getByText("Mật khẩu phải có ít nhất 10 ký tự.")).toBeVisible();
      await page.getByLabel("Mật khẩu đang dùng").fill(initialPassword);
      await page.getByLabel("Mật khẩu mới", { exact: true }).fill(CHOSEN);
      await page.getByLabel("Nhập lại mật khẩu mới").fill(CHOSEN);
      await page.getByRole("button", { name: "Đặt mật khẩu và tiếp tục" }).click();
      await expect(page).toHaveURL("/");
    });

    test("loses what it may no longer do with its next request", async () => {
      await openAccount();
      const form = admin.getByRole("dialog");
      await form.getByLabel("Vai trò").selectOption("ADMIN");
      await form.getByRole("button", { name: "Lưu thay đổi" }).click();
      await expect(form.getByText("Đã lưu thay đổi.")).toBeVisible();
      expect((await page.goto("/"))?.status()).toBe(403);
      expect((await page.goto("/admin/users"))?.status()).toBe(200);
      await form.getByLabel("Vai trò").selectOption("OFFICER");
      await form.getByRole("button", { name: "Lưu thay đổi" }).click();
      await expect(form.getByText("Vai trò này phải thuộc một đơn vị.")).toBeVisible();
      await form.getByLabel("Đơn vị").selectOption({ label: "Trạm Y tế" });
      await form.getByRole("button", { name: "Lưu thay đổi" }).click();
      await expect(form.getByText("Đã lưu thay đổi.")).toBeVisible();
      expect((await page.goto("/admin/users"))?.status()).toBe(403);
    });

    test("signs out everywhere by itself", async ({ browser }) => {
      const other = await browser.newContext();
      await signIn(other.request, login, CHOSEN);
      await page.goto("/account");
      await page.getByRole("button", { name: "Đăng xuất khỏi mọi thiết bị" }).click();
      await page.getByRole("button", { name: "Đăng xuất khỏi mọi thiết bị" }).click();
      await expect(page).toHaveURL("/login");
      const answer = await other.request.get("/account", { maxRedirects: 0 });
      expect(answer.status()).toBe(307);
      await other.close();
    });

    test("is signed out by its next request once it is disabled, and told so", async () => {
      await signIn(context.request, login, CHOSEN);
      await page.goto("/account");
      await openAccount();
      await confirm("Khóa tài khoản");
      await expect(admin.getByText("Tài khoản đang bị khóa.")).toBeVisible();
      await page.reload();
      await expect(page).toHaveURL(/\/login/);
      await enter(page, login, CHOSEN);
      await expect(problem(page)).toContainText("đang bị khóa");
      await confirm("Mở khóa tài khoản");
      await expect(
        admin.getByRole("button", { name: "Khóa tài khoản", exact: true }),
      ).toBeVisible();
      await enter(page, login, CHOSEN);
      await expect(page).toHaveURL("/account");
    });

    test("gets a new initial password, which ends the old one", async () => {
      await openAccount();
      await confirm("Cấp lại mật khẩu");
      const shown = admin.getByRole("dialog").locator("output");
      await expect(shown).toHaveText(/^\w{4}(-\w{4}){3}$/);
      expect(await shown.textContent()).not.toBe(initialPassword);
      await page.reload();
      await expect(page).toHaveURL(/\/login/);
      await enter(page, login, CHOSEN);
      await expect(problem(page)).toContainText("không đúng");
      await enter(page, login, (await shown.textContent()) ?? "");
      await expect(page).toHaveURL("/change-password");
    });
  });

test("the last administrator keeps the role and the account", async ({ browser }) => {
  const context = await browser.newContext({ storageState: stateOf("ADMIN") });
  const page = await context.newPage();
  await page.goto("/admin/users");
  await page.getByLabel("Tìm tài khoản").fill(LOGINS.ADMIN);
  await page.getByRole("button", { name: "Quản trị hệ thống" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Vai trò").selectOption("OBSERVER");
  await form.getByRole("button", { name: "Lưu thay đổi" }).click();
  await expect(form.getByRole("alert")).toContainText("tài khoản quản trị cuối cùng");
  await form.getByRole("button", { name: "Khóa tài khoản" }).click();
  await form.getByRole("button", { name: "Khóa tài khoản" }).click();
  await expect(form.getByRole("alert")).toHaveCount(2);
  expect((await page.reload())?.status()).toBe(200);
  await context.close();
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

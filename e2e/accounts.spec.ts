import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { LOGINS, stateOf } from "./support/people.ts";
import { enter, refusal, signIn } from "./support/sign-in.ts";

const CHOSEN = "lò gốm bên sông Hồng";

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

    test("changes its own password, which ends the other sessions", async ({ browser }) => {
      const other = await browser.newContext();
      await signIn(other.request, login, CHOSEN);
      await page.goto("/account");
      await page.getByLabel("Mật khẩu đang dùng").fill(CHOSEN);
      await page.getByLabel("Mật khẩu mới", { exact: true }).fill(`${CHOSEN} 2`);
      await page.getByLabel("Nhập lại mật khẩu mới").fill(`${CHOSEN} 2`);
      await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
      await expect(page.getByText("Đã đổi mật khẩu.")).toBeVisible();
      await expect(page.getByLabel("Mật khẩu đang dùng")).toHaveValue("");
      expect((await other.request.get("/account", { maxRedirects: 0 })).status()).toBe(307);
      expect((await page.reload())?.status()).toBe(200);
      await page.getByLabel("Mật khẩu đang dùng").fill(`${CHOSEN} 2`);
      await page.getByLabel("Mật khẩu mới", { exact: true }).fill(CHOSEN);
      await page.getByLabel("Nhập lại mật khẩu mới").fill(CHOSEN);
      await page.keyboard.press("Enter");
      await expect(page.getByText("Đã đổi mật khẩu.")).toBeVisible();
      await other.close();
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
      await expect(refusal(page)).toContainText("đang bị khóa");
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
      await expect(refusal(page)).toContainText("không đúng");
      await enter(page, login, (await shown.textContent()) ?? "");
      await expect(page).toHaveURL("/change-password");
    });

    // Not beside the others: one of them makes a second administrator for a moment.
    test("the last administrator keeps the role and the account", async ({ browser }) => {
      const context = await browser.newContext({ storageState: stateOf("ADMIN") });
      const page = await context.newPage();
      await page.goto("/admin/users");
      await page.getByLabel("Tìm tài khoản").fill(LOGINS.ADMIN);
      await page.getByRole("button", { name: "Quản trị hệ thống", exact: true }).click();
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
  });

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { stateOf } from "./support/people.ts";
import { signIn } from "./support/sign-in.ts";
import { expect, test } from "./support/test.ts";

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`),
  ).toEqual([]);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test("the sign-in page has no violation, with and without a refusal", async ({ page }) => {
      await page.goto("/login");
      await expectNoViolations(page);
      await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
      await page.getByRole("button", { name: /^Xem cả/ }).click();
      await expectNoViolations(page);
    });

    test("the change of an initial password has none", async ({ page }) => {
      await signIn(page.request, "cv.moi");
      await page.goto("/change-password");
      await expectNoViolations(page);
    });

    test("the own account has none", async ({ browser }) => {
      const context = await browser.newContext({
        colorScheme,
        storageState: stateOf("VICE_CHAIRMAN"),
      });
      const page = await context.newPage();
      await page.goto("/account");
      await page.getByRole("button", { name: "Đăng xuất khỏi mọi thiết bị" }).click();
      await expectNoViolations(page);
      await context.close();
    });

    test("the accounts have none, with one of them open", async ({ browser }) => {
      const context = await browser.newContext({ colorScheme, storageState: stateOf("ADMIN") });
      const page = await context.newPage();
      await page.goto("/admin/users");
      await expectNoViolations(page);
      await page.getByRole("button", { name: "Chuyên viên xây dựng" }).click();
      await page.getByRole("button", { name: "Cấp lại mật khẩu" }).click();
      await expectNoViolations(page);
      await context.close();
    });
  });
}

import type { Page } from "@playwright/test";
import { expectNoSidewaysScrolling, expectNoViolations } from "./support/checks.ts";
import { expect, test } from "./support/test.ts";

const total = (page: Page) => page.getByTestId("list-total");
const titles = (page: Page) => page.locator("[data-row-link]");

test.describe("the list of directives", () => {
  test.use({ role: "CHAIRMAN" });

  test("is filtered, searched and sorted by its address", async ({ page }) => {
    await page.goto("/directives");
    const all = Number(await total(page).getAttribute("data-total"));
    await page.getByRole("button", { name: "Bộ lọc" }).click();
    await page.getByLabel("Cấp ban hành").selectOption({ label: "Thành phố" });
    await page.getByRole("textbox", { name: "Ban hành từ ngày" }).fill("1/4/2026");
    await page.getByRole("button", { name: "Áp dụng bộ lọc" }).click();
    await expect(page).toHaveURL("/directives?level=CITY&from=2026-04-01");
    expect(Number(await total(page).getAttribute("data-total"))).toBeLessThan(all);
    await expect(page.getByText("cấp Thành phố")).toBeVisible();

    const overdue = page.getByRole("columnheader", { name: "Quá hạn" });
    await overdue.getByRole("link").click();
    await expect(overdue).toHaveAttribute("aria-sort", "ascending");
    await overdue.getByRole("link").click();
    await expect(page).toHaveURL("/directives?level=CITY&from=2026-04-01&sort=-overdue");
    await expect(page.locator("main tbody tr").first()).toContainText("quá hạn");
    await expectNoViolations(page);

    await page.goto("/directives?q=dat dai");
    await expect(titles(page).first()).toContainText(/đất đai/i);
  });

  test("says what is wrong with an address", async ({ page }) => {
    for (const [address, said] of [
      ["/directives?body=KHONG_CO", "Không có mã “KHONG_CO” ở mục “body”"],
      ["/directives?from=2026-02-30", "“2026-02-30” ở mục “from”"],
      ["/directives?page=9999", "ở mục “page”"],
      ["/directives/999999", "Không có trang này"],
      ["/directives/x", "Không có trang này"],
    ] as const) {
      const answer = await page.goto(address);
      expect(answer?.status(), address).toBe(404);
      await expect(page.getByRole("main")).toContainText(said);
    }
  });
});

test.describe("a directive", () => {
  test.use({ role: "CHAIRMAN" });

  test("has its tasks, whose counts open to just these", async ({ page }) => {
    await page.goto("/directives?sort=-tasks");
    await titles(page).first().click();
    const progress = page.getByRole("region", { name: "Kết quả thực hiện" });
    const figure = progress.getByRole("link", { name: /^Đã hoàn thành: / });
    const name = (await figure.textContent()) ?? "";
    const count = /(\d+)$/.exec(name)?.[1] ?? "";
    await expectNoViolations(page);
    await figure.click();
    await expect(total(page)).toHaveAttribute("data-total", count);
    await page.goBack();

    const tasks = page.getByRole("region", { name: "Nhiệm vụ của văn bản" });
    await tasks.getByRole("columnheader", { name: "Hạn" }).getByRole("link").click();
    await expect(page).toHaveURL(/\/directives\/\d+\?sort=dueOn$/);
    await tasks.locator("[data-row-link]").first().click();
    await expect(page).toHaveURL(/\/tasks\/\d+$/);
  });

  test("fits a phone", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const address of ["/directives", "/directives/1"]) {
      await page.goto(address);
      await expectNoSidewaysScrolling(page);
    }
  });
});

test.describe("for a department", () => {
  test.use({ role: "DEPARTMENT_HEAD" });

  test("only its own tasks count and show", async ({ page }) => {
    await page.goto("/directives?sort=-tasks");
    await expect(page.getByText("Số nhiệm vụ chỉ tính")).toBeVisible();
    await titles(page).first().click();
    await page.getByRole("link", { name: "Xem trong danh sách nhiệm vụ" }).click();
    await expect(page).toHaveURL(/\/tasks\?directive=\d+$/);
    await expect(page.getByText(/^văn bản /)).toBeVisible();
  });
});

import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expectNoViolations } from "./support/checks.ts";
import { expect, test } from "./support/test.ts";

test.describe("a list as a file", () => {
  test.use({ role: "DEPARTMENT_HEAD" });

  test("has all pages of what the screen shows, by keyboard alone", async ({ page }) => {
    await page.goto("/tasks?late=2026-04&lateKind=outstanding");
    const total = await page.getByTestId("list-total").getAttribute("data-total");
    const menu = page.locator("summary", { hasText: "Tải về" });
    await menu.focus();
    await page.keyboard.press("Enter");
    await expectNoViolations(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("link", { name: "Tệp CSV" })).toBeHidden();
    await page.keyboard.press("Enter");
    const saved = page.waitForEvent("download");
    await page.getByRole("link", { name: "Tệp CSV" }).press("Enter");
    const file = await saved;
    expect(file.suggestedFilename()).toMatch(/^nhiem-vu-\d{4}-\d{2}-\d{2}\.csv$/);
    const rows: string[][] = parse(readFileSync(await file.path()), { bom: true });
    expect(rows).toHaveLength(Number(total) + 1);

    const first = await page.getByRole("row").nth(1).getByRole("link").first().textContent();
    expect(rows[1]?.[1]).toBe(first);
  });
});

test.describe("what waits for a leader as a file", () => {
  test.use({ role: "CHAIRMAN" });

  test("has a row for each task that the screen asks about", async ({ page }) => {
    await page.goto("/decisions");
    const shown = await page.locator('main a[href^="/tasks/"]').count();
    await page.locator("summary", { hasText: "Tải về" }).click();
    const saved = page.waitForEvent("download");
    await page.getByRole("link", { name: "Tệp CSV" }).click();
    const rows: string[][] = parse(readFileSync(await (await saved).path()), { bom: true });
    expect(rows).toHaveLength(shown + 1);
  });
});

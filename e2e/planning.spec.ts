import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { expectNoSidewaysScrolling, expectNoViolations } from "./support/checks.ts";
import { expect, test } from "./support/test.ts";

/** A text that no other run has entered. */
const own = (text: string) => `${text} ${randomUUID().slice(0, 8)}`;

test.describe("saved filters", () => {
  test.use({ role: "DEPARTMENT_HEAD" });

  test("are kept by keyboard alone, opened again and thrown away", async ({ page }) => {
    const name = own("Quá hạn");
    await page.goto("/tasks?timeliness=OVERDUE&page=2");
    const menu = page.locator("summary", { hasText: "Bộ lọc đã lưu" });
    await menu.press("Enter");
    await page.getByLabel("Tên bộ lọc").fill(name);
    await page.getByLabel("Tên bộ lọc").press("Enter");
    await expect(page.getByRole("link", { name })).toBeVisible();
    await expectNoViolations(page);

    await page.goto("/tasks");
    await menu.press("Enter");
    await page.getByRole("link", { name }).press("Enter");
    await expect(page).toHaveURL("/tasks?timeliness=OVERDUE");
    await menu.press("Enter");
    await page.getByRole("button", { name: `Sửa bộ lọc ${name}` }).press("Enter");
    await page.getByRole("button", { name: "Xóa bộ lọc" }).press("Enter");
    await expect(page.getByRole("link", { name })).toHaveCount(0);
  });
});

/** Presses Ctrl+K until the page has come to life and listens to it. */
async function openPalette(page: Page): Promise<Locator> {
  const palette = page.getByRole("dialog", { name: "Tìm nhanh" });
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(palette).toBeVisible({ timeout: 1000 });
  }).toPass();
  return palette;
}

test.describe("the palette", () => {
  test.use({ role: "DEPARTMENT_HEAD" });

  test("is opened by Ctrl+K and goes to what it finds without accents", async ({ page }) => {
    await page.goto("/");
    const palette = await openPalette(page);
    await expect(palette.getByRole("button", { name: "Việc của tôi" })).toBeVisible();
    await expect(palette.getByText("Tạo văn bản và nhiệm vụ")).toHaveCount(0);
    await page.keyboard.type("dat dai");
    await expect(palette.getByRole("button", { name: /đất đai/i }).first()).toBeVisible();
    await expectNoViolations(page);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/tasks\/\d+$/);
    await expect(palette).toHaveCount(0);
  });

  test("opens what Enter meant, even when it was pressed before the answer", async ({ page }) => {
    await page.goto("/");
    await openPalette(page);
    await page.keyboard.type("lich cong tac");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/week");
  });

  test("says when the search fails", async ({ page }) => {
    await page.goto("/");
    await page.route("**/api/palette**", (route) => route.abort());
    const palette = await openPalette(page);
    await expect(palette.getByRole("alert")).toHaveText(/Chưa tìm được/);
  });
});

test.describe("the weekly calendar", () => {
  test.use({ role: "OFFICE" });
  const WEEK = "/week?week=2026-W53&department=leaders";

  test("takes an entry, tells the second of two what the first left, and gives it up", async ({
    page,
    context,
  }) => {
    const title = own("Giao ban");
    await page.goto(WEEK);
    await page.getByRole("button", { name: "Thêm lịch ngày 31/12/2026" }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel("Nội dung").fill(title);
    await form.getByLabel("Bắt đầu").fill("14h30");
    await form.getByLabel("Kết thúc").fill("9h");
    await form.getByLabel("Kết thúc").press("Control+Enter");
    await expect(form.getByText("Giờ kết thúc phải sau giờ bắt đầu.")).toBeVisible();
    await form.getByLabel("Kết thúc").fill("16h");
    await form.getByLabel("Kết thúc").press("Control+Enter");
    await expect(form).toHaveCount(0);
    const row = page.getByRole("row", { name: /Thứ Năm\s*31\/12/ });
    await expect(row.getByRole("cell").nth(1)).toContainText("14:30–16:00");
    await expectNoViolations(page);

    const second = await context.newPage();
    await second.goto(WEEK);
    await second.getByRole("button", { name: title }).click();
    await page.getByRole("button", { name: title }).click();
    await form.getByLabel("Địa điểm").fill("Phòng họp số 2");
    await form.getByLabel("Địa điểm").press("Control+Enter");
    await expect(form).toHaveCount(0);

    const late = second.getByRole("dialog");
    await late.getByLabel("Thành phần").fill("Trưởng các phòng");
    await late.getByLabel("Thành phần").press("Control+Enter");
    await expect(late.getByRole("alert")).toContainText("Người khác vừa sửa mục này");
    await expect(late.getByText(/Phòng họp số 2/)).toBeVisible();
    await expect(late.getByLabel("Thành phần")).toHaveValue("Trưởng các phòng");
    await late.getByRole("button", { name: "Xóa khỏi lịch" }).click();
    await late.getByRole("button", { name: "Xóa hẳn khỏi lịch" }).click();
    await expect(second.getByRole("button", { name: title })).toHaveCount(0);
  });

  test("is one landscape page of A4 on paper", async ({ page }) => {
    await page.goto("/week?week=2026-W47&department=leaders");
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect([Number(width), Number(height)].map(Math.round)).toEqual([842, 595]);
  });

  test("is a list by day on a phone", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/week");
    await expectNoSidewaysScrolling(page);
    await expectNoViolations(page);
  });
});

test.describe("the feed of deadlines", () => {
  test.use({ role: "OFFICER" });

  test("is opened by its secret alone, and no longer once that is withdrawn", async ({
    page,
    playwright,
  }) => {
    await page.goto("/account");
    await page.getByRole("button", { name: /^Tạo đường dẫn/ }).click();
    const address = await page.getByLabel("Đường dẫn lịch").inputValue();
    const stranger = await playwright.request.newContext();
    const answer = await stranger.get(address);
    expect(answer.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
    expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*SUMMARY:Hạn: /);
    await page.getByRole("button", { name: "Thu hồi đường dẫn" }).click();
    await expect(page.getByText("Đã thu hồi đường dẫn.")).toBeVisible();
    expect((await stranger.get(address)).status()).toBe(404);
    await stranger.dispose();
  });
});

import { expectNoSidewaysScrolling, expectNoViolations } from "./support/checks.ts";
import { expect, test } from "./support/test.ts";

/* A receiver of events is kept on screen; what is sent and when, the services' tests show. */

test.use({ role: "ADMIN" });

test("a receiver is added, tried, read about on a phone and removed", async ({ page }) => {
  test.slow();
  await page.goto("/admin/webhooks");
  const sheet = page.getByRole("dialog", { name: "Thêm nơi nhận" });
  await expect(async () => {
    await page.getByRole("button", { name: "Thêm nơi nhận" }).click();
    await expect(sheet).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await sheet.getByLabel("Tên hệ thống nhận").fill("Hệ thống thử");
  await sheet.getByLabel("Địa chỉ nhận").fill("http://169.254.169.254/latest");
  await sheet.getByRole("button", { name: "Thêm và lấy khóa" }).click();
  await expect(sheet.getByText("Địa chỉ này thuộc mạng nội bộ")).toBeVisible();
  // A name is looked at when it is sent to.
  await sheet.getByLabel("Địa chỉ nhận").fill("http://localhost:9/hook");
  await sheet.getByLabel("Chốt số liệu tháng").check();
  await sheet.getByRole("button", { name: "Thêm và lấy khóa" }).click();
  await expect(sheet.getByText(/^whsec_/)).toBeVisible();
  await expectNoViolations(page);
  await sheet.getByRole("button", { name: "Đã ghi lại, đóng" }).click();

  await page.getByRole("link", { name: "Hệ thống thử" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hệ thống thử");
  await expect(page.getByText(/whsec_/)).toHaveCount(0);
  await page.getByRole("button", { name: "Gửi thử" }).click();
  await expect(page.getByRole("status").filter({ hasText: "thuộc mạng nội bộ" })).toBeVisible();
  const delivery = page.getByRole("region", { name: "Các lần gửi" }).locator("summary").first();
  await expect(delivery).toContainText("Đã bỏ");
  await delivery.click();
  await expect(page.getByText('"event":"webhook.test"')).toBeVisible();
  await expectNoViolations(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScrolling(page);

  await page.getByRole("button", { name: "Xóa nơi nhận" }).click();
  await expect(page.getByText("Không khôi phục được")).toBeVisible();
  await page.getByRole("button", { name: "Xóa nơi nhận" }).click();
  await expect(page).toHaveURL("/admin/webhooks");
  await expect(page.getByText("Chưa có nơi nhận nào")).toBeVisible();
});

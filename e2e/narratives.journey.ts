import { database } from "#lib/core/db.ts";
import { expectNoSidewaysScrolling, expectNoViolations } from "./support/checks.ts";
import { expect, test } from "./support/test.ts";

/* Why tasks were late and what the report says of it, for a month that nobody has written about. */

test.describe.configure({ mode: "serial" });
test.afterAll(() => database().$disconnect());

const MONTH = "2026-05";
const PHONE = { width: 390, height: 844 };

test.describe("a head", () => {
  test.use({ role: "DEPARTMENT_HEAD" });

  test("says by keyboard why tasks were late, then for several at once", async ({ page }) => {
    await page.goto(`/reports/${MONTH}/reasons?show=missing`);
    const rows = page.getByRole("list", { name: "Nhiệm vụ chậm muộn" }).getByRole("listitem");
    const kind = (row: number) => rows.nth(row).getByRole("combobox");
    // Until the page listens.
    await expect(async () => {
      await kind(0).selectOption("LAND");
      await rows.nth(0).getByRole("textbox").fill("Chờ xác nhận nguồn gốc đất");
      await rows.nth(0).getByRole("textbox").press("Enter");
      await expect(kind(1)).toBeFocused({ timeout: 1500 });
    }).toPass();
    await expect(rows.nth(0)).toContainText("Đã lưu");

    await page
      .getByRole("checkbox", { name: /^Chọn NV-/ })
      .nth(1)
      .check();
    await page
      .getByRole("checkbox", { name: /^Chọn NV-/ })
      .nth(4)
      .click({ modifiers: ["Shift"] });
    await page.getByLabel("Nguyên nhân chung").selectOption("STAFF");
    await page.getByRole("button", { name: "Áp dụng cho các dòng đã chọn" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Đã lưu 4 dòng" })).toBeVisible();

    await page.goto(`/reports/${MONTH}/reasons?show=given`);
    await expect(rows).toHaveCount(5);
    await expectNoViolations(page);
    await rows.nth(0).getByRole("link").click();
    await expect(page.getByRole("region", { name: "Nguyên nhân chậm muộn" })).toContainText(
      "Chờ xác nhận nguồn gốc đất",
    );

    await page.setViewportSize(PHONE);
    await page.goto(`/reports/2026-06/reasons`);
    await rows
      .nth(0)
      .getByRole("button", { name: /Lấy lại nguyên nhân tháng trước/ })
      .waitFor();
    await expectNoSidewaysScrolling(page);
  });

  test("writes a section with a figure in it, which a closed tab does not lose", async ({
    page,
  }) => {
    await page.goto(`/reports/${MONTH}/sections`);
    const results = page.getByLabel("Nội dung mục Kết quả thực hiện");
    await expect(async () => {
      await results.fill("Phòng chậm ");
      await page
        .getByRole("button", { name: /^Chèn Chậm muộn \(/ })
        .first()
        .click();
      await expect(results).toHaveValue("Phòng chậm {{DON_VI.CHAM_MUON}}", { timeout: 1500 });
    }).toPass();
    await page.reload();
    await expect(results).toHaveValue("Phòng chậm {{DON_VI.CHAM_MUON}}");
    const preview = page.getByRole("region", { name: "Trong báo cáo" }).first();
    await expect(preview).toHaveText(/Phòng chậm \d+$/);
    await results.press("Control+Enter");
    await expect(page.getByRole("status").filter({ hasText: "Đã lưu" })).toBeVisible();
    await expectNoViolations(page);
  });
});

test.describe("the Office", () => {
  test.use({ role: "OFFICE" });

  test("merges what was written, and takes that back", async ({ page }) => {
    await page.goto(`/reports/${MONTH}/sections`);
    await page.getByRole("link", { name: "Bản gộp của Văn phòng" }).click();
    await page.getByRole("button", { name: "Gộp bài của các đơn vị" }).click();
    const merged = page.getByLabel("Nội dung mục Kết quả thực hiện");
    await expect(merged).toHaveValue("Phòng Kinh tế:\nPhòng chậm {{PHONG_KT.CHAM_MUON}}");
    const undo = page.getByRole("button", { name: "Bỏ bản gộp" });
    await undo.click();
    await undo.click();
    await expect(page.getByRole("button", { name: "Gộp bài của các đơn vị" })).toBeVisible();
  });
});

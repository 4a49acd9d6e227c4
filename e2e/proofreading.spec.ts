import { strToU8, zipSync } from "fflate";
import { expectNoSidewaysScrolling, expectNoViolations } from "./support/checks.ts";
import { expect, test } from "./support/test.ts";

const DRAFT = `Đã hoàn thành 138/142 nhiệm vụ, đạt 97,1%.
Tổng số nhiệm vụ chậm muộn là 195 nhiệm vụ (96 nhiệm vụ kỳ trước chuyển qua; 99 nhiệm vụ phát sinh trong tháng), cụ thể:
- Thông báo kết luận: 84 nhiệm vụ (kỳ trước 45, phát sinh 39);
- Phần mềm quản lý văn bản: 44 nhiệm vụ (kỳ trước 16, phát sinh 28);
- Phần mềm giao nhiệm vụ: 39 nhiệm vụ (kỳ trước 4, phát sinh 35);
- Đơn thư: 11 vụ việc kỳ trước;
- Kết luận thanh tra: 17 nội dung kỳ trước.`;

const docx = zipSync({
  "word/document.xml": strToU8(
    `<w:document><w:body><w:p><w:r><w:t>Đạt 29/29 = 10%.</w:t></w:r></w:p></w:body></w:document>`,
  ),
});

test.describe("a draft", () => {
  test.use({ role: "OFFICER" });

  test("is marked where its figures are wrong, and stays when a file is refused", async ({
    page,
  }) => {
    await page.goto("/proofreading");
    const field = page.getByLabel("Nội dung dự thảo");
    const button = page.getByRole("button", { name: "Soát số liệu" });
    // The page has come to life once an empty form is answered.
    await expect(async () => {
      await button.click();
      await expect(page.getByText(/^Dán nội dung hoặc chọn/)).toBeVisible({ timeout: 1000 });
    }).toPass();
    await field.fill(DRAFT);
    await field.press("Control+Enter");
    await expect(page.getByRole("heading", { name: /3 số liệu cần sửa/ })).toBeFocused();
    const draft = page.getByRole("region", { name: "Dự thảo" });
    await expect(draft.locator("mark")).toHaveText([/97,1%.*97,2%/, /96.*93/, /99.*102/]);
    await page.keyboard.press("n");
    await page.keyboard.press("n");
    await expect(draft.locator("mark").nth(1)).toBeFocused();
    await expect(
      page.getByText("45 + 16 + 4 + 11 + 17 = 93, nhưng dòng tổng ghi 96"),
    ).toBeVisible();
    await expectNoViolations(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScrolling(page);

    const file = page.locator("input[type=file]");
    await file.setInputFiles({ name: "a.docx", mimeType: "", buffer: Buffer.from("%PDF-1.7") });
    await button.click();
    await expect(page.getByText("Đây là tệp PDF")).toBeVisible();
    await page.getByRole("button", { name: "Bỏ tệp" }).click();
    await expect(field).toHaveValue(DRAFT);

    await file.setInputFiles({ name: "b.docx", mimeType: "", buffer: Buffer.from(docx) });
    await button.click();
    await expect(draft.locator("mark")).toHaveText([/10%.*100%/]);
  });
});

test.describe("the reported figures of April 2026", () => {
  test.use({ role: "OBSERVER" });

  test("are the first thing that does not add up", async ({ page }) => {
    await page.goto("/reconciliation?month=2026-04");
    await expect(
      page.getByText("Số báo cáo 96 + 99 = 195, nhưng các dòng lĩnh vực cộng lại 93 + 102."),
    ).toBeVisible();
    await expect(page.getByRole("cell", { name: /^96.*hệ thống 93.*lệch \+3/ })).toBeVisible();
    await expect(page.getByRole("button", { name: "Nhập số báo cáo" })).toHaveCount(0);
    await expectNoViolations(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScrolling(page);
  });
});

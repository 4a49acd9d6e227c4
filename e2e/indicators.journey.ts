import type { Locator, Page } from "@playwright/test";
import { expectNoSidewaysScrolling, expectNoViolations } from "./support/checks.ts";
import { stateOf } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

/* A department's month is entered; it changes the register. */

const SHEET = "/indicators/sheet?month=2026-11&department=PHONG_KT";
const PHONE = { width: 390, height: 844 };

const cell = (page: Page, indicator: string, column = "Số liệu hoặc tử số"): Locator =>
  page.getByLabel(`${indicator}, ${column}`, { exact: true });

/** Opens the sheet and waits until it listens. */
async function opened(page: Page): Promise<void> {
  await page.goto(SHEET);
  await expect(async () => {
    await cell(page, "Cơ sở giết mổ được kiểm tra").focus();
    await page.keyboard.press("Enter");
    await expect(cell(page, "Cơ sở giết mổ vi phạm bị lập hồ sơ xử phạt")).toBeFocused({
      timeout: 500,
    });
  }).toPass();
}

/** Pastes what was copied from a spreadsheet into the cell that has the focus. */
async function pasteInto(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", copied);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

test.describe("a department's sheet", () => {
  test.use({ role: "DEPARTMENT_HEAD" });

  test("is typed, pasted, kept, checked and saved; of two people the second is told", async ({
    page,
    browser,
    baseURL,
  }) => {
    test.slow();
    await opened(page);
    await cell(page, "Cơ sở giết mổ được kiểm tra").focus();
    await page.keyboard.type("9");
    await page.keyboard.press("Enter");
    await page.keyboard.type("-");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.type("15.78");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Dấu chấm chỉ phân cách hàng nghìn.")).toBeVisible();
    await cell(page, "Hồ sơ đất đai tiếp nhận").focus();
    await pasteInto(page, "1090\n80\n30\n80\t110\n");
    await expect(page.getByText("72,7 %")).toBeVisible();
    await expectNoViolations(page);

    await page.reload();
    await expect(page.getByText("Đã mở lại 7 dòng chưa lưu.")).toBeVisible();
    await cell(page, "Tiền xử phạt lĩnh vực thú y").fill("15");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText("Khác thường: các tháng trước")).toBeVisible();
    await cell(page, "Hồ sơ đất đai tiếp nhận", "Ghi chú").fill("Nhận bàn giao hồ sơ cũ");

    const office = await browser.newContext({
      baseURL: String(baseURL),
      storageState: stateOf("OFFICE"),
      locale: "vi-VN",
    });
    const second = await office.newPage();
    await opened(second);
    await cell(second, "Cơ sở giết mổ được kiểm tra").fill("8");
    await second.keyboard.press("Control+Enter");
    await expect(second.getByText("Đã lưu 1 dòng.")).toBeVisible();

    await page.keyboard.press("Control+Enter");
    await expect(page.getByText(/Hiện đang ghi: 8 \(/)).toBeVisible();
    await expect(cell(page, "Cơ sở giết mổ được kiểm tra")).toHaveValue("9");
    await page.getByRole("button", { name: "Lưu 7 dòng đã sửa" }).click();
    await expect(page.getByText("Đã lưu 7 dòng.")).toBeVisible();

    await second.goto("/indicators/board?month=2026-11");
    const row = second.getByRole("row", { name: /Phòng Kinh tế/ });
    await expect(row).toContainText("Còn thiếu");
    await expect(row.getByRole("cell").first()).toHaveText("6");
    await expectNoViolations(second);
    await office.close();
  });
});

test.describe("the Office", () => {
  test.use({ role: "OFFICE" });

  test("gives an indicator a target, which its page measures", async ({ page }) => {
    await page.goto("/indicators/catalogue");
    const form = page.getByRole("dialog", { name: "Thêm chỉ tiêu" });
    await expect(async () => {
      await page.getByRole("button", { name: "Thêm chỉ tiêu" }).click();
      await expect(form).toBeVisible({ timeout: 1500 });
    }).toPass();
    await form.getByLabel("Chỉ tiêu", { exact: true }).fill("Hồ sơ đất đai trong năm");
    await form.getByLabel("Chỉ số đo").selectOption({ label: "Hồ sơ đất đai đã giải quyết" });
    await form.getByLabel("Mức").fill("12.5");
    await page.keyboard.press("Control+Enter");
    await expect(form.getByText("Dấu chấm chỉ phân cách hàng nghìn.")).toBeVisible();
    await expectNoViolations(page);
    await form.getByLabel("Mức").fill("1.200");
    await page.keyboard.press("Control+Enter");
    await expect(form).toBeHidden();
    await page.goto("/indicators?month=2026-10&withTarget=1");
    await expect(page.getByText(/theo thời gian cần 83,3/)).toBeVisible();
  });
});

test.describe("on a phone", () => {
  test.use({ role: "OFFICE", viewport: PHONE });

  for (const address of [SHEET, "/indicators/board", "/indicators/catalogue"]) {
    test(`nothing scrolls sideways at ${address}`, async ({ page }) => {
      await page.goto(address);
      await expectNoSidewaysScrolling(page);
    });
  }
});

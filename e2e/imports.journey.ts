import { randomUUID } from "node:crypto";
import { expectNoSidewaysScrolling, expectNoViolations } from "./support/checks.ts";
import { expect, test } from "./support/test.ts";

/* A register is brought in from a spreadsheet and taken back; it changes the register. */

const mark = randomUUID().slice(0, 8);
const FIRST = `Rà soát lò gốm ${mark}`;
const SECOND = `Thu gom rác bến sông ${mark}`;
const BODY = `Ban quản lý chợ ${mark}`;

/** A register without a field, with a department that nobody knows and perhaps a day that is none. */
const register = (secondDay: string) => ({
  name: "so-theo-doi.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    [
      "\uFEFFSỔ THEO DÕI NHIỆM VỤ",
      "",
      "STT;Nội dung nhiệm vụ;Đơn vị chủ trì;Ghi thêm;Hạn hoàn thành",
      `1;${FIRST};Phòng Kinh tế;Biên bản ${mark};31/12/2026`,
      `2;${SECOND};${BODY};;${secondDay}`,
      "",
    ].join("\r\n"),
  ),
});

test.use({ role: "OFFICE" });

test("a register with errors is mended, written with its tasks found, and taken back", async ({
  page,
}) => {
  test.slow();
  await page.goto("/imports");
  await expectNoViolations(page);
  const choose = page.locator("input[type=file]");
  // Until the page listens.
  await expect(async () => {
    await choose.setInputFiles(register("hôm nào đó"));
    await expect(page).toHaveURL(/\/imports\/\d+/, { timeout: 5000 });
  }).toPass();
  await expect(page.getByText("2 dòng: 0 mới, 0 thay đổi, 0 không đổi, 2 lỗi")).toBeVisible();
  await expectNoViolations(page);

  const field = page.getByLabel("Lĩnh vực theo dõi", { exact: true });
  await expect(async () => {
    await field.selectOption("TBKL_UBND");
    await page.getByRole("button", { name: "Dùng cho cả tệp" }).click();
    await expect(page.getByText("1 mới, 0 thay đổi, 0 không đổi, 1 lỗi")).toBeVisible({
      timeout: 5000,
    });
  }).toPass();

  await page.getByLabel(`“${BODY}” là đơn vị`).selectOption("PHONG_KT");
  await page.getByRole("button", { name: "Xác nhận 1 cách viết" }).click();
  await expect(page.getByText(`“${BODY}”`)).toHaveCount(0);
  await expect(page.getByText("Không đọc được hạn “hôm nào đó”")).toBeVisible();

  await page.getByText("Cách đọc tệp").click();
  await page.getByLabel("Cột D: Ghi thêm").selectOption("deliverable");
  await page.getByRole("button", { name: "Đọc lại tệp" }).click();
  await expect(page.getByText(/nhận ra 4\/5 cột/)).toBeVisible();

  const before = page.url();
  await choose.setInputFiles(register("15/12/2026"));
  await expect(page).not.toHaveURL(before);
  await expect(page.getByText("2 dòng: 2 mới, 0 thay đổi, 0 không đổi, 0 lỗi")).toBeVisible();
  const write = page.getByRole("button", { name: "Ghi vào sổ (2 mới)" });
  await write.click();
  await write.click();
  await expect(page.getByText(/Đã ghi vào sổ lúc .*: 2 mới, 0 thay đổi/)).toBeVisible();
  const file = page.url();

  await page.getByRole("listitem").filter({ hasText: FIRST }).getByRole("link").click();
  await expect(page.getByRole("heading", { name: FIRST })).toBeVisible();
  await expect(page.getByText(`Biên bản ${mark}`)).toBeVisible();
  await page.getByRole("link", { name: "nhập từ tệp so-theo-doi.csv" }).first().click();
  await expect(page).toHaveURL(file);

  const undo = page.getByRole("button", { name: "Hoàn tác cả tệp" });
  await expect(async () => {
    if (await undo.isVisible()) await undo.click({ timeout: 1500 });
    await expect(page.getByText(/Đã hoàn tác lúc/)).toBeVisible({ timeout: 1500 });
  }).toPass();
  await page.goto(`/tasks?q=${mark}`);
  await expect(page.getByText("Không có nhiệm vụ nào")).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(file);
  await expectNoSidewaysScrolling(page);
});

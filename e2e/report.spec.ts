import mammoth from "mammoth";
import { expectNoSidewaysScrolling, expectNoViolations } from "./support/checks.ts";
import { expect, test } from "./support/test.ts";

test.describe("the month's report", () => {
  test.use({ role: "CHAIRMAN" });

  test("opens to its tasks, prints on A4, and says the same as Word", async ({ page }) => {
    await page.goto("/reports/2026-04");
    const paper = page.getByRole("article", { name: "Bản xem trước báo cáo" });
    const sentence = paper.getByText(/^Trong tháng 04\/2026 có/);
    const words = await sentence.textContent();
    expect(words).toContain("có 195 nhiệm vụ chậm muộn, gồm 93 nhiệm vụ kỳ trước chuyển qua");

    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 (\d+)[\d.]* (\d+)/g)].map(
      ([, width, height]) => `${width} × ${height}`,
    );
    expect(new Set(boxes)).toEqual(new Set(["594 × 841", "841 × 594"]));

    const address = await page.getByRole("link", { name: "Tải Word" }).getAttribute("href");
    const file = await page.request.get(address ?? "");
    expect(file.headers()["content-disposition"]).toContain("bao-cao-2026-04.docx");
    const word = await mammoth.extractRawText({ buffer: await file.body() });
    expect(word.value.split("\n\n")).toContain(words);

    await sentence.getByRole("link", { name: "167" }).click();
    await expect(page).toHaveURL(/\/tasks\?late=2026-04&lateKind=outstanding$/);
    await expect(page.getByText("167 nhiệm vụ").first()).toBeVisible();

    // A small department's: as good an example of the page, and sooner read through.
    await page.goto("/reports/2026-04?department=TRAM_YT");
    await expectNoViolations(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScrolling(page);
  });
});

test.describe("a department's month", () => {
  test.use({ role: "DEPARTMENT_HEAD" });

  test("is what its head reads, in the department's name", async ({ page }) => {
    await page.goto("/reports/2026-04");
    await expect(page.getByText("UBND XÃ BÁT TRÀNG")).toBeVisible();
    await expect(page.getByText("TRƯỞNG PHÒNG", { exact: true })).toBeVisible();
    await expect(page.getByLabel("Báo cáo của")).toHaveCount(0);
    const later = await page.goto("/reports/2027-01");
    expect(later?.status()).toBe(404);
    await expect(page.getByText(/2027/).first()).toBeVisible();
  });
});

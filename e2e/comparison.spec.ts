import { readXlsx } from "hucre/xlsx";
import { expectNoSidewaysScrolling, expectNoViolations } from "./support/checks.ts";
import { expect, test } from "./support/test.ts";

test.describe("two days side by side", () => {
  test.use({ role: "CHAIRMAN" });

  test("add up, open to their tasks, and fit on one page of A4", async ({ page }) => {
    await page.goto("/comparison?from=2026-03&to=2026-04");
    const balance = page.getByRole("region", { name: "Cân đối" });
    await expect(balance).toContainText(
      /93 còn quá hạn 31\/03\/2026.*102 thành chậm.*28 đã xử lý.*167 còn quá hạn 30\/04\/2026.*khớp/,
    );
    const row = page.getByRole("row", { name: /^P\. Kinh tế/ });
    await row.getByRole("link").nth(1).click();
    await expect(page).toHaveURL(/#becameLate-PHONG_KT$/);
    const count = Number(await row.getByRole("link").nth(1).textContent());
    await expect(page.locator("#becameLate-PHONG_KT tr")).toHaveCount(count);

    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
    // This week: as good an example of the page, and sooner read through.
    await page.goto("/comparison");
    await expectNoViolations(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScrolling(page);
  });
});

test.describe("scorecards", () => {
  test.use({ role: "DEPARTMENT_HEAD" });

  test("open to what each task cost, and leave as a spreadsheet that says the same", async ({
    page,
  }) => {
    await page.goto("/scorecard?span=2026-10");
    const result = page
      .getByRole("row", { name: /^P\. Kinh tế/ })
      .getByRole("cell")
      .last();
    const shown = await result.textContent();
    await expectNoViolations(page);
    await page.getByRole("link", { name: "P. Kinh tế" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Phòng Kinh tế");
    await expect(page.getByRole("definition").last()).toContainText(`= ${shown}`);
    await expect(
      page.getByText(/^lỡ 1 hạn \(\d\d\/\d\d\/2026\): −0,25 ở c$/).first(),
    ).toBeVisible();
    await expectNoViolations(page);

    const address = await page.getByRole("link", { name: "Tải Excel" }).getAttribute("href");
    const file = await page.request.get(address ?? "");
    const [summary, lines] = (await readXlsx(await file.body())).sheets;
    const row = summary?.rows.find((cells) => cells[0] === "Đơn vị");
    expect(Number(row?.[8]).toFixed(1).replace(".", ",")).toBe(shown);
    expect(lines?.rows.filter((cells) => cells[0] === "Phòng Kinh tế")).toHaveLength(
      Number(row?.[3]),
    );
  });
});

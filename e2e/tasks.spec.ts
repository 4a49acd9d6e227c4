import type { Page } from "@playwright/test";
import { expectNoSidewaysScrolling, expectNoViolations } from "./support/checks.ts";
import { OWN_DEPARTMENT } from "./support/people.ts";
import { signIn } from "./support/sign-in.ts";
import { expect, test } from "./support/test.ts";

const APRIL = "/tasks?late=2026-04";
const OUTSTANDING = `${APRIL}&lateKind=outstanding`;

const total = (page: Page) => page.getByTestId("list-total");
const rows = (page: Page) => page.locator("main tbody tr");
/** The links that open the rows. */
const titles = (page: Page) => page.locator("[data-row-link]");
const beside = (page: Page) => page.getByRole("complementary", { name: /^Nhiệm vụ NV-/ });

test.describe("the list of tasks", () => {
  test.use({ role: "OFFICE" });

  test("says in words what it shows; one click removes a condition", async ({ page }) => {
    await page.goto(`${OUTSTANDING}&department=${OWN_DEPARTMENT}`);
    const conditions = page.getByRole("list", { name: "Điều kiện đang dùng" });
    await expect(conditions.getByRole("listitem")).toHaveText([
      "còn quá hạn",
      "Phòng Kinh tế",
      "tháng 04/2026",
    ]);
    const before = Number(await total(page).getAttribute("data-total"));

    await page.getByRole("link", { name: "Bỏ điều kiện: Phòng Kinh tế" }).click();
    await expect(total(page)).toHaveAttribute("data-total", "167");
    await expect(page).toHaveURL(OUTSTANDING);
    expect(before).toBeLessThan(167);
    await page.getByRole("link", { name: "Bỏ điều kiện: còn quá hạn" }).click();
    await expect(total(page)).toHaveText("195 nhiệm vụ");
    await page.goBack();
    await expect(total(page)).toHaveText("167 nhiệm vụ");
  });

  test("is searched without accents, from its own field and from everywhere", async ({ page }) => {
    await page.goto("/tasks");
    await page.getByRole("searchbox", { name: "Tìm trong danh sách" }).fill("quy hoach");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/tasks?q=quy%20hoach");
    await expect(titles(page).first()).toContainText(/quy hoạch/i);

    await page.getByRole("searchbox", { name: "Tìm nhiệm vụ" }).fill("DAT DAI");
    await page.keyboard.press("Enter");
    await expect(page.getByText("có “DAT DAI”")).toBeVisible();
    await expect(titles(page).first()).toContainText(/đất đai/i);
  });

  test("is filtered by the panel, with days typed the short way", async ({ page }) => {
    await page.goto("/tasks?size=50");
    await page.getByRole("button", { name: "Bộ lọc" }).click();
    await page.getByLabel("Đơn vị chủ trì").selectOption({ label: "Phòng Kinh tế" });
    await page.getByLabel("Hoàn thành chậm").check();
    await page.getByRole("textbox", { name: "Giao từ ngày" }).fill("31/2/2026");
    await page.getByRole("textbox", { name: "Giao đến ngày" }).fill("30/4/2026");
    await expect(page.getByText("Không có ngày này")).toBeVisible();
    await page.getByRole("textbox", { name: "Giao từ ngày" }).fill("1/1/2026");
    await page.getByRole("button", { name: "Áp dụng bộ lọc" }).click();
    await expect(page).toHaveURL(
      "/tasks?department=PHONG_KT&timeliness=LATE&assignedFrom=2026-01-01&assignedTo=2026-04-30&size=50",
    );
    await expect(rows(page).first()).toContainText("xong chậm");
    await expect(page.getByRole("button", { name: "Bộ lọc" })).toContainText("4");
  });

  test("is sorted by its headings and turned over by page links", async ({ page }) => {
    await page.goto("/tasks");
    const heading = page.getByRole("columnheader", { name: "Nội dung" });
    await heading.getByRole("link").click();
    await expect(heading).toHaveAttribute("aria-sort", "ascending");
    await expect(titles(page).first()).toHaveText(/^[AĂÂB]/);
    await heading.getByRole("link").click();
    await expect(heading).toHaveAttribute("aria-sort", "descending");
    const first = await titles(page).first().textContent();
    await page.getByRole("link", { name: "Trang 2", exact: true }).click();
    await expect(page).toHaveURL("/tasks?sort=-title&page=2");
    await expect(titles(page).first()).not.toHaveText(first ?? "");
    await page.getByRole("link", { name: "100 dòng mỗi trang" }).click();
    await expect(rows(page)).toHaveCount(100);
  });

  test("keeps its head in sight while it scrolls", async ({ page }) => {
    await page.goto("/tasks?size=50");
    await rows(page).nth(40).scrollIntoViewIfNeeded();
    await expect(page.getByRole("columnheader", { name: "Nội dung" })).toBeInViewport();
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ role: "OFFICE", colorScheme });

    test("the list has no violation: with its panel open, with a task beside it, empty", async ({
      page,
    }) => {
      await page.goto(OUTSTANDING);
      await page.getByRole("button", { name: "Bộ lọc" }).click();
      await expectNoViolations(page);
      await titles(page).first().click();
      await expect(beside(page)).toBeVisible();
      await expectNoViolations(page);
      await page.goto("/tasks?q=khôngcógìnhưvậy");
      await expect(page.getByText("Hãy bỏ bớt điều kiện")).toBeVisible();
      await expectNoViolations(page);
    });
  });
}

test.describe("a task beside the list", () => {
  test.use({ role: "CHAIRMAN" });

  test("opens by keyboard, closes by Escape, and the back button retraces it", async ({ page }) => {
    await page.goto(OUTSTANDING);
    await titles(page).first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await expect(titles(page).nth(1)).toBeFocused();
    const second = await titles(page).nth(1).textContent();
    await page.keyboard.press("Enter");
    await expect(beside(page).getByRole("heading", { name: second ?? "" })).toBeVisible();
    await expect(page).toHaveURL(/lateKind=outstanding&task=\d+$/);
    await expect(titles(page).nth(1)).toBeFocused();
    await expect(titles(page).nth(1)).toHaveAttribute("aria-current", "true");

    await page.keyboard.press("ArrowDown");
    const third = await titles(page).nth(2).textContent();
    await page.keyboard.press("Enter");
    await expect(beside(page).getByRole("heading", { name: third ?? "" })).toBeVisible();
    await expectNoViolations(page);
    await page.goBack();
    await expect(beside(page).getByRole("heading", { name: second ?? "" })).toBeVisible();
    await page.goBack();
    await expect(beside(page)).toHaveCount(0);
    await expect(page).toHaveURL(OUTSTANDING);
    await page.goForward();
    await expect(beside(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(beside(page)).toHaveCount(0);
    await expect(page).toHaveURL(OUTSTANDING);
  });

  test("stays when the page is loaded anew, and has a page of its own", async ({ page }) => {
    await page.goto(OUTSTANDING);
    await titles(page).first().click();
    await expect(beside(page)).toBeVisible();
    await page.reload();
    await expect(beside(page)).toBeVisible();
    await beside(page).getByRole("link", { name: "Mở trang riêng" }).click();
    await expect(page).toHaveURL(/\/tasks\/\d+$/);
    await expect(page.getByRole("region", { name: "Lịch sử" })).toContainText("Giao nhiệm vụ");
  });
});

test.describe("on a phone", () => {
  test.use({ role: "DEPARTMENT_HEAD", viewport: { width: 390, height: 844 } });

  test("rows are cards, a task is a page, nothing scrolls sideways", async ({ page }) => {
    await page.goto("/tasks?timeliness=OVERDUE");
    await expectNoSidewaysScrolling(page);
    await expect(rows(page).first()).toContainText("chậm");
    await expectNoViolations(page);
    await titles(page).first().click();
    await expect(page).toHaveURL(/\/tasks\/\d+$/);
    await expect(page.getByRole("region", { name: "Thời hạn và chậm muộn" })).toBeVisible();
    await expectNoSidewaysScrolling(page);
    await page.goBack();
    await expect(page).toHaveURL("/tasks?timeliness=OVERDUE");
  });
});

test.describe("a task's page", () => {
  test.use({ role: "OBSERVER" });

  test("tells how an extended task came to be late, in a picture and in words", async ({
    page,
  }) => {
    await page.goto("/tasks?late=2026-03&lateKind=resolved&endedBy=EXTENDED");
    const href = await titles(page).first().getAttribute("href");
    await page.goto(href ?? "");
    const deadlines = page.getByRole("region", { name: "Thời hạn và chậm muộn" });
    await expect(deadlines.getByRole("img", { name: /^Đường thời gian từ/ })).toBeVisible();
    await expect(deadlines.getByText(/^Quá hạn từ .* \(được gia hạn\), /).first()).toBeVisible();
    await expect(deadlines.getByText(/^Đã duyệt ngày/).first()).toBeVisible();
    const history = page.getByRole("region", { name: "Lịch sử" });
    await expect(history).toContainText("Duyệt gia hạn");
    await expect(history).toContainText(/Hạn: từ \d\d\/\d\d\/\d{4} sang \d\d\/\d\d\/\d{4}/);
    await expect(page.getByRole("region", { name: "6 rõ" })).toBeVisible();
    await expectNoViolations(page);
  });

  test("opens by the task's code too", async ({ page }) => {
    await page.goto(APRIL);
    const code = await rows(page).first().getByRole("cell").first().textContent();
    const title = await titles(page).first().textContent();
    await page.goto(`/tasks/${code}`);
    await expect(page.getByRole("heading", { level: 1, name: title ?? "" })).toBeVisible();
  });
});

test.describe("a wrong address", () => {
  test.use({ role: "OFFICE" });

  // In one page: a new one for each would load everything anew.
  test("says what is wrong with it", async ({ page }) => {
    test.slow();
    for (const [address, said] of [
      ["/tasks?late=2026-13", "“2026-13” ở mục “late”"],
      ["/tasks?dueFrom=2026-02-30", "“2026-02-30” ở mục “dueFrom”"],
      ["/tasks?department=KHONG_CO", "Không có mã “KHONG_CO” ở mục “department”"],
      ["/tasks?late=2020-01", "Sổ theo dõi bắt đầu từ 07/2025"],
      ["/tasks?late=2099-01", "Chưa có số liệu của 2099-01"],
      ["/tasks?status=DONE", "“DONE” không phải là giá trị dùng được ở mục “status”"],
      ["/tasks?lateKind=resolved", "ở mục “lateKind”"],
      ["/tasks?page=9999", "ở mục “page”"],
      ["/tasks?colour=red", "ở mục “colour”"],
      ["/tasks?directive=999999", "Không có mã “999999” ở mục “directive”"],
      ["/tasks?task=999999", "Không có mã “999999” ở mục “task”"],
      ["/tasks/NV-1900-0001", "Không có trang này"],
    ] as const) {
      const answer = await page.goto(address);
      expect(answer?.status(), address).toBe(404);
      await expect(page.getByRole("main"), address).toContainText(said);
    }
  });
});

test("the columns chosen for the list are there the next time, on any device", async ({
  page,
  browser,
}) => {
  await signIn(page.request, "pct.vanhoa");
  await page.goto("/tasks");
  const choose = async (button: string) => {
    await page.getByText("Cột", { exact: true }).click();
    await page.getByRole("checkbox", { name: "Ngày giao" }).setChecked(true);
    await page.getByRole("checkbox", { name: "Lĩnh vực" }).setChecked(false);
    await page.getByRole("button", { name: button }).click();
  };
  await choose("Hiển thị các cột đã chọn");
  await expect(page.getByRole("columnheader", { name: "Ngày giao" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Lĩnh vực" })).toHaveCount(0);

  const elsewhere = await browser.newContext();
  await signIn(elsewhere.request, "pct.vanhoa");
  const other = await elsewhere.newPage();
  await other.goto("/tasks");
  await expect(other.getByRole("columnheader", { name: "Ngày giao" })).toBeVisible();
  await elsewhere.close();

  await choose("Về các cột mặc định");
  await expect(page.getByRole("columnheader", { name: "Lĩnh vực" })).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ role: "OFFICE", javaScriptEnabled: false });

  test("headings still sort, pages still turn, the search still searches", async ({ page }) => {
    await page.goto("/tasks");
    await page.getByRole("columnheader", { name: "Hạn" }).getByRole("link").click();
    await expect(page).toHaveURL("/tasks?sort=dueOn");
    await page.getByRole("link", { name: "Trang sau" }).click();
    await expect(page).toHaveURL("/tasks?sort=dueOn&page=2");
    await page.getByRole("searchbox", { name: "Tìm trong danh sách" }).fill("quy hoach");
    await page.getByRole("button", { name: "Tìm", exact: true }).click();
    await expect(titles(page).first()).toContainText(/quy hoạch/i);
  });
});

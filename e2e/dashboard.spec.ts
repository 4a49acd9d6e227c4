import type { APIRequestContext, CDPSession, Page } from "@playwright/test";
import { expectNoSidewaysScrolling, expectNoViolations } from "./support/checks.ts";
import { OWN_DEPARTMENT } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

const APRIL = "/?period=2026-04";
const INDICATORS = "/indicators?month=2026-04";

/** The number and address of every link that opens a list of tasks. */
async function figuresOn(page: Page): Promise<{ href: string; count: number | null }[]> {
  return page.locator("main a[href^='/tasks?']").evaluateAll((links) =>
    links.map((link) => {
      const written = /([\d.]+)\s*$/.exec(link.textContent ?? "")?.[1]?.replaceAll(".", "");
      const count = link.getAttribute("data-count") ?? written;
      return { href: link.getAttribute("href") ?? "", count: count ? Number(count) : null };
    }),
  );
}

/** How many tasks the list behind an address says that it has. */
async function totalOf(request: APIRequestContext, href: string): Promise<number> {
  const answer = await request.get(href);
  const total = /data-total="(\d+)"/.exec(await answer.text())?.[1];
  if (!total) throw new Error(`${href}: status ${answer.status()}, no total`);
  return Number(total);
}

/**
 * Opens each list once and expects as many tasks as each of its figures says.
 * @param every one in so many lists, where another role has opened all of the same kind
 */
async function expectListsToAgree(page: Page, every = 1): Promise<number> {
  const figures = await figuresOn(page);
  const counted = new Map<string, Set<number>>();
  for (const { href, count } of figures) {
    const counts = counted.get(href) ?? new Set();
    counted.set(href, counts);
    if (count !== null) counts.add(count);
  }
  const hrefs = [...counted.keys()].filter((_, index) => index % every === 0);
  const disagreeing: string[] = [];
  for (const href of hrefs) {
    const total = await totalOf(page.request, href);
    const shown = [...(counted.get(href) ?? [])];
    if (shown.length !== 1 || shown[0] !== total) disagreeing.push(`${href}: ${shown} ≠ ${total}`);
  }
  expect(disagreeing).toEqual([]);
  return hrefs.length;
}

/** Scrolls past every chart, so that each is drawn. */
async function drawEverything(page: Page): Promise<void> {
  const charts = page.locator("[data-chart]");
  for (const chart of await charts.all()) {
    await chart.scrollIntoViewIfNeeded();
    await expect(chart.locator("svg.recharts-surface").first()).toBeVisible();
  }
}

test.describe("the chairman's first screen", () => {
  test.use({ role: "CHAIRMAN" });

  test("says how April 2026 stood, without scrolling, and how a figure is computed", async ({
    page,
  }) => {
    await page.goto(APRIL);
    const main = page.getByRole("main");
    await expect(main.getByRole("link", { name: "Chậm muộn: 195" })).toBeVisible();
    await expect(main.getByRole("link", { name: "Còn quá hạn: 167" })).toBeVisible();
    const figures = main.getByRole("region", { name: "Số liệu chính" });
    await expect(figures.getByText("97,2 %", { exact: true })).toBeVisible();

    const balance = main.getByRole("region", { name: "Cân đối" });
    await expect(balance).toContainText(
      "93 chuyển qua + 102 phát sinh − 28 đã xử lý = 167 còn lại khớp",
    );
    const box = await balance.boundingBox();
    expect((box?.y ?? Number.NaN) + (box?.height ?? 0)).toBeLessThanOrEqual(768);

    await page.getByRole("button", { name: "Cách tính: Thành phố giao" }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Shift+Tab");
    const tip = page.locator("[popover]:popover-open");
    await expect(tip).toContainText("138 ÷ 142 = 97,2");
  });

  test("draws its charts, and loads little for it", async ({ page }) => {
    const sizes = await scriptSizes(await page.context().newCDPSession(page));
    await page.goto(APRIL, { waitUntil: "networkidle" });
    await expect(page.locator("svg.recharts-surface").first()).toBeVisible();
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
    expect(kilobytes).toBeGreaterThan(50);
    expect(kilobytes).toBeLessThan(300);
  });
});

/** The compressed sizes of the scripts that a page loads, filled while it loads. */
async function scriptSizes(session: CDPSession): Promise<number[]> {
  const scripts = new Set<string>();
  const sizes: number[] = [];
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) sizes.push(encodedDataLength);
  });
  await session.send("Network.enable");
  return sizes;
}

// A sample: every figure, group and cell is held against its list below the browser.
test.describe("figures open to exactly as many tasks", () => {
  test.slow();

  for (const [role, address, least, every] of [
    ["CHAIRMAN", APRIL, 7, 16],
    ["VICE_CHAIRMAN", "/?asOf=2026-10-15", 4, 32],
    ["DEPARTMENT_HEAD", "/", 5, 2],
    ["OFFICER", APRIL, 3, 16],
  ] as const) {
    test.describe(role, () => {
      test.use({ role });

      test(`at ${address}`, async ({ page }) => {
        await page.goto(address);
        expect(await expectListsToAgree(page, every)).toBeGreaterThanOrEqual(least);
      });
    });
  }
});

test.describe("a department head", () => {
  test.use({ role: "DEPARTMENT_HEAD" });

  test("reads all departments' figures and opens the own one's", async ({ page }) => {
    await page.goto(APRIL);
    await expect(page.getByText("195", { exact: true }).first()).toBeVisible();
    await expect(page.getByText(/chỉ mở được danh sách nhiệm vụ của/)).toBeVisible();
    const foreign = (await figuresOn(page)).filter(
      ({ href }) => !href.includes(`department=${OWN_DEPARTMENT}`),
    );
    expect(foreign).toEqual([]);
  });
});

test.describe("periods", () => {
  test.use({ role: "OBSERVER" });

  test.describe("without scripts", () => {
    test.use({ javaScriptEnabled: false });

    test("a month back and on, and any day", async ({ page }) => {
      await page.goto(APRIL);
      await page.getByRole("link", { name: "Tháng trước: Tháng 03/2026" }).click();
      await expect(page).toHaveURL("/?period=2026-03");
      await expect(page.getByText("Tháng 03/2026").first()).toBeVisible();
      await page.getByRole("link", { name: "Tháng sau: Tháng 04/2026" }).click();
      await expect(page).toHaveURL(APRIL);
      await page.getByRole("button", { name: "Chọn tháng hoặc ngày" }).click();
      await page.getByLabel("Tính đến hết ngày").fill("2026-04-15");
      await page.getByRole("button", { name: "Xem ngày này" }).click();
      await expect(page).toHaveURL("/?asOf=2026-04-15");
      await expect(page.getByText("đến hết 15/04").first()).toBeVisible();
    });
  });

  // Each kind of mistake once; which address is one, the rules' own tests show.
  test("a wrong address is refused and says why", async ({ page }) => {
    test.slow();
    for (const [address, words] of [
      ["/?period=2026-13", "“2026-13” ở mục"],
      ["/?period=2020-01", "không có số liệu của Tháng 01/2020"],
      ["/?period=2099-01", "Chưa có số liệu của Tháng 01/2099"],
      ["/?period=2026-04&asOf=2026-04-15", "Chỉ chọn một trong hai"],
      ["/?tab=other", "“other” không phải là giá trị dùng được"],
      ["/?tab=indicators&indicator=KHONG_CO", "Không có mã “KHONG_CO”"],
    ] as const) {
      const answer = await page.goto(address);
      expect(answer?.status(), address).toBe(404);
      await expect(page.getByText(words), address).toBeVisible();
    }
  });
});

test.describe("charts and their tables", () => {
  test.use({ role: "OBSERVER" });

  test("turn into each other, and the choice is remembered", async ({ page }) => {
    await page.goto(APRIL);
    const chart = page.locator("[data-chart='late-by-department']");
    const column = chart.getByRole("columnheader", { name: "Kỳ trước chuyển qua" });
    await expect(chart.locator("svg.recharts-surface")).toBeVisible();
    await chart.getByRole("button", { name: /^Xem dạng bảng/ }).click();
    await expect(chart.locator("svg.recharts-surface")).toBeHidden();
    await expect(column).toBeInViewport();
    await page.reload();
    await expect(chart.getByRole("row", { name: /P\. Kinh tế/ })).toContainText("141");
    await expect(column).toBeInViewport();
    await chart.getByRole("button", { name: /^Xem dạng biểu đồ/ }).click();
    await expect(chart.locator("svg.recharts-surface")).toBeVisible();
  });

  test("an indicator opens with its months, its parts and what was not reported", async ({
    page,
  }) => {
    await page.goto(INDICATORS);
    await page.getByRole("link", { name: "Tỷ lệ hoàn thành nhiệm vụ Thành phố giao" }).click();
    const opened = page.locator("#indicator");
    await expect(opened.getByRole("heading", { level: 2 })).toContainText("Thành phố giao");
    await opened.getByRole("button", { name: /^Xem dạng bảng/ }).click();
    const april = opened.getByRole("row", { name: /04\/26/ }).first();
    await expect(april).toContainText("97,2");
    await expect(april).toContainText("138");
    await expect(opened.getByText("chưa báo cáo", { exact: true }).first()).toBeVisible();
  });

  test("indicators are filtered by sector, department and target", async ({ page }) => {
    await page.goto(INDICATORS);
    await page.getByLabel("Mảng công tác").selectOption({ label: "Quản lý đất đai" });
    await page.getByRole("button", { name: "Lọc" }).click();
    await expect(page).toHaveURL(/sector=DAT_DAI/);
    await expect(page.getByRole("heading", { level: 3 })).toHaveText(["Quản lý đất đai"]);
    await page.getByRole("link", { name: "Bỏ lọc" }).click();
    await expect(page.getByText("116 chỉ số")).toBeVisible();
  });
});

test.describe("on a phone", () => {
  test.use({ role: "CHAIRMAN", viewport: { width: 390, height: 844 } });

  test("what has to be decided comes first, and nothing scrolls sideways", async ({ page }) => {
    await page.goto(APRIL);
    const decisions = await page.getByRole("region", { name: "Cần Chủ tịch quyết" }).boundingBox();
    const figures = await page.getByRole("region", { name: "Số liệu chính" }).boundingBox();
    expect(decisions?.y).toBeLessThan(figures?.y ?? 0);
    await expectNoSidewaysScrolling(page);
    await page.goto(`${INDICATORS}&indicator=GIAI_NGAN_DTC`);
    await expectNoSidewaysScrolling(page);
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ role: "CHAIRMAN", colorScheme });
    test.slow();

    test("the dashboard has no violation, as charts and as tables", async ({ page }) => {
      await page.goto(APRIL);
      await drawEverything(page);
      await expectNoViolations(page);
      const toTable = page.getByRole("button", { name: /^Xem dạng bảng/ });
      for (let left = await toTable.count(); left > 0; left--) await toTable.first().click();
      await expect(toTable).toHaveCount(0);
      await expectNoViolations(page);
    });

    test("the indicators have none, with one of them open", async ({ page }) => {
      await page.goto(`${INDICATORS}&indicator=TY_LE_NV_TP_HOAN_THANH`);
      await expectNoViolations(page);
    });
  });
}

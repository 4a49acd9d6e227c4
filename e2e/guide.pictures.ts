import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { stateOf } from "./support/people.ts";

// The pictures of the user guide and the README, taken from the running product by
// `npm run pictures`, so that they show what it is and not what it was.

const FOLDER = fileURLToPath(new URL("../docs/pictures/", import.meta.url));

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${FOLDER}${name}.png`, animations: "disabled" });
}

test("sign-in", async ({ page }) => {
  await page.goto("/login");
  await take(page, "sign-in");
});

test.describe("as the chairman", () => {
  test.use({ storageState: stateOf("CHAIRMAN") });

  const SCREENS = {
    dashboard: "/?period=2026-04",
    indicators: "/indicators?month=2026-04",
    tasks: "/tasks?late=2026-04&lateKind=outstanding&department=PHONG_KT",
    directives: "/directives",
    decisions: "/decisions",
    week: "/week",
    report: "/reports/2026-04",
    comparison: "/comparison?from=2026-03&to=2026-04",
    scorecard: "/scorecard?span=2026-04",
  };
  for (const [name, address] of Object.entries(SCREENS)) {
    test(name, async ({ page }) => {
      await page.goto(address, { waitUntil: "networkidle" });
      await take(page, name);
    });
  }

  test("dashboard on a phone", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(SCREENS.dashboard, { waitUntil: "networkidle" });
    await take(page, "dashboard-phone");
  });

  test("task", async ({ page, request }) => {
    const list = await (await request.get(`${SCREENS.tasks}&sort=dueOn`)).text();
    const [address] = /\/tasks\/\d+/.exec(list) ?? [];
    expect(address).toBeDefined();
    await page.goto(address ?? "", { waitUntil: "networkidle" });
    await take(page, "task");
  });
});

test.describe("as a head of department", () => {
  test.use({ storageState: stateOf("DEPARTMENT_HEAD") });

  test("desk", async ({ page }) => {
    await page.goto("/desk", { waitUntil: "networkidle" });
    await take(page, "desk");
  });
});

test.describe("as the Office", () => {
  test.use({ storageState: stateOf("OFFICE") });

  const SCREENS = {
    register: "/directives/new",
    closing: "/reports/2026-04/closing",
    reconciliation: "/reconciliation?month=2026-04",
  };
  for (const [name, address] of Object.entries(SCREENS)) {
    test(name, async ({ page }) => {
      await page.goto(address, { waitUntil: "networkidle" });
      await take(page, name);
    });
  }

  test("import", async ({ page }) => {
    await page.goto("/imports", { waitUntil: "networkidle" });
    await page.locator("input[type=file]").setInputFiles({
      name: "so-theo-doi.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(REGISTER.join("\r\n")),
    });
    await expect(page).toHaveURL(/\/imports\/\d+/);
    await page.waitForLoadState("networkidle");
    await take(page, "import");
  });
});

/** A register as an office keeps one, with what someone has to say of it. */
const REGISTER = [
  "\uFEFFSỔ THEO DÕI NHIỆM VỤ NĂM 2026",
  "",
  "STT;Nội dung nhiệm vụ;Đơn vị chủ trì;Lĩnh vực theo dõi;Ngày giao;Hạn hoàn thành;Trạng thái",
  "1;Rà soát lò gốm dùng than;P. Kinh tế;Thông báo kết luận;05/10/2026;trước ngày 15/12;Đang thực hiện",
  "2;Thu gom rác bến sông;TT DVTH;Thông báo kết luận;12/10/2026;Quý IV/2026;Chưa thực hiện",
  "3;Tổ chức ngày hội làng nghề;P.VHXH;Thông báo kết luận;01/09/2026;31/10/2026;Đã hoàn thành ngày 28/10/2026",
  "4;Trả lời đơn kiến nghị của tổ dân phố;Văn phòng;Đơn thư;20/10/2026;31/02/2026;Đang thực hiện",
];

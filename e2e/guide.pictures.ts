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

  test("register", async ({ page }) => {
    await page.goto("/directives/new", { waitUntil: "networkidle" });
    await take(page, "register");
  });
});

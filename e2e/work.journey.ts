import { randomUUID } from "node:crypto";
import type { Browser, Locator, Page } from "@playwright/test";
import { database } from "#lib/core/db.ts";
import type { Role } from "#lib/users/schema.ts";
import { expectNoSidewaysScrolling, expectNoViolations } from "./support/checks.ts";
import { expectFiguresOfTheSimulation } from "./support/figures.ts";
import { stateOf } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

/* The work as it flows, by the people who do it. These change the register, so they run when the
 * tests that count it are through. */

test.describe.configure({ mode: "serial" });
test.afterAll(() => database().$disconnect());

const PHONE = { width: 390, height: 844 };
const mark = randomUUID().slice(0, 8);
const FIRST = `Rà soát quy hoạch ${mark}`;
const SECOND = `Kiểm tra lò gốm ${mark}`;
const NUMBER = `${mark}/UBND-VP`;

/** A page of someone signed in, closed at the end of what is done with it. */
async function as(
  browser: Browser,
  baseURL: string | undefined,
  role: Role,
  work: (page: Page) => Promise<void>,
  viewport = { width: 1366, height: 768 },
): Promise<void> {
  const context = await browser.newContext({
    baseURL: String(baseURL),
    storageState: stateOf(role),
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    viewport,
  });
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Opens a verb's form from a row of a desk. */
async function open(page: Page, title: string, verb: string) {
  const row = page.getByRole("listitem").filter({ hasText: title });
  const dialog = page.getByRole("dialog", { name: verb });
  // Until the page listens.
  await expect(async () => {
    await row.getByRole("button", { name: verb }).click();
    await expect(dialog).toBeVisible({ timeout: 1500 });
  }).toPass();
  return dialog;
}

/** Opens a verb's form on a task's own page, where it may be in the menu. */
async function openOnPage(page: Page, verb: string) {
  const dialog = page.getByRole("dialog", { name: verb });
  await expect(async () => {
    const button = page.getByRole("button", { name: verb, exact: true });
    if (await button.isVisible()) await button.click();
    else {
      await page.getByRole("button", { name: "Việc khác" }).click();
      await page.getByRole("menuitem", { name: verb, exact: true }).click({ timeout: 1500 });
    }
    await expect(dialog).toBeVisible({ timeout: 1500 });
  }).toPass();
  return dialog;
}

async function idOf(title: string): Promise<number> {
  return (await database().task.findFirstOrThrow({ where: { title }, select: { id: true } })).id;
}

test("the Office registers a directive with two tasks by keyboard, and its draft survives", async ({
  browser,
  baseURL,
}) => {
  await as(browser, baseURL, "OFFICE", async (page) => {
    await page.goto("/directives/new");
    const type = async (label: string, text: string, nth = 0) => {
      const field = page.getByRole("textbox", { name: label, exact: true }).nth(nth);
      await field.focus();
      await page.keyboard.type(text);
      await expect(field).not.toHaveValue("");
    };
    await expect(async () => {
      await page.getByRole("textbox", { name: "Số, ký hiệu" }).fill(NUMBER);
      await expect(page.getByRole("main").getByText("Còn thiếu")).toBeVisible();
    }).toPass();
    await page.keyboard.press("Enter");
    await page.keyboard.type("15/11");
    await page.keyboard.press("Tab");
    await page.getByLabel("Cơ quan ban hành").selectOption({ label: "Bộ Chính trị" });
    await type("Trích yếu", "V/v rà soát sau sắp xếp");
    await type("Nội dung", FIRST);
    await page.getByLabel("Đơn vị chủ trì").selectOption("PHONG_KT");
    await page.getByRole("textbox", { name: "Hạn", exact: true }).fill("trong 10 ngày làm việc");
    await expect(page.getByRole("main").getByText("Nghĩa là ngày 04/12/2026")).toBeVisible();
    await page.getByLabel("Lĩnh vực theo dõi").selectOption("QLVB_DIEU_HANH");
    await expectNoViolations(page);

    await page.reload();
    await expect(page.getByRole("main").getByText("Đã mở lại bản đang nhập dở")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Nội dung" })).toHaveValue(FIRST);

    await page.keyboard.press("Alt+n");
    await expect(page.getByRole("textbox", { name: "Nội dung" })).toHaveCount(2);
    await page.keyboard.type(SECOND);
    await page.getByLabel("Đơn vị chủ trì").nth(1).selectOption("PHONG_KT");
    await page.getByRole("textbox", { name: "Hạn", exact: true }).nth(1).fill("30/11");
    await page.keyboard.press("Control+Enter");
    await expect(page).toHaveURL(/\/directives\/\d+$/);
    await expect(page.getByRole("link", { name: FIRST })).toBeVisible();
  });
  await expectFiguresOfTheSimulation();
});

test("the same document is pointed out before it is saved, and refused after", async ({
  browser,
  baseURL,
}) => {
  await as(browser, baseURL, "OFFICE", async (page) => {
    await page.goto("/directives/new");
    await expect(async () => {
      await page.getByRole("textbox", { name: "Số, ký hiệu" }).fill(NUMBER.toUpperCase());
      await page.getByRole("textbox", { name: "Ngày ban hành" }).fill("16/11");
      await page.getByLabel("Cơ quan ban hành").selectOption({ label: "Bộ Chính trị" });
      await page.getByRole("textbox", { name: "Trích yếu" }).fill("Trùng");
      await expect(page.getByRole("main").getByText("Có vẻ văn bản này đã vào sổ")).toBeVisible({
        timeout: 2000,
      });
    }).toPass();
    await page.getByRole("button", { name: "Bỏ nhiệm vụ 1" }).click();
    await page.getByRole("button", { name: "Vào sổ văn bản", exact: true }).click();
    await expect(page.getByRole("alert").filter({ hasText: "đã có trong sổ" })).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Trích yếu" })).toHaveValue("Trùng");
  });
});

test("a head accepts from the desk on a phone, hands one over and refuses the other", async ({
  browser,
  baseURL,
}) => {
  await as(
    browser,
    baseURL,
    "DEPARTMENT_HEAD",
    async (page) => {
      await page.goto("/desk");
      await expectNoSidewaysScrolling(page);
      const accept = await open(page, FIRST, "Tiếp nhận");
      await accept.getByRole("button", { name: "Tiếp nhận", exact: true }).click();
      await expect(page.getByRole("status").filter({ hasText: "Đã tiếp nhận" })).toBeVisible();
      const refuse = await open(page, SECOND, "Từ chối");
      await refuse.getByRole("button", { name: "Từ chối", exact: true }).click();
      await expect(refuse.getByText("Hãy ghi lý do.")).toBeVisible();
      await refuse.getByRole("textbox", { name: "Lý do" }).fill("Việc này của Ban QLDA");
      await refuse.getByRole("button", { name: "Từ chối", exact: true }).click();
      await expect(page.getByRole("listitem").filter({ hasText: SECOND })).toHaveCount(0);

      await page.goto(`/tasks/${await idOf(FIRST)}`);
      const hand = await openOnPage(page, "Giao người thực hiện");
      await hand
        .getByLabel("Người thực hiện")
        .selectOption({ label: "Chuyên viên đất đai, quy hoạch" });
      await hand.getByRole("button", { name: "Giao người thực hiện", exact: true }).click();
      await expect(page.getByRole("main").getByText("Đã giao")).toBeVisible();
    },
    PHONE,
  );
  await expectFiguresOfTheSimulation();
});

test("the Office assigns the refused one anew", async ({ browser, baseURL }) => {
  await as(browser, baseURL, "OFFICE", async (page) => {
    await page.goto(`/tasks/${await idOf(SECOND)}`);
    await expect(page.getByRole("main").getByText("Việc này của Ban QLDA")).toBeVisible();
    const form = await openOnPage(page, "Chuyển đơn vị");
    await form.getByLabel("Đơn vị chủ trì mới").selectOption("BAN_QLDA");
    await form.getByRole("button", { name: "Chuyển đơn vị", exact: true }).click();
    await expect(page.getByRole("main").getByText("Đã chuyển")).toBeVisible();
  });
  await expectFiguresOfTheSimulation();
});

test("an officer reports progress in two presses and submits the product", async ({
  browser,
  baseURL,
}) => {
  await as(
    browser,
    baseURL,
    "OFFICER",
    async (page) => {
      await page.goto("/desk");
      const progress = await open(page, FIRST, "Cập nhật tiến độ");
      await progress.getByRole("button", { name: "50 %" }).click();
      await expect(page.getByRole("listitem").filter({ hasText: FIRST })).toContainText("50 %");

      const submit = await open(page, FIRST, "Nộp kết quả");
      await submit.getByRole("textbox", { name: "Ngày hoàn thành" }).fill("25/12/2026");
      await submit.getByRole("textbox", { name: "Ghi chú" }).fill("Đã xong bước một");
      await submit.getByRole("button", { name: "Nộp kết quả", exact: true }).click();
      await expect(submit.getByText("Ngày này chưa đến")).toBeVisible();
      await expect(submit.getByRole("textbox", { name: "Ghi chú" })).toHaveValue(
        "Đã xong bước một",
      );

      const input = submit.locator('input[type="file"]');
      const program = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(4096)]);
      await input.setInputFiles({
        name: "báo cáo.pdf",
        mimeType: "application/pdf",
        buffer: program,
      });
      await expect(submit.getByText(/không đúng|không phải/).first()).toBeVisible();
      await submit
        .getByRole("button", { name: /Bỏ|Xóa/ })
        .first()
        .click();
      const pdf = Buffer.from(
        "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
      );
      await input.setInputFiles({
        name: "Báo cáo đất đai.pdf",
        mimeType: "application/pdf",
        buffer: pdf,
      });
      await submit.getByRole("textbox", { name: "Ngày hoàn thành" }).fill("20/11/2026");
      await expect(submit.locator('input[name="files"]')).not.toHaveValue("");
      await submit.getByRole("button", { name: "Nộp kết quả", exact: true }).click();
      await expect(page.getByRole("status").filter({ hasText: "Đã nộp" })).toBeVisible();
    },
    PHONE,
  );
  await expectFiguresOfTheSimulation();
});

test("a vice-chairman returns it with a reason, and sees only the portfolio's", async ({
  browser,
  baseURL,
}) => {
  await as(browser, baseURL, "VICE_CHAIRMAN", async (page) => {
    await page.goto("/decisions");
    await expectNoViolations(page);
    const form = await open(page, FIRST, "Trả lại");
    await form.getByRole("textbox", { name: "Lý do" }).fill("Thiếu bản đồ");
    await form.getByRole("button", { name: "Trả lại", exact: true }).click();
    await expect(page.getByRole("listitem").filter({ hasText: FIRST })).toHaveCount(0);
  });
  await expectFiguresOfTheSimulation();
});

test("the officer is told of it, submits again, and the chairman confirms", async ({
  browser,
  baseURL,
}) => {
  const task = await idOf(FIRST);
  await as(browser, baseURL, "OFFICER", async (page) => {
    await page.goto("/notifications");
    await expect(page.getByRole("main").getByText(FIRST).first()).toBeVisible();
    await page.goto(`/tasks/${task}`);
    await expect(page.getByRole("main").getByText("Thiếu bản đồ").first()).toBeVisible();
    await expect(
      page.getByRole("link", { name: "Báo cáo đất đai.pdf", exact: true }),
    ).toBeVisible();
    const submit = await openOnPage(page, "Nộp kết quả");
    await submit.getByRole("button", { name: "Nộp kết quả", exact: true }).click();
    await expect(page.getByRole("main").getByText("Đã nộp, chờ xác nhận")).toBeVisible();
  });
  await as(browser, baseURL, "CHAIRMAN", async (page) => {
    await page.goto("/decisions");
    const form = await open(page, FIRST, "Xác nhận hoàn thành");
    await form.getByRole("button", { name: "Xác nhận hoàn thành", exact: true }).click();
    await expect(page.getByRole("listitem").filter({ hasText: FIRST })).toHaveCount(0);
    await page.goto(`/tasks/${task}`);
    await expect(page.getByRole("main").getByText("Đã hoàn thành").first()).toBeVisible();
  });
  await expectFiguresOfTheSimulation();
});

test("an extension is asked for and granted by a leader who sees why", async ({
  browser,
  baseURL,
}) => {
  const title = `Gia hạn ${mark}`;
  await as(browser, baseURL, "OFFICE", async (page) => {
    await page.goto("/directives/none/assign");
    await expect(async () => {
      await page.getByRole("textbox", { name: "Nội dung" }).fill(title);
      await page.getByLabel("Đơn vị chủ trì").selectOption("PHONG_KT");
      await expect(page.getByLabel("Người thực hiện").locator("option")).not.toHaveCount(1, {
        timeout: 1000,
      });
    }).toPass();
    await page.getByLabel("Lĩnh vực theo dõi").selectOption("TBKL_UBND");
    await page.getByRole("textbox", { name: "Hạn", exact: true }).fill("25/11");
    await page.getByRole("button", { name: "Giao nhiệm vụ", exact: true }).click();
    await expect(page).toHaveURL(/\/tasks\/\d+$/);
  });
  const task = await idOf(title);
  await as(browser, baseURL, "DEPARTMENT_HEAD", async (page) => {
    await page.goto(`/tasks/${task}`);
    const accept = await openOnPage(page, "Tiếp nhận");
    await accept.getByRole("button", { name: "Tiếp nhận", exact: true }).click();
    await expect(page.getByRole("main").getByText("Đang thực hiện").first()).toBeVisible();
    const form = await openOnPage(page, "Xin gia hạn");
    await form.getByRole("textbox", { name: "Hạn mới đề nghị" }).fill("24/11");
    await form.getByRole("textbox", { name: "Lý do" }).fill("Chờ ý kiến của sở");
    await form.getByRole("button", { name: "Xin gia hạn", exact: true }).click();
    await expect(form.getByText("Hạn mới phải sau hạn hiện nay (25/11/2026)")).toBeVisible();
    await form.getByRole("textbox", { name: "Hạn mới đề nghị" }).fill("15/12");
    await form.getByRole("button", { name: "Xin gia hạn", exact: true }).click();
    await expect(page.getByRole("main").getByText("Đã gửi đề nghị gia hạn")).toBeVisible();
  });
  await as(browser, baseURL, "VICE_CHAIRMAN", async (page) => {
    await page.goto("/decisions");
    const row = page.getByRole("listitem").filter({ hasText: title });
    await expect(row).toContainText("Chờ ý kiến của sở");
    await expect(row).toContainText("xin trước hạn");
    const form = await open(page, title, "Đồng ý gia hạn");
    await form.getByRole("button", { name: "Đồng ý gia hạn", exact: true }).click();
    await expect(row).toHaveCount(0);
    await page.goto(`/tasks/${task}`);
    await expect(page.getByRole("main").getByText("15/12/2026").first()).toBeVisible();
  });
  await expectFiguresOfTheSimulation();
});

test("the second of two sees what the first did, and keeps what was typed", async ({
  browser,
  baseURL,
}) => {
  const task = await idOf(`Gia hạn ${mark}`);
  await as(browser, baseURL, "DEPARTMENT_HEAD", async (page) => {
    await page.goto(`/tasks/${task}`);
    const form = await openOnPage(page, "Cập nhật tiến độ");
    await form.getByRole("textbox", { name: "Ghi chú" }).fill("Bản của tôi");
    await as(browser, baseURL, "OFFICE", async (other) => {
      await other.goto(`/tasks/${task}`);
      const faster = await openOnPage(other, "Cập nhật tiến độ");
      await faster.getByRole("button", { name: "25 %" }).click();
      await expect(other.getByRole("main").getByText("Đã cập nhật tiến độ")).toBeVisible();
    });
    await form.getByRole("button", { name: "75 %" }).click();
    await expect(form.getByRole("alert")).toContainText("cập nhật tiến độ");
    await expect(form.getByText("Hiện trong sổ: 25 %")).toBeVisible();
    await expect(form.getByRole("textbox", { name: "Ghi chú" })).toHaveValue("Bản của tôi");
    await form.getByRole("button", { name: "75 %" }).click();
    await expect(page.getByRole("main").getByText("Đã cập nhật tiến độ")).toBeVisible();
  });
  const { progress } = await database().task.findUniqueOrThrow({ where: { id: task } });
  expect(progress).toBe(75);
});

test("several tasks are accepted at once, and a double press does a thing once", async ({
  browser,
  baseURL,
}) => {
  const office = await database().user.findFirstOrThrow({ where: { login: "vanphong" } });
  const { createTask } = await import("#lib/tasks/assign.ts");
  const { newTaskSchema } = await import("#lib/tasks/verbs.ts");
  const titles = [1, 2, 3].map((number) => `Cùng lúc ${number} ${mark}`);
  for (const title of titles) {
    await createTask(
      { ...office, portfolioDepartmentIds: [] },
      newTaskSchema.parse({
        title,
        department: "PHONG_KT",
        field: "TBKL_UBND",
        dueOn: "2026-12-20",
      }),
    );
  }
  await as(browser, baseURL, "DEPARTMENT_HEAD", async (page) => {
    await page.goto("/desk");
    await expect(async () => {
      const box = (title = "") =>
        page.getByRole("listitem").filter({ hasText: title }).getByRole("checkbox");
      await box(titles[0]).uncheck();
      await box(titles[2]).uncheck();
      await box(titles[0]).check();
      await box(titles[2]).click({ modifiers: ["Shift"] });
      await expect(page.getByRole("main").getByText("Đã chọn 3")).toBeVisible({ timeout: 1000 });
    }).toPass();
    const bar = page.getByRole("region", { name: "Việc cho các nhiệm vụ đã chọn" });
    await bar.getByRole("button", { name: "Tiếp nhận" }).click();
    const dialog = page.getByRole("dialog", { name: "Tiếp nhận" });
    await dialog.getByRole("button", { name: "Tiếp nhận (3)" }).dblclick();
    await expect(page.getByRole("main").getByText("Đã xong 3 nhiệm vụ")).toBeVisible();
  });
  const events = await database().taskEvent.groupBy({
    by: ["taskId"],
    where: { kind: "ACCEPTED", task: { title: { in: titles } } },
    _count: true,
  });
  expect(events.map(({ _count }) => _count)).toEqual([1, 1, 1]);
  await expectFiguresOfTheSimulation();
});

test("the chairman pauses, resumes, moves and stops a late task, and opens a finished one again", async ({
  browser,
  baseURL,
}) => {
  const late = await database().task.findFirstOrThrow({
    where: {
      status: "IN_PROGRESS",
      dueOn: { lt: new Date("2026-11-01") },
      leadDepartment: { code: "PHONG_KT" },
      extensions: { none: { decision: null } },
    },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const finished = await database().task.findFirstOrThrow({
    where: { status: "COMPLETED", completedOn: { gte: new Date("2026-11-01") } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  await as(browser, baseURL, "CHAIRMAN", async (page) => {
    const main = page.getByRole("main");
    const act = async (verb: string, done: string, fill?: (form: Locator) => Promise<unknown>) => {
      const form = await openOnPage(page, verb);
      await fill?.(form);
      await form.getByRole("button", { name: verb, exact: true }).click();
      await expect(main.getByText(done)).toBeVisible();
      await expectFiguresOfTheSimulation();
    };
    const reason = (form: Locator) => form.getByRole("textbox", { name: "Lý do" }).fill("Chờ sở");
    await page.goto(`/tasks/${late.id}`);
    await act("Tạm dừng", "Đã tạm dừng", reason);
    await act("Tiếp tục", "Đã cho tiếp tục");
    await act("Chuyển đơn vị", "Đã chuyển", (form) =>
      form.getByLabel("Đơn vị chủ trì mới").selectOption("BAN_QLDA"),
    );
    await act("Dừng nhiệm vụ", "Đã dừng nhiệm vụ", reason);
    await page.goto(`/tasks/${finished.id}`);
    await act("Mở lại", "Đã mở lại", reason);
  });
  const spells = await database().overdueSpell.findMany({
    where: { taskId: late.id },
    orderBy: { sequence: "asc" },
    select: { endedBy: true },
  });
  expect(spells.map(({ endedBy }) => endedBy).slice(-3)).toEqual([
    "PAUSED",
    "TRANSFERRED",
    "CANCELLED",
  ]);
});

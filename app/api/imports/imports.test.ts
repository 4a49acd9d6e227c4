import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createTranslator } from "next-intl";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { database } from "#lib/core/db.ts";
import { messages } from "#lib/core/i18n/messages/index.ts";
import { readSpreadsheet } from "#lib/core/spreadsheet/read.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { correctReading, undoImport } from "#lib/imports/service.ts";
import { listWritten } from "#lib/imports/written-queries.ts";
import { givenCatalogues } from "#lib/tasks/testing/given.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { givenSignedIn } from "#lib/users/testing/accounts.ts";
import { POST as apply } from "./[id]/apply/route.ts";
import { GET as file } from "./[id]/file/route.ts";
import { POST } from "./route.ts";
import { GET as template } from "./template/route.ts";

const request = vi.hoisted(() => ({ user: null as CurrentUser | null }));
vi.mock("#lib/users/session.ts", () => ({ getCurrentUser: async () => request.user }));
vi.mock("next-intl/server", () => ({
  getTranslations: async () => createTranslator({ locale: "vi", messages: messages.vi }),
}));

const folder = mkdtempSync(path.join(tmpdir(), "imports-"));
vi.stubEnv("DATA_DIR", folder);
vi.stubEnv("STORAGE_URL", "");
vi.stubEnv("BUSINESS_TODAY", "2026-11-20");
afterAll(() => rmSync(folder, { recursive: true }));
await testDatabase();

let office: CurrentUser;
let admin: CurrentUser;
beforeAll(async () => {
  await givenCatalogues();
  office = await givenSignedIn({ role: "OFFICE" });
  admin = await givenSignedIn({ role: "ADMIN" });
});

const OWN_PAGE = { "sec-fetch-site": "same-origin", host: "desk.test" };
const HEADING = "Nội dung nhiệm vụ;Đơn vị chủ trì;Lĩnh vực theo dõi;Hạn hoàn thành";
const GOOD = "Rà soát quy hoạch;P. Kinh tế;TBKL;31/12/2026";
const WRONG = "Kiểm tra lò gốm;P. Kinh tế;TBKL;hôm nào đó";

const text = (...lines: string[]) => `\uFEFF${lines.join("\r\n")}\r\n`;

async function send(
  body: string,
  { user = office as CurrentUser | null, kind = "tasks", headers = OWN_PAGE, more = "" } = {},
) {
  request.user = user;
  const address = `http://desk.test/api/imports?kind=${kind}&name=so.csv${more}`;
  const answer = await POST(new Request(address, { method: "POST", body, headers }));
  return { status: answer.status, answer: await answer.json() };
}

async function applied(id: number, user: CurrentUser | null, headers = OWN_PAGE) {
  request.user = user;
  const address = `http://desk.test/api/imports/${id}/apply`;
  const params = Promise.resolve({ id: `${id}` });
  const answer = await apply(new Request(address, { method: "POST", headers }), { params });
  const lines = (await answer.text()).trim().split("\n");
  return { status: answer.status, lines: lines.map((line) => JSON.parse(line)) };
}

async function fileOf(id: number, query: string, user: CurrentUser | null) {
  request.user = user;
  const address = `http://desk.test/api/imports/${id}/file${query}`;
  return file(new Request(address), { params: Promise.resolve({ id: `${id}` }) });
}

test("a file is taken in, applied with its progress told, and only once", async () => {
  const { status, answer } = await send(text(HEADING, GOOD));
  expect(status).toBe(200);
  const { lines } = await applied(answer.id, office);
  expect(lines).toContainEqual({ phase: "writing", done: 1, total: 1 });
  expect(lines.at(-1)).toEqual({
    ...{ done: true, opened: [] },
    counts: { new: 1, changed: 0, unchanged: 0, error: 0 },
  });
  expect(await listWritten(office, answer.id, [2])).toMatchObject([{ line: 2, subject: "task" }]);
  expect(await listWritten(office, answer.id, [3])).toEqual([]);
  const again = await applied(answer.id, office);
  expect(again.lines).toHaveLength(1);
  expect(again.lines.at(-1)).toEqual({ message: messages.vi.imports.alreadyApplied });
});

test("a file with a wrong row is not written, and comes back with what is wrong beside it", async () => {
  const { answer } = await send(text(HEADING, WRONG));
  const before = await database().task.count();
  expect((await applied(answer.id, office)).lines.at(-1).message).toContain("Còn 1 dòng lỗi");
  expect(await database().task.count()).toBe(before);
  const response = await fileOf(answer.id, "?errors=1", office);
  expect(response.headers.get("content-disposition")).toContain("so-loi.csv");
  const marked = await readSpreadsheet(new Uint8Array(await response.arrayBuffer()), "so-loi.csv");
  const words = marked.sheets[0]?.rows[1]?.cells.at(-1);
  expect(words).toContain("Hạn hoàn thành: Không đọc được hạn “hôm nào đó”");
  const original = await fileOf(answer.id, "", office);
  expect(await original.text()).toBe(text(HEADING, WRONG).slice(1));
});

test("a mended file keeps what was said for the whole of it", async () => {
  const heading = "Nội dung nhiệm vụ;Đơn vị chủ trì;Hạn hoàn thành";
  const { answer } = await send(text(heading, "Rà soát chợ;P. Kinh tế;31/12/2026"));
  const said = { sheet: null, headingTo: null, columns: null, defaults: { field: "TBKL" } };
  await correctReading(office, answer.id, said);
  const mended = await send(text(heading, "Rà soát chợ;P. Kinh tế;30/12/2026"), {
    more: `&after=${answer.id}`,
  });
  const { reading } = await database().import.findUniqueOrThrow({
    where: { id: mended.answer.id },
  });
  expect(reading).toMatchObject({ defaults: { field: "TBKL" } });
});

test("an account that was only changed goes back to what it was", async () => {
  const heading = "Tên đăng nhập;Chức danh;Vai trò;Đơn vị";
  const row = (name: string) => text(heading, `cv.moi;${name};Công chức;P. Kinh tế`);
  const first = await send(row("Chuyên viên đất đai"), { user: admin, kind: "users" });
  const { lines } = await applied(first.answer.id, admin);
  expect(lines.at(-1).opened).toMatchObject([{ login: "cv.moi" }]);
  const second = await send(row("Chuyên viên quy hoạch"), { user: admin, kind: "users" });
  await applied(second.answer.id, admin);
  await undoImport(admin, second.answer.id);
  const account = await database().user.findUniqueOrThrow({ where: { login: "cv.moi" } });
  expect(account.displayName).toBe("Chuyên viên đất đai");
});

test("who may not bring a kind in neither sends, applies nor reads it", async () => {
  const { answer } = await send(text(HEADING, "Kiểm tra rác;P. Kinh tế;TBKL;31/12/2026"));
  const head = await givenSignedIn({ role: "DEPARTMENT_HEAD", departmentId: 1 });
  const statuses = async (user: CurrentUser | null) => [
    (await send(text(HEADING, GOOD), { user })).status,
    (await applied(answer.id, user)).status,
    (await fileOf(answer.id, "", user)).status,
    (await fileOf(answer.id, "?errors=1", user)).status,
  ];
  expect(await statuses(null)).toEqual([401, 401, 401, 401]);
  expect(await statuses(head)).toEqual([403, 403, 404, 404]);
  expect(await statuses(admin)).toEqual([403, 404, 404, 404]);
  const elsewhere = { ...OWN_PAGE, "sec-fetch-site": "cross-site" };
  expect((await send(text(HEADING, GOOD), { headers: elsewhere })).status).toBe(403);
  expect((await applied(answer.id, office, elsewhere)).status).toBe(403);
  expect((await send(text(HEADING, GOOD), { kind: "" })).status).toBe(409);
});

test("the template is for who may fill it in", async () => {
  const asked = async (kind: string, user: CurrentUser | null) => {
    request.user = user;
    const address = `http://desk.test/api/imports/template?kind=${kind}`;
    return (await template(new Request(address), { params: Promise.resolve({}) })).status;
  };
  expect(await asked("tasks", office)).toBe(200);
  expect(await asked("users", office)).toBe(404);
  expect(await asked("users", admin)).toBe(200);
  expect(await asked("nothing", office)).toBe(404);
  expect(await asked("tasks", null)).toBe(401);
});

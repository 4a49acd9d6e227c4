import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createTranslator } from "next-intl";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { messages } from "#lib/core/i18n/messages/index.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { office, PROGRAMS, pdf, png } from "#lib/files/testing/samples.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { givenSignedIn } from "#lib/users/testing/accounts.ts";
import { GET } from "./[id]/route.ts";
import { POST } from "./route.ts";

const request = vi.hoisted(() => ({ user: null as CurrentUser | null }));
vi.mock("#lib/users/session.ts", () => ({ getCurrentUser: async () => request.user }));
vi.mock("next-intl/server", () => ({
  getTranslations: async () => createTranslator({ locale: "vi", messages: messages.vi }),
}));

const folder = mkdtempSync(path.join(tmpdir(), "files-"));
vi.stubEnv("DATA_DIR", folder);
vi.stubEnv("STORAGE_URL", "");
afterAll(() => rmSync(folder, { recursive: true }));
await testDatabase();

let clerk: CurrentUser;
beforeAll(async () => {
  clerk = await givenSignedIn({ role: "OFFICE" });
});

const OWN_PAGE = { "sec-fetch-site": "same-origin" };

async function upload(
  name: string,
  body: BodyInit,
  { user = clerk as CurrentUser | null, headers = OWN_PAGE as Record<string, string> } = {},
) {
  request.user = user;
  const address = `http://desk.test/api/files?name=${encodeURIComponent(name)}`;
  const init = { method: "POST", body, headers: { host: "desk.test", ...headers }, duplex: "half" };
  const answer = await POST(new Request(address, init));
  return { status: answer.status, body: await answer.json() };
}

async function download(id: string, query = "", user: CurrentUser | null = clerk) {
  request.user = user;
  return GET(new Request(`http://desk.test/api/files/${id}${query}`), {
    params: Promise.resolve({ id }),
  });
}

/** A body that never ends by itself, and how much of it was asked for. */
function endless() {
  const megabyte = new Uint8Array(1024 * 1024);
  const body = { megabytes: 0, cancelled: false };
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      body.megabytes += 1;
      controller.enqueue(megabyte);
    },
    cancel: () => {
      body.cancelled = true;
    },
  });
  return { body, stream };
}

describe("uploading", () => {
  test("answers what was kept", async () => {
    const { status, body } = await upload("Tờ trình đất đai.pdf".normalize("NFD"), pdf());
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.any(String),
      name: "Tờ trình đất đai.pdf",
      mediaType: "application/pdf",
      size: pdf().length,
    });
  });

  test.each<[number, string, BodyInit]>([
    [415, "Công văn.pdf", PROGRAMS.windows],
    [415, "Công văn.exe", PROGRAMS.windows],
    [422, "", pdf()],
    [422, "Rỗng.pdf", ""],
  ])("answers %i to %j, in words", async (status, name, bytes) => {
    const answer = await upload(name, bytes);
    expect(answer.status).toBe(status);
    expect(answer.body.message).toMatch(/^(Nội dung|Loại tệp|Tệp) .*\.$/);
  });

  test("reads no more of a body than the limit", async () => {
    const { body, stream } = endless();
    const answer = await upload("Rất lớn.pdf", stream);
    expect(answer.status).toBe(413);
    expect(answer.body.message).toContain("25 MB");
    expect(body.cancelled).toBe(true);
    expect(body.megabytes).toBeLessThan(30);
  });

  test("reads nothing of a body that announces itself as too large", async () => {
    const { body, stream } = endless();
    const headers = { ...OWN_PAGE, "content-length": String(200 * 1024 * 1024) };
    expect((await upload("Rất lớn.pdf", stream, { headers })).status).toBe(413);
    expect(body.megabytes).toBeLessThan(2);
  });

  test("takes nothing from nobody, from observers, and before the password is changed", async () => {
    expect((await upload("a.pdf", pdf(), { user: null })).status).toBe(401);
    const fresh = { ...clerk, mustChangePassword: true };
    expect((await upload("a.pdf", pdf(), { user: fresh })).status).toBe(401);
    const observer = await givenSignedIn({ role: "OBSERVER" });
    expect((await upload("a.pdf", pdf(), { user: observer })).status).toBe(403);
  });

  test.each<[number, Record<string, string>]>([
    [403, { "sec-fetch-site": "cross-site", origin: "http://desk.test" }],
    [403, { "sec-fetch-site": "same-site" }],
    [403, { origin: "http://elsewhere.test" }],
    [403, { origin: "null" }],
    [403, {}],
    [200, { origin: "http://desk.test" }],
    [200, { origin: "https://desk.gov.vn", "x-forwarded-host": "desk.gov.vn" }],
  ])("answers %i to a request with %j", async (status, headers) => {
    expect((await upload("a.pdf", pdf(), { headers })).status).toBe(status);
  });

  test("says that the storage failed, and by which id it is in the log", async () => {
    const holder = globalThis as { fileStorage?: unknown };
    const kept = holder.fileStorage;
    holder.fileStorage = { save: () => Promise.reject(new Error("the disk is full")) };
    const { status, body } = await upload("a.pdf", pdf());
    holder.fileStorage = kept;
    expect(status).toBe(500);
    expect(body.message).toMatch(/[0-9a-f-]{36}/);
    expect(body.message).not.toContain("disk");
  });
});

describe("downloading", () => {
  test("gives the file under its own name", async () => {
    const { id } = (await upload("Đơn (số 1) 'khẩn'.docx", office("docx"))).body;
    const answer = await download(id);
    expect(answer.status).toBe(200);
    expect(Buffer.compare(await answer.bytes(), office("docx"))).toBe(0);
    expect(answer.headers.get("content-disposition")).toBe(
      "attachment; filename=\"Don (so 1) khan.docx\"; filename*=UTF-8''%C4%90%C6%A1n%20%28s%E1%BB%91%201%29%20%27kh%E1%BA%A9n%27.docx",
    );
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
  });

  test.each<[string, string, BodyInit]>([
    ["inline", "a.pdf", pdf()],
    ["inline", "a.png", png()],
    ["attachment", "a.docx", office("docx")],
    ["attachment", "a.txt", "<script>alert(1)</script>"],
  ])("a preview is %s for %s", async (kind, name, bytes) => {
    const { id } = (await upload(name, bytes)).body;
    const answer = await download(id, "?preview=1");
    expect(answer.headers.get("content-disposition")).toMatch(new RegExp(`^${kind};`));
  });

  test("strangers get what they would get for no file at all", async () => {
    const { id } = (await upload("a.pdf", pdf())).body;
    const stranger = await givenSignedIn({ role: "OFFICE" });
    expect((await download(id, "", stranger)).status).toBe(404);
    expect((await download("a", "", stranger)).status).toBe(404);
    expect((await download(id, "", null)).status).toBe(401);
    expect((await download(id, "", { ...clerk, mustChangePassword: true })).status).toBe(401);
  });

  test("refused uploads leave nothing behind", async () => {
    const count = () => readdirSync(folder, { recursive: true }).length;
    const before = count();
    await upload("Công văn.pdf", PROGRAMS.linux);
    expect(count()).toBe(before);
  });
});

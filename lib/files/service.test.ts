import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { database } from "#lib/core/db.ts";
import { InvalidInputError, isExpectedError } from "#lib/core/errors.ts";
import { testDatabase } from "#lib/core/testing.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { givenSignedIn } from "#lib/users/testing/accounts.ts";
import { readContent } from "./queries.ts";
import { FILE_LIMITS, MEDIA_TYPES } from "./schema.ts";
import { linkFiles, storeFile, sweepUnlinkedFiles } from "./service.ts";
import { office, oldOffice, PROGRAMS, pdf, png, zip } from "./testing/samples.ts";

const folder = mkdtempSync(path.join(tmpdir(), "files-"));
vi.stubEnv("DATA_DIR", folder);
vi.stubEnv("STORAGE_URL", "");
afterAll(() => rmSync(folder, { recursive: true }));
await testDatabase();

let clerk: CurrentUser;
let colleague: CurrentUser;
let directiveId: number;
beforeAll(async () => {
  clerk = await givenSignedIn({ role: "OFFICE" });
  colleague = await givenSignedIn({ role: "OFFICE" });
  await database().issuingBody.create({
    data: { id: 31, code: "UBND_TP", name: "UBND Thành phố", level: "CITY", position: 1 },
  });
  const directive = await database().directive.create({
    data: {
      number: "308/UBND-TH",
      abstract: "Rà soát",
      issuingBodyId: 31,
      level: "CITY",
      type: "OFFICIAL_LETTER",
      receivedOn: new Date("2026-01-07"),
    },
  });
  directiveId = directive.id;
});

/** The message that refuses a write, and the entry that it stands at. */
async function refusalOf(write: Promise<unknown>): Promise<string> {
  const error = await write.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!isExpectedError(error)) throw new Error("it was not refused");
  const place = error instanceof InvalidInputError ? error.issues[0]?.path : error.code;
  return `${place}: ${(error instanceof InvalidInputError && error.issues[0]?.key) || error.explanation.key}`;
}

describe("storeFile", () => {
  test.each<[string, Uint8Array, keyof typeof MEDIA_TYPES]>([
    ["Tờ trình.pdf", pdf(), "pdf"],
    ["Ảnh hiện trường.PNG", png(), "png"],
    ["Báo cáo.docx", office("docx"), "docx"],
    ["Bảng kê.xlsx", office("xlsx"), "xlsx"],
    ["Trình chiếu.pptx", office("pptx"), "pptx"],
    ["Cũ.doc", oldOffice("WordDocument"), "doc"],
    ["Cũ.xls", oldOffice("Workbook"), "xls"],
    ["Ghi chú.txt", Buffer.from("Đã làm xong"), "txt"],
    ["Số liệu.csv", Buffer.from("STT;Nội dung\n1;Đất"), "csv"],
    ["Hồ sơ.zip", zip({ "a.txt": "a" }), "zip"],
  ])("keeps %s with its name and content", async (name, bytes, kind) => {
    const view = await storeFile(clerk, { name: name.normalize("NFD"), bytes });
    const { id } = view;
    expect(view).toEqual({ id, name, mediaType: MEDIA_TYPES[kind], size: bytes.length });
    const row = await database().storedFile.findUniqueOrThrow({ where: { id } });
    expect(row.uploadedById).toBe(clerk.id);
    expect(Buffer.compare(await readContent(row), bytes)).toBe(0);
    expect(statSync(path.join(folder, "files")).mode & 0o777).toBe(0o700);
  });

  test.each<[string, string, Uint8Array]>([
    ["contentDiffers", "Công văn.pdf", PROGRAMS.windows],
    ["contentDiffers", "Công văn.pdf", PROGRAMS.linux],
    ["contentDiffers", "Ghi chú.txt", PROGRAMS.linux],
    ["contentDiffers", "Báo cáo.docx", zip({ "a.txt": "a" })],
    ["contentDiffers", "Báo cáo.docx", office("xlsx")],
    ["contentDiffers", "Hồ sơ.zip", zip({ "META-INF/MANIFEST.MF": "Main-Class: A" })],
    ["contentDiffers", "Báo cáo.doc", oldOffice("Installer")],
    ["contentDiffers", "Báo cáo.pdf", Buffer.from("<script>1</script>")],
    ["contentDiffers", "Ảnh.png", png().slice(0, 9)],
    ["contentDiffers", "Hỏng.zip", zip({ a: "b" }).slice(0, 3)],
    ["typeNotAllowed", "Công văn.pdf.exe", PROGRAMS.windows],
    ["typeNotAllowed", "Công văn\u202Efdp.exe", PROGRAMS.windows],
    ["typeNotAllowed", "hình.svg", Buffer.from("<svg/>")],
    ["typeNotAllowed", "Công văn", pdf()],
    ["nameless", "\u0000/", pdf()],
    ["empty", "a.pdf", new Uint8Array()],
    ["tooLarge", "a.pdf", new Uint8Array(FILE_LIMITS.bytes + 1)],
  ])("refuses as %s: %j", async (problem, name, bytes) => {
    const before = await database().storedFile.count();
    const refusal = await refusalOf(storeFile(clerk, { name, bytes }));
    expect(refusal).toBe(`files: files.problems.${problem}`);
    expect(await database().storedFile.count()).toBe(before);
  });

  test.each(["OBSERVER", "ADMIN"] as const)("takes nothing from %s", async (role) => {
    const actor = await givenSignedIn({ role });
    const refusal = await refusalOf(storeFile(actor, { name: "a.pdf", bytes: pdf() }));
    expect(refusal).toBe("FORBIDDEN: files.problems.mayNot");
  });
});

test("a content that is lost or changed is an error and not another file", async () => {
  const { id } = await storeFile(clerk, { name: "a.pdf", bytes: pdf() });
  const row = await database().storedFile.findUniqueOrThrow({ where: { id } });
  await expect(readContent({ ...row, sha256: "00" })).rejects.toThrow("has changed");
  rmSync(path.join(folder, "files", row.storageKey));
  await expect(readContent(row)).rejects.toThrow("has lost");
});

const upload = async (actor = clerk) =>
  (await storeFile(actor, { name: "a.pdf", bytes: pdf() })).id;
const link = (ids: readonly string[], actorId: number | null = clerk.id) =>
  database().$transaction((transaction) => linkFiles(transaction, actorId, ids, { directiveId }));

describe("linkFiles", () => {
  const notThere = "files: files.problems.notThere";

  test("ties the actor's uploads to their object, once and for good", async () => {
    const ids = [await upload(), await upload()];
    await link([...ids, ...ids]);
    const links = await database().fileLink.findMany({ where: { fileId: { in: ids } } });
    expect(links).toHaveLength(2);
    expect(links.every((made) => made.directiveId === directiveId)).toBe(true);
    expect(await refusalOf(link(ids.slice(0, 1)))).toBe(notThere);
  });

  test("refuses someone else's, unknown ones, and too many, and then links none", async () => {
    const own = await upload();
    expect(await refusalOf(link([own, await upload(colleague)]))).toBe(notThere);
    expect(await refusalOf(link([own, crypto.randomUUID()]))).toBe(notThere);
    expect(await refusalOf(link([own], null))).toBe(notThere);
    const many = Array.from({ length: 11 }, () => crypto.randomUUID());
    expect(await refusalOf(link(many))).toBe("files: files.problems.tooMany");
    expect(await database().fileLink.count({ where: { fileId: own } })).toBe(0);
    await link([]);
  });

  test("two forms with the same file: the second waits, and then has none", async () => {
    const id = await upload();
    const [linked, sent] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const first = database().$transaction(async (transaction) => {
      await linkFiles(transaction, clerk.id, [id], { directiveId });
      linked.resolve();
      await sent.promise;
    });
    await linked.promise;
    const second = refusalOf(link([id]));
    let settled = false;
    const settling = () => {
      settled = true;
    };
    second.then(settling, settling);
    await vi.waitUntil(async () => settled || (await waiting()) > 0, { timeout: 10_000 });
    sent.resolve();
    await first;
    expect(await second).toBe(notThere);
    expect(await database().fileLink.count({ where: { fileId: id } })).toBe(1);
  });
});

/** How many statements wait for a lock. */
async function waiting(): Promise<number> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  return row?.count ?? 0;
}

test("sweepUnlinkedFiles removes old uploads that nothing claimed, with their content", async () => {
  const [claimed, unclaimed, recent] = [await upload(), await upload(), await upload()];
  await link([claimed]);
  const long = new Date("2026-01-01");
  await database().storedFile.updateMany({
    where: { id: { in: [claimed, unclaimed] } },
    data: { uploadedAt: long },
  });
  expect(await sweepUnlinkedFiles(new Date("2026-01-02"))).toBe(1);
  const left = await database().storedFile.findMany({
    where: { id: { in: [claimed, unclaimed, recent] } },
    select: { id: true },
  });
  expect(left.map(({ id }) => id).sort()).toEqual([claimed, recent].sort());
  const kept = (id: string) => existsSync(path.join(folder, "files", id.slice(0, 2), id));
  expect([claimed, unclaimed, recent].map(kept)).toEqual([true, false, true]);
});

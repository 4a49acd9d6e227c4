import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { type FileTarget, linkFiles } from "#lib/files/service.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { givenAccount } from "#lib/users/testing/accounts.ts";
import { filesOfDirective, filesOfTask, getFile } from "./file-queries.ts";
import { assigned, givenCatalogues, givenDirective, givenTask, viewerOf } from "./testing/given.ts";

await testDatabase();
vi.stubEnv("BUSINESS_TODAY", "2026-05-20");
await givenCatalogues();

const directiveId = await givenDirective({ number: "308/UBND-TH" });
const elsewhere = await givenDirective({ number: "309/UBND-TH" });
const own = await givenTask([assigned("2026-05-04", "2026-05-27", 1)], {
  directiveId,
  level: "CITY",
  cooperating: [2],
});
const foreign = await givenTask([assigned("2026-05-04", "2026-05-27", 3)], {
  directiveId: elsewhere,
  level: "CITY",
});
const extension = await database().extension.create({
  data: {
    taskId: own.id,
    oldDueOn: new Date("2026-05-27"),
    newDueOn: new Date("2026-06-10"),
    reason: "Chờ số liệu",
    requestedOn: new Date("2026-05-20"),
  },
});

const uploader = await givenAccount({ role: "OFFICE" });

async function givenFile(name: string, target: FileTarget | null): Promise<string> {
  const id = randomUUID();
  await database().storedFile.create({
    data: {
      id,
      name,
      mediaType: "application/pdf",
      size: 534,
      sha256: "",
      storageKey: id,
      uploadedById: uploader.id,
    },
  });
  if (target) {
    await database().$transaction((transaction) =>
      linkFiles(transaction, uploader.id, [id], target),
    );
  }
  return id;
}

let files: Record<"task" | "event" | "extension" | "directive" | "foreign" | "unlinked", string>;
beforeAll(async () => {
  files = {
    task: await givenFile("Phiếu giao việc.pdf", { taskId: own.id }),
    event: await givenFile("Tiến độ.pdf", { taskId: own.id, eventSequence: 1 }),
    extension: await givenFile("Đề nghị gia hạn.pdf", { extensionId: extension.id }),
    directive: await givenFile("Công văn 308.pdf", { directiveId }),
    foreign: await givenFile("Của đơn vị khác.pdf", { taskId: foreign.id }),
    unlinked: await givenFile("Chưa gửi.pdf", null),
  };
});

/** Which of the files someone gets. */
async function seenBy(viewer: Viewer, id = 0): Promise<string[]> {
  const found = await Promise.all(
    Object.entries(files).map(async ([what, file]) =>
      (await getFile({ ...viewer, id }, file)) ? what : "",
    ),
  );
  return found.filter(Boolean);
}

describe("getFile", () => {
  const ofOwnTask = ["task", "event", "extension", "directive"];

  test.each<[string, Viewer, string[]]>([
    ["the chairman", viewerOf("CHAIRMAN"), [...ofOwnTask, "foreign"]],
    ["an observer", viewerOf("OBSERVER"), [...ofOwnTask, "foreign"]],
    ["the lead department", viewerOf("DEPARTMENT_HEAD", 1), ofOwnTask],
    ["a cooperating department", viewerOf("OFFICER", 2), ofOwnTask],
    ["another department", viewerOf("DEPARTMENT_HEAD", 3), ["foreign"]],
    ["a stranger", viewerOf("OFFICER", 4), []],
    ["an administrator", viewerOf("ADMIN"), []],
  ])("%s gets the files of what it sees", async (_, viewer, expected) => {
    expect(await seenBy(viewer)).toEqual(expected);
  });

  test("an upload that belongs to nothing yet is its uploader's alone", async () => {
    expect(await seenBy(viewerOf("OFFICER", 4), uploader.id)).toEqual(["unlinked"]);
  });

  test("having uploaded a file does not open it once it belongs to something", async () => {
    const former = { ...viewerOf("OFFICER", 4), id: uploader.id };
    expect(await getFile(former, files.task)).toBeNull();
  });

  test("an id that is none is not there", async () => {
    const chairman = { ...viewerOf("CHAIRMAN"), id: 0 };
    expect(await getFile(chairman, "1' or true")).toBeNull();
    expect(await getFile(chairman, randomUUID())).toBeNull();
  });
});

describe("the files of a thing", () => {
  test("a task's come with the event or request that they belong to", async () => {
    const found = await filesOfTask(viewerOf("OFFICER", 2), own.id);
    expect(found.map((file) => [file.id, file.eventSequence, file.extensionId])).toEqual([
      [files.task, null, null],
      [files.event, 1, null],
      [files.extension, null, extension.id],
    ]);
    expect(found[0]).toMatchObject({ name: "Phiếu giao việc.pdf", size: 534 });
    expect(found[0]?.uploadedBy).toMatch(/^Vị trí/);
  });

  test("a directive's are its own", async () => {
    const found = await filesOfDirective(viewerOf("OFFICER", 2), directiveId);
    expect(found.map(({ id }) => id)).toEqual([files.directive]);
  });

  test("strangers find none", async () => {
    expect(await filesOfTask(viewerOf("OFFICER", 4), own.id)).toEqual([]);
    expect(await filesOfDirective(viewerOf("OFFICER", 4), directiveId)).toEqual([]);
  });
});

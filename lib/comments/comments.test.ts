import { beforeEach, describe, expect, test } from "vitest";
import { database } from "#lib/core/db.ts";
import { ForbiddenError, InvalidInputError, NotFoundError } from "#lib/core/errors.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { assigned, givenCatalogues, givenTask } from "#lib/tasks/testing/given.ts";
import { givenSignedIn } from "#lib/users/testing/accounts.ts";
import { getDiscussion, listComments } from "./queries.ts";
import { newCommentSchema } from "./schema.ts";
import { addComment } from "./service.ts";

await testDatabase();
await givenCatalogues();

const signedIn = (login: string, role: Parameters<typeof givenSignedIn>[0], displayName = login) =>
  givenSignedIn({ ...role, login }).then(async (user) => {
    await database().user.update({ where: { id: user.id }, data: { displayName } });
    return { ...user, displayName };
  });
const chairman = await signedIn("chutich", { role: "CHAIRMAN" }, "Chủ tịch");
const head = await signedIn(
  "tp.kinhte",
  { role: "DEPARTMENT_HEAD", departmentId: 1 },
  "Trưởng phòng",
);
const cooperator = await signedIn("tp.duan", { role: "DEPARTMENT_HEAD", departmentId: 3 });
const stranger = await signedIn("tp.danguy", { role: "DEPARTMENT_HEAD", departmentId: 4 });
const observer = await signedIn("giamsat", { role: "OBSERVER" });
const admin = await signedIn("quantri", { role: "ADMIN" });
const { id: taskId } = await givenTask([assigned("2026-03-02", null, 1)], { cooperating: [3] });

beforeEach(async () => {
  await database().notification.deleteMany();
  await database().taskComment.deleteMany();
});

async function told(): Promise<{ userId: number; kind: string }[]> {
  return database().notification.findMany({
    orderBy: { userId: "asc" },
    select: { userId: true, kind: true },
  });
}

describe("addComment", () => {
  test("is kept, read by those who see the task, and tells whom it mentions, once each", async () => {
    const text = "Nhờ @tp.kinhte phối hợp @tp.duan, @tp.kinhte. Gửi cả @chutich";
    await addComment(chairman, { taskId, text });
    expect(await told()).toEqual([
      { userId: head.id, kind: "MENTIONED" },
      { userId: cooperator.id, kind: "MENTIONED" },
    ]);
    const [comment] = await listComments(cooperator, taskId);
    expect(comment).toMatchObject({ author: "Chủ tịch", text });
    expect(comment?.mentions).toEqual([
      { login: "tp.kinhte", displayName: "Trưởng phòng" },
      { login: "tp.duan", displayName: "tp.duan" },
      { login: "chutich", displayName: "Chủ tịch" },
    ]);
    expect(await listComments(stranger, taskId)).toEqual([]);
    expect(await database().outboxMessage.count({ where: { kind: "task.commented" } })).toBe(1);
  });

  test.each(["@tp.danguy", "@quantri", "@nobody"])(
    "mentions nobody who cannot see the task: %s",
    async (name) => {
      const said = addComment(head, { taskId, text: `Nhờ ${name}, @chutich` });
      await expect(said).rejects.toThrow(InvalidInputError);
      await expect(said).rejects.toMatchObject({
        issues: [{ path: "text", key: "comments.problems.cannotSee", values: { names: name } }],
      });
      expect(await told()).toEqual([]);
      expect(await listComments(chairman, taskId)).toEqual([]);
    },
  );

  test("a task of others is not there; whoever only reads says nothing", async () => {
    const comment = { taskId, text: "Ý kiến" };
    await expect(addComment(stranger, comment)).rejects.toThrow(NotFoundError);
    await expect(addComment(head, { ...comment, taskId: 999 })).rejects.toThrow(NotFoundError);
    await expect(addComment(observer, comment)).rejects.toThrow(ForbiddenError);
    await expect(addComment(admin, comment)).rejects.toThrow(ForbiddenError);
  });

  test("a request that comes twice is done once", async () => {
    const comment = { taskId, text: "@chutich", requestKey: crypto.randomUUID() };
    const answers = await Promise.all([addComment(head, comment), addComment(head, comment)]);
    expect(answers[0]).toEqual(answers[1]);
    expect(await listComments(head, taskId)).toHaveLength(1);
    expect(await told()).toHaveLength(1);
  });
});

test("people to mention are those who see the task, without oneself", async () => {
  const logins = async (viewer: typeof head) =>
    (await getDiscussion(viewer, taskId)).people?.map(({ login }) => login).sort();
  expect(await logins(head)).toEqual(["chutich", "giamsat", "tp.duan"]);
  expect(await logins(observer)).toBeUndefined();
});

test("nothing, and more than a page, is refused at the entry", () => {
  const problemsOf = (text: string) =>
    newCommentSchema.safeParse({ taskId: "1", text }).error?.issues.map(({ path }) => path);
  expect(problemsOf(" \n ")).toEqual([["text"]]);
  expect(problemsOf("a".repeat(5001))).toEqual([["text"]]);
  expect(problemsOf("<script>alert(1)</script>")).toBeUndefined();
});

test("an id that there cannot be is refused", () => {
  const form = { taskId: "2147483648", text: "Đã rõ" };
  expect(newCommentSchema.safeParse(form).error?.issues).toMatchObject([{ path: ["taskId"] }]);
});

import { beforeEach, describe, expect, test } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { givenDepartment, givenSignedIn } from "#lib/users/testing/accounts.ts";
import { listViews } from "./queries.ts";
import { newViewSchema, VIEWS_PER_LIST, viewIdSchema } from "./schema.ts";
import { changeView, removeView, saveView } from "./service.ts";

await testDatabase();

beforeEach(() => database().savedView.deleteMany());

const view = (given: { name?: string; shared?: boolean } = {}) => ({
  list: "tasks" as const,
  name: "Quá hạn của tôi",
  query: "timeliness=OVERDUE",
  shared: false,
  ...given,
});

const officer = async (code: string) =>
  givenSignedIn({ role: "OFFICER", departmentId: await givenDepartment(code) });

describe("a kept view", () => {
  test("is shown to its owner alone, in its own list", async () => {
    const [owner, colleague] = [await officer("PHONG_KT"), await officer("PHONG_KT")];
    await saveView(owner, view());
    expect(await listViews(owner, "tasks")).toMatchObject([
      { name: "Quá hạn của tôi", query: "timeliness=OVERDUE", shared: false, owner: null },
    ]);
    expect(await listViews(owner, "directives")).toEqual([]);
    expect(await listViews(colleague, "tasks")).toEqual([]);
  });

  test("is shown to the department that it is shared with, under its owner's position", async () => {
    const owner = await officer("PHONG_KT");
    const [colleague, stranger] = [await officer("PHONG_KT"), await officer("VP_UBND")];
    await saveView(owner, view({ shared: true }));
    expect(await listViews(colleague, "tasks")).toMatchObject([{ owner: owner.displayName }]);
    expect(await listViews(stranger, "tasks")).toEqual([]);
  });

  test("someone without a department sees nothing shared and shares nothing", async () => {
    const chairman = await givenSignedIn({ role: "CHAIRMAN" });
    await saveView(await officer("PHONG_KT"), view({ shared: true }));
    expect(await listViews(chairman, "tasks")).toEqual([]);
    await expect(saveView(chairman, view({ shared: true }))).rejects.toMatchObject({ status: 403 });
  });

  test("is changed and thrown away by its owner; to anyone else it is not there", async () => {
    const [owner, colleague] = [await officer("PHONG_KT"), await officer("PHONG_KT")];
    const { id } = await saveView(owner, view({ shared: true }));
    const change = { id, name: "Tên khác", shared: false };
    await expect(changeView(colleague, change)).rejects.toMatchObject({ status: 404 });
    await expect(removeView(colleague, id)).rejects.toMatchObject({ status: 404 });
    await changeView(owner, change);
    expect(await listViews(owner, "tasks")).toMatchObject([{ name: "Tên khác", shared: false }]);
    expect(await listViews(colleague, "tasks")).toEqual([]);
    await removeView(owner, id);
    expect(await listViews(owner, "tasks")).toEqual([]);
  });

  test("has a name of its own, said at the name", async () => {
    const owner = await officer("PHONG_KT");
    const { id } = await saveView(owner, view({ name: "Tuần này" }));
    await saveView(owner, view());
    const taken = { issues: [{ path: "name", key: "views.problems.nameTaken" }] };
    await expect(saveView(owner, view())).rejects.toMatchObject(taken);
    const change = { id, name: view().name, shared: false };
    await expect(changeView(owner, change)).rejects.toMatchObject(taken);
  });

  test("is not one of endlessly many, nor kept by an administrator", async () => {
    const owner = await officer("PHONG_KT");
    for (let kept = 0; kept < VIEWS_PER_LIST; kept += 1) {
      await saveView(owner, view({ name: `${kept}` }));
    }
    await expect(saveView(owner, view())).rejects.toMatchObject({ status: 409 });
    const administrator = await givenSignedIn({ role: "ADMIN" });
    await expect(saveView(administrator, view())).rejects.toMatchObject({ status: 403 });
  });
});

test.each([
  ["no name", { name: "  " }, "views.problems.nameMissing"],
  ["a name that cannot be seen", { name: "\u0000" }, "views.problems.nameMissing"],
  ["a name without end", { name: "á".repeat(101) }, "views.problems.nameLength"],
  ["no filters", { query: "" }, "views.problems.queryMissing"],
])("a form is refused with %s", (_, entries, message) => {
  const form = { list: "tasks", name: "Tuần này", query: "field=TBKL", ...entries };
  expect(newViewSchema.safeParse(form).error?.issues).toMatchObject([{ message }]);
});

test("what cannot be stored is left out of the name, and an id is one that there can be", () => {
  const form = { list: "tasks", name: "Tuần\u0000 này", query: "field=TBKL\u0000" };
  expect(newViewSchema.parse(form)).toMatchObject({ name: "Tuần này", query: "field=TBKL" });
  expect(viewIdSchema.safeParse({ id: "2147483648" }).success).toBe(false);
});

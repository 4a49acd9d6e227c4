import { expect, test } from "vitest";
import { testDatabase } from "#lib/core/testing.ts";
import { shownTasksSchema, versionsOf } from "./live.ts";
import { assigned, givenCatalogues, givenTask, viewerOf } from "./testing/given.ts";

await testDatabase();
await givenCatalogues();

test("tells the versions of the tasks that the viewer may see, and of no others", async () => {
  const own = await givenTask([assigned("2026-03-02", null, 1)]);
  const foreign = await givenTask([assigned("2026-03-02", null, 2)]);
  const ids = [own.id, foreign.id, 999_999];
  expect(await versionsOf(viewerOf("CHAIRMAN"), ids)).toEqual({ [own.id]: 1, [foreign.id]: 1 });
  expect(await versionsOf(viewerOf("OFFICER", 1), ids)).toEqual({ [own.id]: 1 });
  expect(await versionsOf(viewerOf("ADMIN"), ids)).toEqual({});
  expect(await versionsOf(viewerOf("CHAIRMAN"), [])).toEqual({});
});

test("takes up to 200 ids and nothing else", () => {
  const many = Array.from({ length: 201 }, (_, index) => index + 1);
  expect(shownTasksSchema.parse(undefined)).toEqual([]);
  expect(shownTasksSchema.parse("12,15")).toEqual([12, 15]);
  expect(shownTasksSchema.safeParse(many.join(",")).success).toBe(false);
  for (const wrong of ["0", "-1", "1.5", "x", "1;drop", "99999999999"]) {
    expect(shownTasksSchema.safeParse(wrong).success, wrong).toBe(false);
  }
});

import { expect, it } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { getRegisterCatalogue } from "./choice-queries.ts";
import { givenCatalogues, viewerOf } from "./testing/given.ts";

await testDatabase();

it("offers what one may assign to as leading, and any active department as cooperating", async () => {
  await givenCatalogues();
  await database().department.update({ where: { code: "DANG_UY" }, data: { active: false } });
  const offered = async (viewer: Parameters<typeof getRegisterCatalogue>[0]) => {
    const { leadDepartments, departments } = await getRegisterCatalogue(viewer, "vi");
    return [leadDepartments, departments].map((list) => list.map(({ value }) => value));
  };
  const all = ["PHONG_KT", "VP_UBND", "BAN_QLDA"];
  expect(await offered(viewerOf("OFFICE"))).toEqual([all, all]);
  const viceChairman = { ...viewerOf("VICE_CHAIRMAN"), portfolioDepartmentIds: [3] };
  expect(await offered(viceChairman)).toEqual([["BAN_QLDA"], all]);
});

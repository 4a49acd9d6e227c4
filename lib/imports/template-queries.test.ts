import { beforeAll, expect, it } from "vitest";
import { database } from "#lib/core/db.ts";
import { NotFoundError } from "#lib/core/errors.ts";
import { readSpreadsheet } from "#lib/core/spreadsheet/read.ts";
import { testDatabase } from "#lib/core/testing.ts";
import type { Role } from "#lib/users/schema.ts";
import { getImportTemplate } from "./template-queries.ts";

await testDatabase();

const viewer = (role: Role) => ({ role, departmentId: null, portfolioDepartmentIds: [] });

beforeAll(async () => {
  const department = (code: string, name: string, position: number, active: boolean) =>
    database().department.create({
      data: { code, name, short: name, nameEn: name, kind: "SPECIALIST", position, active },
    });
  await department("PHONG_KT", "Phòng Kinh tế", 1, true);
  await department("PHONG_CU", "Phòng đã giải thể", 2, false);
});

it("offers the departments that there are now", async () => {
  const { fileName, bytes } = await getImportTemplate(viewer("OFFICE"), "TASKS");
  expect(fileName).toBe("mau-nhap-nhiem-vu.xlsx");
  const { sheets } = await readSpreadsheet(bytes, fileName);
  const lists = sheets.find(({ name }) => name === "Danh mục");
  expect(lists?.rows.map(({ cells }) => cells.slice(0, 2))).toEqual([
    ["Đơn vị", "Mã đơn vị"],
    ["Phòng Kinh tế", "PHONG_KT"],
    ...(lists?.rows.slice(2).map(() => [null, null]) ?? []),
  ]);
});

it("is for those who may bring the kind in, and for nobody else", async () => {
  for (const role of ["CHAIRMAN", "DEPARTMENT_HEAD", "OFFICER", "OBSERVER", "ADMIN"] as const) {
    await expect(getImportTemplate(viewer(role), "TASKS")).rejects.toThrow(NotFoundError);
  }
  await expect(getImportTemplate(viewer("OFFICE"), "USERS")).rejects.toThrow(NotFoundError);
  expect((await getImportTemplate(viewer("ADMIN"), "USERS")).bytes.length).toBeGreaterThan(1000);
});

import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#lib/core/db.ts";
import { ForbiddenError, InvalidInputError, NotFoundError } from "#lib/core/errors.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { givenCatalogues } from "#lib/tasks/testing/given.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { ROLES } from "#lib/users/schema.ts";
import { givenAccount, givenSignedIn } from "#lib/users/testing/accounts.ts";
import {
  indicatorChangeSchema,
  newIndicatorSchema,
  newTargetSchema,
  partOf,
  spanOfPart,
  TARGET_PARTS,
} from "./catalogue.ts";
import { listCatalogue, listDelegates, listYearTargets } from "./catalogue-queries.ts";
import {
  addIndicator,
  addTarget,
  changeIndicator,
  changeTarget,
  removeTarget,
} from "./catalogue-service.ts";

await testDatabase();

let office: CurrentUser;
let officer = 0;

beforeAll(async () => {
  await givenCatalogues();
  office = await givenSignedIn({ role: "OFFICE" });
  officer = (await givenAccount({ role: "OFFICER", departmentId: 1 })).id;
});

const typed = {
  code: "hs_moi",
  name: "Hồ sơ mới",
  unit: "hồ sơ",
  direction: "UP",
  aggregation: "SUM",
  department: "PHONG_KT",
  sector: "DAT_DAI",
};
const indicator = (more: object = {}) => newIndicatorSchema.parse({ ...typed, ...more });
const change = (more: object = {}) =>
  indicatorChangeSchema.parse({ ...typed, code: "HS_MOI", active: "on", ...more });
const target = (more: object = {}) =>
  newTargetSchema.parse({
    name: "Hồ sơ trong năm",
    indicator: "HS_MOI",
    year: "2026",
    part: "YEAR",
    comparator: "GE",
    value: "1.200",
    ...more,
  });

async function refusal(attempt: Promise<unknown>) {
  const error = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof InvalidInputError)) throw error ?? new Error("was accepted");
  return error.issues.map(({ path, key }) => `${path} ${key.split(".").at(-1)}`);
}

describe("an indicator", () => {
  test("is added by its code, once", async () => {
    await addIndicator(office, indicator({ delegate: `${officer}` }));
    expect(await listCatalogue(office)).toMatchObject([
      { code: "HS_MOI", department: "PHONG_KT", delegate: { id: officer }, used: false },
    ]);
    expect(await refusal(addIndicator(office, indicator()))).toEqual(["code codeTaken"]);
  });

  test("is delegated to an officer of its own department only", async () => {
    const moved = change({ department: "BAN_QLDA", delegate: `${officer}` });
    expect(await refusal(changeIndicator(office, moved))).toEqual(["delegate delegate"]);
    expect(await listDelegates(office)).toEqual([
      expect.objectContaining({ id: officer, department: "PHONG_KT" }),
    ]);
  });

  test("keeps what its values mean, and is retired instead", async () => {
    await changeIndicator(office, change({ unit: "bộ" }));
    const { id } = await database().indicator.findUniqueOrThrow({ where: { code: "HS_MOI" } });
    await database().indicatorValue.create({
      data: { indicatorId: id, month: "2026-04", state: "REPORTED", value: 1 },
    });
    expect(await refusal(changeIndicator(office, change()))).toEqual(["unit used"]);
    const asLast = change({ unit: "bộ", aggregation: "LAST" });
    expect(await refusal(changeIndicator(office, asLast))).toEqual(["aggregation used"]);
    await changeIndicator(office, change({ unit: "bộ", active: undefined, name: "Hồ sơ cũ" }));
    expect(await listCatalogue(office)).toMatchObject([{ active: false, name: "Hồ sơ cũ" }]);
    await expect(changeIndicator(office, change({ code: "KHONG_CO" }))).rejects.toThrow(
      NotFoundError,
    );
  });

  test.each([
    [{ aggregation: "RATIO" }, "unit"],
    [{ unit: "%" }, "aggregation"],
    [{ code: "1A" }, "code"],
    [{ name: " " }, "name"],
  ])("cannot be %j", (more, path) => {
    const parsed = newIndicatorSchema.safeParse({ ...typed, ...more });
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([path]);
  });
});

describe("a target", () => {
  test("has the unit of what measures it, one for each span", async () => {
    await addTarget(office, target({ unit: "vụ" }));
    expect(await listYearTargets(office, 2026)).toMatchObject([
      { indicatorCode: "HS_MOI", unit: "bộ", value: 1200, span: "YEAR", startMonth: "2026-01" },
    ]);
    expect(await refusal(addTarget(office, target()))).toEqual(["part targetTaken"]);
    await addTarget(office, target({ part: "Q2", value: "300" }));
    await addTarget(office, target({ indicator: "", comparator: "QUALITATIVE", value: "" }));
    expect(await listYearTargets(office, 2026)).toHaveLength(3);
    expect(await listYearTargets(office, 2025)).toEqual([]);
  });

  test("is changed and taken out, but not twice", async () => {
    const [first] = await listYearTargets(office, 2026);
    const id = first?.id ?? 0;
    await changeTarget(office, { id, ...target({ value: "1.300" }) });
    expect((await listYearTargets(office, 2026))[0]?.value).toBe(1300);
    const asQuarter = { id, ...target({ part: "Q2" }) };
    expect(await refusal(changeTarget(office, asQuarter))).toEqual(["part targetTaken"]);
    await removeTarget(office, { id });
    await expect(removeTarget(office, { id })).rejects.toThrow(NotFoundError);
    await expect(changeTarget(office, { id, ...target() })).rejects.toThrow(NotFoundError);
  });

  test.each([
    [{ value: "" }, "value"],
    [{ comparator: "QUALITATIVE" }, "value"],
    [{ value: "12.5" }, "value"],
    [{ year: "26" }, "year"],
    [{ part: "Q5" }, "part"],
  ])("cannot be %j", (more, path) => {
    const given = { ...target(), ...{ year: "2026", value: "1" }, indicator: "", ...more };
    const parsed = newTargetSchema.safeParse(given);
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([path]);
  });

  test("names its span by the part of the year, and back", () => {
    for (const part of TARGET_PARTS) expect(partOf(spanOfPart(2026, part))).toBe(part);
    expect(spanOfPart(2026, "Q4")).toEqual({ span: "QUARTER", startMonth: "2026-10" });
  });
});

test("the catalogue is the Office's alone", async () => {
  for (const role of ROLES.filter((each) => each !== "OFFICE")) {
    const stranger = { ...office, role };
    for (const attempt of [
      () => addIndicator(stranger, indicator({ code: "KHAC" })),
      () => changeIndicator(stranger, change()),
      () => addTarget(stranger, target()),
      () => changeTarget(stranger, { id: 1, ...target() }),
      () => removeTarget(stranger, { id: 1 }),
      () => listCatalogue(stranger),
      () => listYearTargets(stranger, 2026),
      () => listDelegates(stranger),
    ]) {
      await expect(attempt()).rejects.toThrow(ForbiddenError);
    }
  }
});

import { beforeAll, expect, test } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import type { Role } from "#lib/users/schema.ts";
import { getIndicators, missingValues } from "./queries.ts";

await testDatabase();

const department = (code: string, position: number) => ({
  code,
  name: code,
  short: code,
  nameEn: code,
  kind: "SPECIALIST" as const,
  position,
});

let economy = 0;

beforeAll(async () => {
  const { id: economyId } = await database().department.create({ data: department("PHONG_KT", 1) });
  const { id: healthId } = await database().department.create({ data: department("TRAM_YT", 2) });
  economy = economyId;
  const sector = (code: string, position: number) =>
    database().sector.create({ data: { code, name: code, nameEn: code, position } });
  const health = await sector("Y_TE", 2);
  const land = await sector("DAT_DAI", 1);

  const indicator = { nameEn: "", unit: "hồ sơ", direction: "UP", aggregation: "SUM" } as const;
  await database().indicator.create({
    data: {
      ...indicator,
      code: "MUI_VACCINE",
      name: "Mũi vắc-xin đã tiêm",
      departmentId: healthId,
      sectorId: health.id,
      position: 1,
      values: { create: { month: "2026-04", state: "NOTHING_AROSE" } },
    },
  });
  await database().indicator.create({
    data: {
      ...indicator,
      code: "TY_LE_HS",
      name: "Tỷ lệ hồ sơ đã giải quyết",
      unit: "%",
      aggregation: "RATIO",
      departmentId: economyId,
      sectorId: land.id,
      position: 2,
      values: {
        create: [
          { month: "2025-03", state: "REPORTED", value: 10, origin: "DEMONSTRATION" },
          { month: "2026-03", state: "REPORTED", value: 50, numerator: 1, denominator: 2 },
          { month: "2026-04", state: "REPORTED", value: 99, numerator: 72, denominator: 100 },
          { month: "2026-05", state: "REPORTED", value: 1 },
        ],
      },
      targets: {
        create: {
          code: "GIAI_QUYET",
          name: "",
          nameEn: "",
          span: "YEAR",
          startMonth: "2026-01",
          comparator: "GE",
          value: 70,
          unit: "%",
          position: 1,
        },
      },
    },
  });
  const target = {
    name: "",
    nameEn: "",
    span: "YEAR",
    comparator: "QUALITATIVE",
    unit: "",
  } as const;
  await database().target.createMany({
    data: [
      { ...target, code: "LOI", startMonth: "2026-01", position: 2 },
      { ...target, code: "NAM_TRUOC", startMonth: "2025-01", position: 3 },
    ],
  });
});

const viewer = (role: Role) => ({ role, departmentId: economy, portfolioDepartmentIds: [] });

test("indicators come by sector, with twelve months, those a year before and the year so far", async () => {
  const { indicators } = await getIndicators(viewer("CHAIRMAN"), "2026-04");
  expect(indicators.map(({ code }) => code)).toEqual(["TY_LE_HS", "MUI_VACCINE"]);
  const [share, doses] = indicators;
  expect(share?.months.map(({ month }) => month)).toEqual(
    expect.arrayContaining(["2025-05", "2026-04"]),
  );
  expect(share?.months.at(-1)).toMatchObject({ state: "REPORTED", value: 72, numerator: 72 });
  expect(share?.months.at(-3)).toMatchObject({ state: "NOT_REPORTED", value: null });
  expect(share?.yearBefore.at(-2)).toMatchObject({ month: "2025-03", demonstration: true });
  expect(share?.yearToDate.at(-1)?.value).toBeCloseTo((73 / 102) * 100);
  expect(share?.yearToDate.at(-1)?.missing).toBe(2);
  expect(doses?.months.at(-1)).toMatchObject({ state: "NOTHING_AROSE", value: null });
});

test("the year's targets say where they stand, linked to an indicator or not", async () => {
  const { indicators, targets } = await getIndicators(viewer("CHAIRMAN"), "2026-04");
  expect(targets.map(({ code, standing }) => [code, standing])).toEqual([
    ["GIAI_QUYET", "MET"],
    ["LOI", null],
  ]);
  expect(indicators[0]?.targets.map(({ code }) => code)).toEqual(["GIAI_QUYET"]);
});

test("an officer reads the own department's indicators, an administrator none", async () => {
  const own = await getIndicators(viewer("OFFICER"), "2026-04");
  expect(own.indicators.map(({ code }) => code)).toEqual(["TY_LE_HS"]);
  const none = await getIndicators(viewer("ADMIN"), "2026-04");
  expect(none).toEqual({ indicators: [], targets: [] });
});

test("what is missing has neither a value nor that nothing arose", async () => {
  const codes = async (month: "2026-02" | "2026-03" | "2026-04") =>
    (await missingValues(month)).map(({ code, departmentCode }) => [code, departmentCode]);
  expect(await codes("2026-04")).toEqual([]);
  expect(await codes("2026-03")).toEqual([["MUI_VACCINE", "TRAM_YT"]]);
  expect(await codes("2026-02")).toEqual([
    ["TY_LE_HS", "PHONG_KT"],
    ["MUI_VACCINE", "TRAM_YT"],
  ]);
});

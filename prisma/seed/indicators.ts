import {
  addDays,
  addMonths,
  type CivilDate,
  type CivilMonth,
  firstDayOf,
  lastDayOf,
} from "#lib/core/dates.ts";
import type { Transaction } from "#lib/core/db.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { Aggregation, Comparator, Direction } from "#prisma/generated/enums.ts";
import { oneOf } from "./catalogues.ts";
import { readRows } from "./data.ts";
import { IndicatorSheet, REPORTED_MONTH } from "./indicatorSheet.ts";
import { headOf } from "./people.ts";
import { randomOf } from "./random.ts";
import { FIRST_PERIOD, type Register } from "./register.ts";
import { type Reference, required } from "./sketch.ts";

const DIRECTIONS: readonly Direction[] = ["UP", "DOWN", "NONE"];
const AGGREGATIONS: readonly Aggregation[] = ["SUM", "LAST", "RATIO"];

/** The one indicator that measures a target. */
const MEASURED_BY: Readonly<Record<string, string>> = {
  GIAI_NGAN_Q2_TY_LE: "TY_LE_GIAI_NGAN_DTC",
  GIAI_NGAN_Q2_SO_TIEN: "GIAI_NGAN_DTC",
};

/**
 * The indicators and the year's targets and, for a demonstration, their values: those of April
 * 2026 as reported, and made-up ones for the other months that are over.
 */
export async function seedIndicators(
  transaction: Transaction,
  reference: Reference,
  demonstration: { register: Register; today: CivilDate } | null,
): Promise<void> {
  const rows = readRows("indicators.csv");
  await transaction.indicator.createMany({
    data: rows.map((row, index) => ({
      code: row.text("code"),
      name: row.text("name_vi"),
      nameEn: row.text("name_en"),
      unit: row.text("unit"),
      direction: oneOf(DIRECTIONS, row, "direction"),
      aggregation: oneOf(AGGREGATIONS, row, "aggregation"),
      departmentId: required(reference.departments, row.text("owner_department_code")),
      sectorId: required(reference.sectors, row.text("sector_code")),
      position: index + 1,
    })),
  });
  const stored = await transaction.indicator.findMany({ select: { id: true, code: true } });
  const ids = new Map(stored.map(({ id, code }) => [code, id]));
  await transaction.target.createMany({ data: targetsOf(ids) });
  if (!demonstration) return;

  await delegate(transaction, reference);
  const { register, today } = demonstration;
  const sheet = new IndicatorSheet(register, reference);
  const owners = new Map(rows.map((row) => [row.text("code"), row.text("owner_department_code")]));
  const data: Prisma.IndicatorValueCreateManyInput[] = [];
  for (let month = FIRST_PERIOD; lastDayOf(month) <= today; month = addMonths(month, 1)) {
    for (const [code, department] of owners) {
      const imported = month === REPORTED_MONTH;
      const enteredOn = imported ? lastDayOf(month) : dayOfEntry(department, month);
      if (enteredOn > today || (!imported && isForgotten(code, department, month))) continue;
      const entry = sheet.entryOf(code, month);
      if (!entry) continue;
      data.push({
        ...entry,
        indicatorId: required(ids, code),
        month,
        origin: imported ? "IMPORTED" : "DEMONSTRATION",
        enteredById: required(reference.users, headOf(department)),
        enteredAt: new Date(`${enteredOn}T02:30:00Z`),
      });
    }
  }
  await transaction.indicatorValue.createMany({ data });
}

/** One department lets an officer enter a part of its indicators. */
async function delegate(transaction: Transaction, reference: Reference): Promise<void> {
  await transaction.indicator.updateMany({
    where: { code: { startsWith: "HS_DAT_DAI_" } },
    data: { delegateId: required(reference.users, "cv.datdai") },
  });
}

/** Departments enter a month in the first days of the next. */
function dayOfEntry(department: string, month: CivilMonth): CivilDate {
  const random = randomOf(`entry/${department}/${month}`);
  return addDays(firstDayOf(addMonths(month, 1)), random.integer(1, 5));
}

/** Months for which a whole department reported nothing, and single values left out. */
const SILENT: readonly string[] = ["TRAM_YT/2025-08", "BCH_QS/2025-11", "CONG_AN/2026-02"];

function isForgotten(code: string, department: string, month: CivilMonth): boolean {
  if (SILENT.includes(`${department}/${month}`)) return true;
  return !IndicatorSheet.isCounted(code) && randomOf(`forgotten/${code}/${month}`).chance(0.02);
}

const COMPARATORS: readonly Comparator[] = ["EQ", "GE", "GT", "LE", "LT"];

function targetsOf(ids: ReadonlyMap<string, number>): Prisma.TargetCreateManyInput[] {
  return readRows("targets_2026.csv").map((row, index) => {
    const code = row.text("code");
    const indicator = MEASURED_BY[code];
    const isQuarter = code.includes("_Q2_");
    const isQualitative = row.text("comparator") === "QUAL";
    return {
      code,
      name: row.text("name_vi"),
      nameEn: row.text("name_en"),
      indicatorId: indicator === undefined ? null : required(ids, indicator),
      span: isQuarter ? "QUARTER" : "YEAR",
      startMonth: isQuarter ? "2026-04" : "2026-01",
      comparator: isQualitative ? "QUALITATIVE" : oneOf(COMPARATORS, row, "comparator"),
      value: isQualitative ? null : row.number("target_value"),
      unit: row.optional("unit") ?? "",
      baseline: row.optional("baseline_2025"),
      position: index + 1,
    };
  });
}

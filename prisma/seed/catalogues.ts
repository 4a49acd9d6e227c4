import { toDatabaseDate } from "#lib/core/dates.ts";
import type { Transaction } from "#lib/core/db.ts";
import type { Settings } from "#lib/periods/schema.ts";
import { LEVELS } from "#lib/tasks/schema.ts";
import type { DepartmentKind } from "#prisma/generated/enums.ts";
import { CALENDAR } from "./calendar.ts";
import { type Row, readRows } from "./data.ts";
import type { Reference } from "./sketch.ts";

/** Names that fit a chart's axis. */
const FIELD_SHORTS: Readonly<Record<string, string>> = {
  TBKL_UBND: "TBKL",
  QLVB_DIEU_HANH: "QLVB",
  PM_GIAO_NHIEM_VU: "PM giao nhiệm vụ",
  DON_THU_KNTC: "Đơn thư",
  KL_THANH_TRA: "KL thanh tra",
};

/** English names that fit a chart's axis; the commune's own catalogue has Vietnamese ones. */
const SHORTS_EN: Readonly<Record<string, string>> = {
  VP_HDND_UBND: "Office",
  PHONG_KT: "Economy",
  PHONG_VHXH: "Culture & society",
  TT_DVTH: "Services centre",
  BAN_QLDA: "Project board",
  TRAM_YT: "Health station",
  BCH_QS: "Military",
  CONG_AN: "Police",
  DIEM_PVHCC: "Service point",
  UBMTTQ_XA: "Fatherland Front",
  BCD_TDDK: "Unity movement",
  TBKL_UBND: "Conclusions",
  QLVB_DIEU_HANH: "Documents",
  PM_GIAO_NHIEM_VU: "Task software",
  DON_THU_KNTC: "Petitions",
  KL_THANH_TRA: "Inspections",
};

const shortEnglish = (row: Row) => SHORTS_EN[row.text("code")] ?? row.text("name_en");

const DEPARTMENT_KINDS: readonly DepartmentKind[] = [
  "OFFICE",
  "SPECIALIST",
  "SERVICE_UNIT",
  "ARMED_FORCE",
  "OTHER",
];

/** The column's value, which must be one of those known. */
export function oneOf<Value extends string>(
  known: readonly Value[],
  row: Row,
  column: string,
): Value {
  const text = row.text(column);
  const value = known.find((each) => each === text);
  if (value === undefined) throw new Error(`${column}: ${text} is not one of ${known.join(", ")}`);
  return value;
}

/**
 * Departments, issuing bodies, fields, sectors and the holiday calendar.
 * @returns the ids by code; there are no users yet
 */
export async function seedCatalogues(transaction: Transaction): Promise<Omit<Reference, "users">> {
  const names = (row: Row, position: number) => ({
    code: row.text("code"),
    name: row.text("name_vi"),
    position,
  });
  await transaction.department.createMany({
    data: readRows("departments.csv").map((row, index) => ({
      ...names(row, index + 1),
      short: row.text("short_vi"),
      nameEn: row.text("name_en"),
      shortEn: shortEnglish(row),
      kind: oneOf(DEPARTMENT_KINDS, row, "kind"),
    })),
  });
  const bodies = [...readRows("issuing_bodies.csv"), ...readRows("issuing_bodies_more.csv")];
  await transaction.issuingBody.createMany({
    data: bodies.map((row, index) => ({
      ...names(row, index + 1),
      level: oneOf(LEVELS, row, "level"),
    })),
  });
  await transaction.field.createMany({
    data: readRows("fields.csv").map((row, index) => ({
      ...names(row, index + 1),
      short: FIELD_SHORTS[row.text("code")] ?? row.text("name_vi"),
      nameEn: row.text("name_en"),
      shortEn: shortEnglish(row),
    })),
  });
  await transaction.sector.createMany({
    data: readRows("sectors.csv").map((row, index) => ({
      ...names(row, index + 1),
      nameEn: row.text("name_en"),
    })),
  });
  await transaction.calendarDay.createMany({
    data: CALENDAR.map((day) => ({ ...day, on: toDatabaseDate(day.on) })),
  });

  const select = { id: true, code: true };
  const idsOf = (rows: readonly { id: number; code: string }[]) =>
    new Map(rows.map(({ id, code }) => [code, id]));
  const issuingBodies = await transaction.issuingBody.findMany({
    select: { ...select, level: true },
  });
  return {
    departments: idsOf(await transaction.department.findMany({ select })),
    fields: idsOf(await transaction.field.findMany({ select })),
    sectors: idsOf(await transaction.sector.findMany({ select })),
    issuingBodies: new Map(issuingBodies.map(({ code, id, level }) => [code, { id, level }])),
  };
}

/** The commune's settings, as they are before anyone has changed them. */
export async function seedSettings(
  transaction: Transaction,
  given: Pick<Settings, "demonstration" | "firstPeriod">,
): Promise<void> {
  const settings: Settings = {
    communeName: "Xã Bát Tràng",
    dueSoonWorkingDays: 5,
    periodFirstDay: 1,
    officeConfirms: false,
    ...given,
  };
  await transaction.setting.createMany({
    data: Object.entries(settings).map(([key, value]) => ({ key, value })),
  });
}

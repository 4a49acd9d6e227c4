import { type CivilDate, toDatabaseDate } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import type { Role, Viewer } from "#lib/users/schema.ts";
import type { DirectiveType, Level } from "#prisma/generated/enums.ts";
import { derivedRecordsOf, eventRecordOf } from "../records.ts";
import type { TaskEvent } from "../schema.ts";

/* A small register in the test's database, written as a history is: events first, the rest from them. */

/** Ids of departments (and codes, names), in the order of the catalogue. */
export const DEPARTMENTS = [
  { id: 1, code: "PHONG_KT", short: "P. Kinh tế" },
  { id: 2, code: "VP_UBND", short: "Văn phòng" },
  { id: 3, code: "BAN_QLDA", short: "Ban QLDA" },
  { id: 4, code: "DANG_UY", short: "Đảng ủy" },
] as const;
export const FIELDS = [
  { id: 11, code: "TBKL", short: "Thông báo kết luận" },
  { id: 12, code: "DON_THU", short: "Đơn thư" },
] as const;

export function viewerOf(role: Role, departmentId: number | null = null): Viewer {
  return { role, departmentId, portfolioDepartmentIds: [] };
}

/** Departments, fields, sectors, issuing bodies and settings. */
export async function givenCatalogues(): Promise<void> {
  const named = (code: string, short: string) => ({ code, short, name: short, nameEn: code });
  await database().department.createMany({
    data: DEPARTMENTS.map(({ id, code, short }) => ({
      id,
      ...named(code, short),
      kind: "SPECIALIST",
      position: id,
    })),
  });
  await database().field.createMany({
    data: FIELDS.map(({ id, code, short }) => ({ id, ...named(code, short), position: id })),
  });
  await database().sector.createMany({
    data: [
      { id: 21, code: "DAT_DAI", name: "Đất đai", nameEn: "Land", position: 1 },
      { id: 22, code: "Y_TE", name: "Y tế", nameEn: "Health", position: 2 },
    ],
  });
  await database().issuingBody.createMany({
    data: [
      { id: 31, code: "UBND_TP", name: "UBND Thành phố", level: "CITY", position: 1 },
      { id: 32, code: "UBND_XA", name: "UBND xã", level: "COMMUNE", position: 2 },
      { id: 33, code: "DANG_UY_XA", name: "Đảng ủy xã", level: "PARTY_COMMUNE", position: 3 },
    ],
  });
  await database().setting.createMany({
    data: [
      { key: "communeName", value: "Xã thử nghiệm" },
      { key: "demonstration", value: true },
      { key: "dueSoonWorkingDays", value: 5 },
      { key: "periodFirstDay", value: 1 },
      { key: "firstPeriod", value: "2025-07" },
    ],
  });
}

const BODY_LEVELS = new Map<number, Level>([
  [31, "CITY"],
  [32, "COMMUNE"],
  [33, "PARTY_COMMUNE"],
]);

export async function givenDirective(given: {
  number: string;
  abstract?: string;
  bodyId?: number;
  type?: DirectiveType;
  issuedOn?: CivilDate | null;
  receivedOn?: CivilDate;
  sectorId?: number | null;
}): Promise<number> {
  const { number, abstract = number, bodyId = 31, type = "OFFICIAL_LETTER" } = given;
  const { issuedOn = "2026-01-05", receivedOn = "2026-01-07", sectorId = null } = given;
  const { id } = await database().directive.create({
    data: {
      number,
      abstract,
      issuingBodyId: bodyId,
      level: BODY_LEVELS.get(bodyId) ?? "OTHER",
      type,
      sectorId,
      issuedOn: issuedOn && toDatabaseDate(issuedOn),
      receivedOn: toDatabaseDate(receivedOn),
    },
    select: { id: true },
  });
  return id;
}

/** Assigned under a department and field. */
export function assigned(
  on: CivilDate,
  dueOn: CivilDate | null,
  departmentId = 1,
  fieldId = 11,
): TaskEvent {
  return { kind: "ASSIGNED", on, dueOn, departmentId, fieldId };
}

let counter = 0;

/** A task with this history, and everything that follows from it. Its code when none is given: T-1, T-2 … */
export async function givenTask(
  events: readonly TaskEvent[],
  given: {
    code?: string;
    title?: string;
    deliverable?: string;
    directiveId?: number;
    level?: Level;
    sectorId?: number;
    cooperating?: readonly number[];
    assigneeId?: number;
  } = {},
): Promise<{ id: number; code: string }> {
  counter += 1;
  const { code = `T-${counter}`, cooperating = [], title = code, ...own } = given;
  return database().$transaction(async (transaction) => {
    const { task } = derivedRecordsOf(0, events);
    const { id } = await transaction.task.create({
      data: { ...task, ...own, code, title },
      select: { id: true },
    });
    const { spells, phases } = derivedRecordsOf(id, events);
    await transaction.overdueSpell.createMany({ data: spells });
    await transaction.taskPhase.createMany({ data: phases });
    await transaction.taskEvent.createMany({
      data: events.map((event, index) => ({
        taskId: id,
        sequence: index + 1,
        ...eventRecordOf(event),
      })),
    });
    await transaction.taskCooperation.createMany({
      data: cooperating.map((departmentId) => ({ taskId: id, departmentId })),
    });
    return { id, code };
  });
}

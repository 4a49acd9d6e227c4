import { beforeEach, describe, expect, test } from "vitest";
import { database } from "#lib/core/db.ts";
import { ForbiddenError, NotFoundError } from "#lib/core/errors.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { type CurrentUser, ROLES, type Role } from "#lib/users/schema.ts";
import { mayChangeSettings, mayEditCalendar } from "./policy.ts";
import { dueSoonUntil, getSettings, listCalendarDays } from "./queries.ts";
import {
  calendarDayChangeSchema,
  newCalendarDaySchema,
  type Settings,
  settingsChangeSchema,
} from "./schema.ts";
import { addCalendarDay, changeCalendarDay, changeSettings, removeCalendarDay } from "./service.ts";

await testDatabase();

const acting = (role: Role): CurrentUser => ({
  id: 1,
  login: role.toLowerCase(),
  displayName: role,
  role,
  departmentId: 1,
  departmentCode: "PHONG_KT",
  portfolioDepartmentIds: [1],
  locale: "vi",
  colorScheme: "auto",
  mustChangePassword: false,
  sessionId: "",
});
const admin = acting("ADMIN");
const office = acting("OFFICE");

const entered = { communeName: " Xã Lò Gốm ", dueSoonWorkingDays: "7", officeConfirms: "on" };
const tet = { on: "2027-01-01", kind: "HOLIDAY", name: "Tết Dương lịch" };
const day = (entry: object) => newCalendarDaySchema.parse(entry);

beforeEach(async () => {
  await database().setting.deleteMany();
  await database().calendarDay.deleteMany();
  const settings: Omit<Settings, "officeConfirms"> = {
    communeName: "Xã thử nghiệm",
    demonstration: true,
    dueSoonWorkingDays: 5,
    periodFirstDay: 1,
    firstPeriod: "2025-07",
  };
  await database().setting.createMany({
    data: Object.entries(settings).map(([key, value]) => ({ key, value })),
  });
});

describe("the settings", () => {
  test("are changed by the administrator, also one that was never set", async () => {
    expect(await getSettings()).toMatchObject({ officeConfirms: false });
    await changeSettings(admin, settingsChangeSchema.parse(entered));
    expect(await getSettings()).toEqual({
      communeName: "Xã Lò Gốm",
      demonstration: true,
      dueSoonWorkingDays: 7,
      periodFirstDay: 1,
      officeConfirms: true,
      firstPeriod: "2025-07",
    });
    const { officeConfirms: _, ...unticked } = entered;
    await changeSettings(admin, settingsChangeSchema.parse(unticked));
    expect(await getSettings()).toMatchObject({ officeConfirms: false });
  });

  test("that past figures rest on cannot be entered", async () => {
    const change = settingsChangeSchema.parse({ ...entered, periodFirstDay: "15" });
    await changeSettings(admin, change);
    expect(await getSettings()).toMatchObject({ periodFirstDay: 1 });
  });

  test.each(["", "0", "31", "2.5", "năm"])("refuse %j days at its field", (days) => {
    const { error } = settingsChangeSchema.safeParse({ ...entered, dueSoonWorkingDays: days });
    expect(error?.issues).toMatchObject([
      { path: ["dueSoonWorkingDays"], message: "admin.problems.dueSoonWorkingDays" },
    ]);
  });
});

describe("the calendar of working days", () => {
  test("is kept by year", async () => {
    await addCalendarDay(office, day(tet));
    await addCalendarDay(admin, day({ on: "2026-12-31", kind: "HOLIDAY", name: "Cuối năm" }));
    expect(await listCalendarDays(office, 2027)).toEqual([tet]);
    await removeCalendarDay(office, { was: "2027-01-01" });
    expect(await listCalendarDays(office, 2027)).toEqual([]);
    expect(await listCalendarDays(office, 2026)).toHaveLength(1);
  });

  test("decides from then on what is due soon", async () => {
    const ahead = { dueSoonWorkingDays: 1 };
    expect(await dueSoonUntil("2026-12-31", ahead)).toBe("2027-01-01");
    await addCalendarDay(office, day(tet));
    expect(await dueSoonUntil("2026-12-31", ahead)).toBe("2027-01-04");
    await addCalendarDay(office, day({ on: "2027-01-02", kind: "WORKED", name: "Làm bù" }));
    expect(await dueSoonUntil("2026-12-31", ahead)).toBe("2027-01-02");
  });

  test("moves a day and renames it", async () => {
    await addCalendarDay(office, day(tet));
    const change = { was: "2027-01-01", on: "2027-01-02", kind: "WORKED", name: "Làm bù" };
    await changeCalendarDay(office, calendarDayChangeSchema.parse(change));
    expect(await listCalendarDays(office, 2027)).toEqual([
      { on: "2027-01-02", kind: "WORKED", name: "Làm bù" },
    ]);
  });

  test("has each day once", async () => {
    const taken = { issues: [{ path: "on", key: "admin.problems.calendarDayTaken" }] };
    await addCalendarDay(office, day(tet));
    await expect(addCalendarDay(office, day(tet))).rejects.toMatchObject(taken);
    await addCalendarDay(office, day({ ...tet, on: "2027-01-04" }));
    const onto = calendarDayChangeSchema.parse({ ...tet, was: "2027-01-04" });
    await expect(changeCalendarDay(office, onto)).rejects.toMatchObject(taken);
    expect(await listCalendarDays(office, 2027)).toHaveLength(2);
  });

  test("says so when an entry is gone", async () => {
    const gone = calendarDayChangeSchema.parse({ ...tet, was: "2027-01-04" });
    await expect(changeCalendarDay(office, gone)).rejects.toBeInstanceOf(NotFoundError);
    const removal = removeCalendarDay(office, { was: "2027-01-04" });
    await expect(removal).rejects.toBeInstanceOf(NotFoundError);
  });

  test.each([
    [{ on: "2027-01-02" }, "on", "admin.problems.holidayOnWeekend"],
    [{ on: "2027-01-03" }, "on", "admin.problems.holidayOnWeekend"],
    [{ kind: "WORKED" }, "on", "admin.problems.workedOnWeekday"],
    [{ on: "30/2" }, "on", "admin.problems.notADay"],
    [{ kind: "HALF" }, "kind", "admin.problems.calendarDayKind"],
    [{ name: " " }, "name", "admin.problems.calendarDayName"],
  ])("refuses %j at its field", (wrong, field, message) => {
    for (const schema of [newCalendarDaySchema, calendarDayChangeSchema]) {
      const { error } = schema.safeParse({ was: "2027-01-01", ...tet, ...wrong });
      expect(error?.issues).toMatchObject([{ path: [field], message }]);
    }
  });
});

test.each(ROLES)("%s changes only what is theirs", async (role) => {
  const actor = acting(role);
  const outcomeOf = async (attempt: Promise<unknown>) =>
    attempt.then(
      () => true,
      (error) => {
        expect(error).toBeInstanceOf(ForbiddenError);
        return false;
      },
    );
  const settings = outcomeOf(changeSettings(actor, settingsChangeSchema.parse(entered)));
  expect(await settings).toBe(role === "ADMIN" && mayChangeSettings(actor));
  const keeps = ["OFFICE", "ADMIN"].includes(role);
  expect(mayEditCalendar(actor)).toBe(keeps);
  expect(await outcomeOf(addCalendarDay(actor, day(tet)))).toBe(keeps);
  expect(await outcomeOf(listCalendarDays(actor, 2027))).toBe(keeps);
  const change = calendarDayChangeSchema.parse({ ...tet, was: tet.on });
  expect(await outcomeOf(changeCalendarDay(actor, change))).toBe(keeps);
  expect(await outcomeOf(removeCalendarDay(actor, change))).toBe(keeps);
});

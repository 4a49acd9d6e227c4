import { execFileSync } from "node:child_process";
import { describe, expect, test, vi } from "vitest";
import {
  addDays,
  addMonths,
  businessDayOf,
  businessToday,
  type CivilDate,
  civilDate,
  civilMonth,
  daysBetween,
  earlier,
  firstDayOf,
  fromDatabaseDate,
  isCivilDate,
  isCivilMonth,
  lastDayOf,
  later,
  monthOf,
  toDatabaseDate,
  weekdayOf,
} from "./dates.ts";
import { database } from "./db.ts";
import { testDatabase } from "./testing.ts";

await testDatabase();

const SERVER_ZONES = ["UTC", "Asia/Ho_Chi_Minh", "America/Los_Angeles"];

/** From 1 December 2027 to 31 January 2029, over a leap day and two ends of a year. */
const CALENDAR_DAYS = 428;

const AROUND_MIDNIGHT = {
  "2028-02-28 23:30 in Vietnam": "2028-02-28T16:30:00Z",
  "2028-02-29 00:30 in Vietnam": "2028-02-28T17:30:00Z",
  "2028-02-29 23:30 in Vietnam": "2028-02-29T16:30:00Z",
  "2028-03-01 00:30 in Vietnam": "2028-02-29T17:30:00Z",
  "2027-12-31 23:30 in Vietnam": "2027-12-31T16:30:00Z",
  "2028-01-01 00:30 in Vietnam": "2027-12-31T17:30:00Z",
};

/**
 * What a server says whose process really runs in the given zone: today at some instants
 * around Vietnam's midnight, and the calendar of a leap year with its daylight-saving days.
 */
function answersOfServerIn(zone: string) {
  const server = `
    import { mock } from "node:test";
    const dates = await import(${JSON.stringify(new URL("./dates.ts", import.meta.url).href)});
    const instants = ${JSON.stringify(Object.values(AROUND_MIDNIGHT))};
    const todays = instants.map((instant) => {
      mock.timers.enable({ apis: ["Date"], now: new Date(instant) });
      const today = dates.businessToday();
      mock.timers.reset();
      return today;
    });
    const calendar = [];
    for (let days = 0, day = "2027-12-01"; days < ${CALENDAR_DAYS}; days += 1, day = dates.addDays(day, 1)) {
      const back = dates.fromDatabaseDate(dates.toDatabaseDate(day));
      calendar.push([day, back, dates.weekdayOf(day), dates.lastDayOf(dates.monthOf(day))].join());
    }
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const noonHour = new Date("2028-01-01T12:00:00Z").getHours();
    console.log(JSON.stringify({ zone, noonHour, todays, calendar }));`;
  const { BUSINESS_TODAY: _fixed, ...environment } = process.env;
  const output = execFileSync(process.execPath, ["--input-type=module", "--eval", server], {
    env: { ...environment, TZ: zone, NODE_OPTIONS: "" },
    encoding: "utf8",
    timeout: 20_000,
  });
  return JSON.parse(output) as {
    zone: string;
    noonHour: number;
    todays: CivilDate[];
    calendar: string[];
  };
}

describe.each(SERVER_ZONES)("on a server in %s", (zone) => {
  const server = answersOfServerIn(zone);

  test("the process really runs in that zone", () => {
    const hours: Record<string, number> = {
      UTC: 12,
      "Asia/Ho_Chi_Minh": 19,
      "America/Los_Angeles": 4,
    };
    expect([zone, "Asia/Saigon"]).toContain(server.zone);
    expect(server.noonHour).toBe(hours[zone]);
  });

  test.each(Object.keys(AROUND_MIDNIGHT).map((moment, index) => ({ moment, index })))(
    "today is the day in Vietnam at $moment",
    ({ moment, index }) => {
      expect(server.todays[index]).toBe(moment.slice(0, 10));
    },
  );

  test("no day of the calendar is lost, doubled or shifted", () => {
    const calendar: string[] = [];
    const start = Date.UTC(2027, 11, 1);
    for (let index = 0; index < CALENDAR_DAYS; index += 1) {
      const date = new Date(start + index * 86_400_000);
      const day = date.toISOString().slice(0, 10);
      const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0));
      calendar.push([day, day, date.getUTCDay() || 7, last.toISOString().slice(0, 10)].join());
    }
    expect(server.calendar).toEqual(calendar);
  });
});

test("today can be fixed for a demonstration, to a day that exists", () => {
  vi.stubEnv("BUSINESS_TODAY", "2028-02-29");
  expect(businessToday()).toBe("2028-02-29");
  vi.stubEnv("BUSINESS_TODAY", "2027-02-29");
  expect(() => businessToday()).toThrow(RangeError);
  vi.unstubAllEnvs();
});

test("the instant 00:30 in Vietnam is not its day to the database: only civil dates go there", () => {
  const instant = new Date(AROUND_MIDNIGHT["2028-03-01 00:30 in Vietnam"]);
  expect(businessDayOf(instant)).toBe("2028-03-01");
  expect(fromDatabaseDate(instant)).toBe("2028-02-29");
  expect(toDatabaseDate(businessDayOf(instant)).toISOString()).toBe("2028-03-01T00:00:00.000Z");
});

describe("a civil date in a Postgres date column", () => {
  const days: CivilDate[] = ["2027-12-31", "2028-01-01", "2028-02-29", "2028-03-12", "2028-11-05"];

  test.each(days)("comes back as %s, and is that day to Postgres as well", async (day) => {
    const [session] = await database().$queryRaw<
      { zone: string }[]
    >`select current_setting('TimeZone') as zone`;
    expect(session?.zone).toBe("UTC");
    const on = toDatabaseDate(day);
    const stored = await database().calendarDay.create({
      data: { on, kind: "HOLIDAY", name: day },
    });
    expect(fromDatabaseDate(stored.on)).toBe(day);
    const found = await database().calendarDay.findMany({ where: { on } });
    expect(found.map(({ name }) => name)).toEqual([day]);
    const text = await database().$queryRaw<
      { day: string }[]
    >`select "on"::text as day from calendar_day where name = ${day}`;
    expect(text).toEqual([{ day }]);
  });
});

describe("the calendar", () => {
  test("knows its days and months, and refuses what is not one", () => {
    expect(isCivilDate("2028-02-29")).toBe(true);
    for (const text of [
      "2027-02-29",
      "2028-04-31",
      "2028-13-01",
      "2028-1-01",
      "28-01-01",
      "x",
      "",
    ]) {
      expect(isCivilDate(text)).toBe(false);
      expect(() => civilDate(text)).toThrow(RangeError);
    }
    expect(isCivilMonth("2028-12")).toBe(true);
    for (const text of ["2028-13", "2028-00", "2028-1", "2028-01-01", ""]) {
      expect(isCivilMonth(text)).toBe(false);
      expect(() => civilMonth(text)).toThrow(RangeError);
    }
  });

  test("adds and counts days over month ends, leap days and the year's end", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2027-02-28", 1)).toBe("2027-03-01");
    expect(addDays("2028-01-01", -1)).toBe("2027-12-31");
    expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2);
    expect(daysBetween("2028-03-01", "2028-02-28")).toBe(-2);
    expect(daysBetween("2028-01-01", "2029-01-01")).toBe(366);
  });

  test("adds months over the year's end in both directions, and knows their ends", () => {
    expect(addMonths("2027-11", 2)).toBe("2028-01");
    expect(addMonths("2028-01", -1)).toBe("2027-12");
    expect(addMonths("2028-01", -13)).toBe("2026-12");
    expect(monthOf("2028-02-29")).toBe("2028-02");
    expect([firstDayOf("2028-02"), lastDayOf("2028-02")]).toEqual(["2028-02-01", "2028-02-29"]);
    expect(lastDayOf("2027-02")).toBe("2027-02-28");
    expect(lastDayOf("2027-12")).toBe("2027-12-31");
  });

  test("tells the earlier from the later day, and the weekday from Monday 1 to Sunday 7", () => {
    expect(earlier("2028-02-29", "2028-03-01")).toBe("2028-02-29");
    expect(later("2028-02-29", "2028-03-01")).toBe("2028-03-01");
    expect(weekdayOf("2028-02-28")).toBe(1);
    expect(weekdayOf("2028-03-05")).toBe(7);
  });
});

import { beforeAll, describe, expect, test, vi } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { assigned, givenCatalogues, givenTask } from "#lib/tasks/testing/given.ts";
import {
  hasCalendarSecret,
  ownerOfCalendarSecret,
  renewCalendarSecret,
  withdrawCalendarSecret,
} from "#lib/users/calendar-secret.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { givenSignedIn } from "#lib/users/testing/accounts.ts";
import { calendarFeed } from "./feed.ts";
import { createEntry } from "./service.ts";

await testDatabase();
vi.stubEnv("BUSINESS_TODAY", "2026-11-20");

const LONG =
  "Rà soát, lập danh sách các hộ dân; báo cáo \\ đề xuất phương án bồi thường, hỗ trợ tại thôn Giang Cao";

let head: CurrentUser;
let officer: CurrentUser;
let chairman: CurrentUser;
let office: CurrentUser;

beforeAll(async () => {
  await givenCatalogues();
  head = await givenSignedIn({ role: "DEPARTMENT_HEAD", departmentId: 1 });
  officer = await givenSignedIn({ role: "OFFICER", departmentId: 1 });
  chairman = await givenSignedIn({ role: "CHAIRMAN" });
  office = await givenSignedIn({ role: "OFFICE", departmentId: 2 });
  await givenTask([assigned("2026-11-01", "2026-11-25")], { code: "CUA-PHONG", title: LONG });
  await givenTask([assigned("2026-11-01", "2026-12-31")], {
    code: "CUA-TOI",
    assigneeId: officer.id,
  });
  await givenTask([assigned("2026-11-01", null)], { code: "KHONG-HAN" });
  const { id } = await givenTask([assigned("2026-11-01", "2026-11-30", 3)], { code: "CUA-BAN" });
  await database().task.update({ where: { id }, data: { leaderId: chairman.id } });
  const done = await givenTask([assigned("2026-11-01", "2026-11-26")], { code: "DA-XONG" });
  await database().task.update({
    where: { id: done.id },
    data: { status: "CANCELLED", cancelledOn: new Date("2026-11-10") },
  });
  const entry = { kind: "MEETING", participants: null, on: "2026-11-23" } as const;
  const times = { start: 480, end: 570 };
  await createEntry(office, {
    ...entry,
    ...times,
    calendar: "PHONG_KT",
    title: "Giao ban phòng",
    place: "Phòng họp 1",
    host: chairman.id,
  });
  await createEntry(office, {
    ...entry,
    calendar: "leaders",
    title: "Đi cơ sở",
    place: null,
    host: null,
    start: null,
    end: null,
  });
});

type Event = Record<string, string>;

/** A strict reading of iCalendar text: line ends, folding by octets, nesting, escapes. */
function parse(text: string): Event[] {
  expect(text.endsWith("END:VCALENDAR\r\n") || text.endsWith("END:VCALENDAR")).toBe(true);
  const folded = text.split("\r\n");
  for (const line of folded) {
    expect(line).not.toMatch(/[\r\n]/);
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toContain("\uFFFD");
  }
  const lines = folded.join("\r\n").replaceAll("\r\n ", "").split("\r\n").filter(Boolean);
  const events: Event[] = [];
  const open: string[] = [];
  for (const line of lines) {
    const [, name = "", value = ""] = /^([A-Z-]+(?:;[A-Z-]+=[^:;]+)*):(.*)$/u.exec(line) ?? [];
    expect(name, line).not.toBe("");
    if (name === "BEGIN") open.push(value);
    if (name === "BEGIN" && value === "VEVENT") events.push({});
    if (name === "END") expect(open.pop()).toBe(value);
    const event = events.at(-1);
    if (open.at(-1) === "VEVENT" && event && name !== "BEGIN") {
      event[name] = value.replace(/\\([\\;,nN])/g, (_, sign) => (/n/i.test(sign) ? "\n" : sign));
    }
  }
  expect(open).toEqual([]);
  for (const event of events) {
    expect(event).toMatchObject({ UID: expect.any(String), DTSTAMP: expect.any(String) });
  }
  return events;
}

async function feedOf(user: CurrentUser): Promise<Event[]> {
  const owner = await ownerOfCalendarSecret(await renewCalendarSecret(user));
  if (!owner) throw new Error("the secret opens nothing");
  return parse(await calendarFeed(owner, "https://desk.example"));
}

const DAY = "DTSTART;VALUE=DATE";
const days = (events: Event[]) =>
  events.map((event) => [event.SUMMARY, event[DAY] ?? event.DTSTART]);

describe("the feed", () => {
  test("has for a head the department's open deadlines and calendar", async () => {
    const events = await feedOf(head);
    expect(days(events)).toEqual([
      ["Hạn: CUA-TOI", "20261231"],
      [`Hạn: ${LONG}`, "20261125"],
      ["Giao ban phòng", "20261123T010000Z"],
    ]);
    expect(events[1]).toMatchObject({
      "URL;VALUE=URI": expect.stringMatching(/^https:\/\/desk\.example\/tasks\/\d+$/),
      DESCRIPTION: expect.stringContaining("CUA-PHONG"),
      TRANSP: "TRANSPARENT",
    });
    expect(events[2]).toMatchObject({ DTEND: "20261123T023000Z", LOCATION: "Phòng họp 1" });
  });

  test("has for an officer what is assigned to them", async () => {
    expect(days(await feedOf(officer))).toEqual([
      ["Hạn: CUA-TOI", "20261231"],
      ["Giao ban phòng", "20261123T010000Z"],
    ]);
  });

  test("has for a leader the tasks in charge, the leaders' calendar and what they host", async () => {
    expect(days(await feedOf(chairman))).toEqual([
      ["Hạn: CUA-BAN", "20261130"],
      ["Chủ trì: Giao ban phòng", "20261123T010000Z"],
      ["Đi cơ sở", "20261123"],
    ]);
  });
});

describe("the secret", () => {
  test("is stored as its hash only, and a new one ends the one before", async () => {
    const first = await renewCalendarSecret(head);
    const second = await renewCalendarSecret(head);
    const stored = await database().user.findUniqueOrThrow({ where: { id: head.id } });
    expect(JSON.stringify(stored)).not.toContain(second);
    expect(await ownerOfCalendarSecret(first)).toBeNull();
    expect(await ownerOfCalendarSecret(second)).toMatchObject({ id: head.id });
  });

  test("opens nothing once it is withdrawn, nor for an account that is disabled", async () => {
    const secret = await renewCalendarSecret(head);
    await withdrawCalendarSecret(head);
    expect(await ownerOfCalendarSecret(secret)).toBeNull();
    expect(await hasCalendarSecret(head)).toBe(false);
    const leaver = await givenSignedIn({ role: "OFFICER", departmentId: 1 });
    const left = await renewCalendarSecret(leaver);
    await database().user.update({ where: { id: leaver.id }, data: { disabledAt: new Date() } });
    expect(await ownerOfCalendarSecret(left)).toBeNull();
  });

  test("is not given to whoever has no desk, and nothing else opens a feed", async () => {
    const administrator = await givenSignedIn({ role: "ADMIN" });
    await expect(renewCalendarSecret(administrator)).rejects.toMatchObject({ status: 403 });
    for (const secret of ["", "null", "a".repeat(43), "../../etc", "%00"]) {
      expect(await ownerOfCalendarSecret(secret)).toBeNull();
    }
  });
});

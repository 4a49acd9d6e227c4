import { parse } from "csv-parse/sync";
import { beforeAll, expect, test, vi } from "vitest";
import { LEADERS } from "#lib/agenda/schema.ts";
import { getComparison } from "#lib/comparisons/queries.ts";
import { readRange } from "#lib/comparisons/rules.ts";
import { businessToday, toDatabaseDate } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { ConflictError, NotFoundError } from "#lib/core/errors.ts";
import { InvalidQueryError, InvalidRequestError } from "#lib/core/problems.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { listImports } from "#lib/imports/queries.ts";
import { listNotifications } from "#lib/notifications/queries.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { getReconciliation } from "#lib/reconciliations/queries.ts";
import { reportPeriod } from "#lib/snapshots/queries.ts";
import { DESK_SECTIONS, getDecisions, getDesk } from "#lib/tasks/desk-queries.ts";
import { extended, finished } from "#lib/tasks/testing/examples.ts";
import { assigned, givenCatalogues, givenTask } from "#lib/tasks/testing/given.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { givenSignedIn } from "#lib/users/testing/accounts.ts";
import { listDeliveries } from "#lib/webhooks/queries.ts";
import { listFile } from "./files.ts";
import type { ListName } from "./schema.ts";

/* The lists of the smaller screens are what those screens show. */

await testDatabase();
vi.stubEnv("BUSINESS_TODAY", "2026-11-20");

let chairman: CurrentUser;
let office: CurrentUser;
let head: CurrentUser;
let officer: CurrentUser;
let admin: CurrentUser;

beforeAll(async () => {
  await givenCatalogues();
  chairman = await givenSignedIn({ role: "CHAIRMAN" });
  office = await givenSignedIn({ role: "OFFICE" });
  head = await givenSignedIn({ role: "DEPARTMENT_HEAD", departmentId: 1 });
  officer = await givenSignedIn({ role: "OFFICER", departmentId: 1 });
  admin = await givenSignedIn({ role: "ADMIN" });
  await givenTask([assigned("2026-10-01", "2026-10-10")], { title: "Rà soát quy hoạch" });
  await givenTask([assigned("2026-10-01", "2026-10-20", 2)], { cooperating: [1] });
  await givenTask([
    assigned("2026-09-01", "2026-10-12"),
    { kind: "ACCEPTED", on: "2026-09-02" },
    { kind: "SUBMITTED", on: "2026-11-02", completedOn: "2026-11-01" },
  ]);
  await givenTask([assigned("2026-09-01", "2026-10-14", 3), ...finished("2026-11-05")]);
  await givenTask([
    assigned("2026-09-01", "2026-10-16", 2),
    ...extended("2026-11-03", "2026-11-04", "2026-12-01"),
  ]);
  await givenTask([
    assigned("2026-09-01", "2026-10-18", 3),
    { kind: "TRANSFERRED", on: "2026-11-06", departmentId: 1, fieldId: 11 },
  ]);
  const { id } = await givenTask([
    assigned("2026-10-02", "2026-11-28", 2),
    { kind: "EXTENSION_REQUESTED", on: "2026-11-10", dueOn: "2026-12-20" },
  ]);
  await database().extension.create({
    data: {
      taskId: id,
      oldDueOn: toDatabaseDate("2026-11-28"),
      newDueOn: toDatabaseDate("2026-12-20"),
      requestedOn: toDatabaseDate("2026-11-10"),
      reason: "=Chờ ý kiến sở",
      objective: true,
    },
  });
});

type Query = Record<string, string>;

async function rowsOf(list: ListName, person: CurrentUser, query: Query = {}): Promise<Query[]> {
  const asker = { viewer: person, person, name: "", locale: "vi" as const };
  const { pieces } = await listFile(asker, list, "csv", query);
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return parse(Buffer.concat(all), { bom: true, columns: true });
}

test("decisions are the extensions and then the results that wait for the leader", async () => {
  const found = await getDecisions(chairman);
  expect(found.extensions).toHaveLength(1);
  expect(found.submissions).toHaveLength(1);
  const rows = await rowsOf("decisions", chairman);
  expect(rows.map((row) => [row.Nhóm, row.Mã])).toEqual([
    ["Đề nghị gia hạn", found.extensions[0]?.item.code],
    ["Kết quả chờ xác nhận", found.submissions[0]?.item.code],
  ]);
  expect(rows[0]).toMatchObject({
    "Xin gia hạn đến": "2026-12-20",
    "Nguyên nhân": "'=Chờ ý kiến sở",
    "Thời điểm xin": "xin trước hạn; nguyên nhân khách quan",
    "Báo hoàn thành ngày": "",
  });
  expect(rows[1]).toMatchObject({ "Xin gia hạn đến": "", "Báo hoàn thành ngày": "2026-11-01" });
});

test("a desk is its sections one after the other, each person's own", async () => {
  for (const person of [head, officer]) {
    const shown = await getDesk(person);
    const codes = DESK_SECTIONS.flatMap((section) => shown[section].map(({ item }) => item.code));
    expect((await rowsOf("desk", person)).map((row) => row.Mã)).toEqual(codes);
  }
  const groups = (await rowsOf("desk", head)).map((row) => row.Nhóm);
  expect(groups).toEqual(["Quá hạn", "Quá hạn", "Chờ xác nhận", "Được đề nghị phối hợp"]);
});

test("news is all pages of one's own", async () => {
  await database().notification.createMany({
    data: Array.from({ length: 1203 }, (_, index) => ({
      userId: index % 12 === 0 ? officer.id : head.id,
      kind: "RETURNED",
      data: { by: "Chủ tịch", note: `Lần ${index}` },
      readAt: index % 2 === 0 ? new Date() : null,
    })),
  });
  for (const query of [{}, { unread: "1" as const }]) {
    const rows = await rowsOf("notifications", head, query);
    const notes: string[] = [];
    for (let page = 1; notes.length < rows.length; page += 1) {
      const { items, total } = await listNotifications(head, { ...query, page });
      expect(rows).toHaveLength(total);
      notes.push(...items.map(({ data }) => data.note ?? ""));
    }
    expect(rows.map((row) => row["Ghi chú"])).toEqual(notes);
  }
  expect((await rowsOf("notifications", head))[0]?.Việc).toBe("Chủ tịch trả lại nhiệm vụ");
  await expect(rowsOf("notifications", head, { page: "2" })).rejects.toThrow(InvalidQueryError);
});

test("a calendar is that of its year, this one when none is said", async () => {
  await database().calendarDay.createMany({
    data: [
      { on: toDatabaseDate("2026-09-02"), kind: "HOLIDAY", name: "Quốc khánh" },
      { on: toDatabaseDate("2027-01-02"), kind: "WORKED", name: "Làm bù" },
    ],
  });
  const days = async (query: Query) =>
    (await rowsOf("calendar-days", office, query)).map((row) => [row.Ngày, row.Thứ, row.Loại]);
  expect(await days({})).toEqual([["2026-09-02", "Thứ Tư", "Ngày nghỉ"]]);
  expect(await days({ year: "2027" })).toEqual([["2027-01-02", "Thứ Bảy", "Ngày làm bù"]]);
});

test("a week is that of a calendar that one may read", async () => {
  const on = toDatabaseDate("2026-11-17");
  const entry = { kind: "MEETING" as const, on, createdById: office.id };
  await database().calendarEntry.createMany({
    data: [
      { ...entry, title: "Giao ban", startMinute: 480, endMinute: 570 },
      { ...entry, title: "Trực cơ quan" },
      { ...entry, title: "Họp phòng", departmentId: 2, startMinute: 840 },
      { ...entry, title: "Tuần sau", on: toDatabaseDate("2026-11-24") },
    ],
  });
  const titles = async (person: CurrentUser, query: Query) =>
    (await rowsOf("week", person, query)).map((row) => [
      row["Nội dung"],
      row["Bắt đầu"],
      row["Kết thúc"],
    ]);
  const week = { week: "2026-W47", department: LEADERS };
  expect(await titles(head, week)).toEqual([
    ["Trực cơ quan", "Cả ngày", ""],
    ["Giao ban", "08:00", "09:30"],
  ]);
  expect(await titles(head, {})).toEqual([]);
  const other = { ...week, department: "VP_UBND" };
  expect(await titles(office, other)).toEqual([["Họp phòng", "14:00", ""]]);
  await expect(titles(head, other)).rejects.toThrow(NotFoundError);
  await expect(titles(head, { department: "KHONG_CO" })).rejects.toThrow(InvalidRequestError);
});

test("reconciliation is every figure of the month beside the reported one", async () => {
  await database().reportedFigure.createMany({
    data: [
      { month: "2026-10", figure: "overdue.late", value: 9 },
      { month: "2026-10", figure: "overdue.field.TBKL.late", value: 6 },
    ],
  });
  const shown = await getReconciliation(office, await reportPeriod("2026-10"));
  const rows = await rowsOf("reconciliation", office, { month: "2026-10" });
  expect(rows).toHaveLength(shown.figures.length);
  for (const figure of shown.figures) {
    const written = [figure.reported, figure.computed, figure.difference].map(
      (each) => `${each ?? ""}`,
    );
    expect(rows.map((row) => [row["Báo cáo"], row["Hệ thống"], row["Chênh lệch"]])).toContainEqual(
      written,
    );
  }
  const stated = rows.filter((row) => row["Báo cáo"] !== "");
  expect(stated.map((row) => [row.Mục, row["Số liệu"], row["Đối chiếu"]])).toEqual([
    ["Toàn xã", "Chậm muộn", "lệch"],
    ["Thông báo kết luận", "Chậm muộn", "khớp"],
  ]);
  expect(await rowsOf("reconciliation", office)).toEqual(rows);
});

test("a comparison is its tables, adding up from the one day to the other", async () => {
  const asked = { from: "2026-10-31", to: "2026-11-20" };
  const read = readRange(asked, await getSettings(), businessToday());
  if (!read.ok) throw new Error(read.problem);
  const shown = await getComparison(head, read.range);
  const figures = await rowsOf("comparison-figures", head, asked);
  expect(figures.find((row) => row["Chỉ tiêu"] === "Còn quá hạn")).toEqual({
    "Chỉ tiêu": "Còn quá hạn",
    "31/10/2026": `${shown.before.outstanding}`,
    "20/11/2026": `${shown.after.outstanding}`,
    "Chênh lệch": `${shown.after.outstanding - shown.before.outstanding}`,
  });
  const departments = await rowsOf("comparison-departments", head, asked);
  expect(departments.at(-1)).toMatchObject({ "Đơn vị": "Toàn xã", Khớp: "khớp" });
  expect(departments.at(-1)?.["Đã xử lý"]).toBe(`${shown.total.resolved.total}`);
  expect(departments).toHaveLength(shown.byDepartment.length + 1);
  const tasks = await rowsOf("comparison-tasks", head, asked);
  const { becameLate, resolved, moved, assigned: given, completed } = shown.lists;
  const lists = [becameLate, resolved, moved, given, completed].flatMap(({ tasks }) =>
    tasks.map(({ code }) => code),
  );
  expect(tasks.map((row) => row.Mã).sort()).toEqual(lists.sort());
  expect(tasks.map((row) => row["Thay đổi"])).toContain("Chuyển đơn vị");
  // A head opens the tasks of the own department only, the leaders all.
  expect((await rowsOf("comparison-tasks", chairman, asked)).length).toBeGreaterThan(tasks.length);
});

test("a comparison of a day with itself, or of one that there is not, is refused", async () => {
  const ask = (query: Query) => rowsOf("comparison-figures", chairman, query);
  await expect(ask({ from: "2026-11-01", to: "2026-11-01" })).rejects.toThrow(ConflictError);
  await expect(ask({ from: "2026-11-01", to: "2026-12-01" })).rejects.toThrow(InvalidRequestError);
  await expect(ask({ from: "hôm qua" })).rejects.toThrow(InvalidRequestError);
});

test("files that came in are those of one's kinds, the newest first", async () => {
  const file = { size: 1, sha256: "0".repeat(64), reading: {} };
  await database().import.createMany({
    data: Array.from({ length: 1202 }, (_, index) => ({
      ...file,
      storageKey: `so-${index}`,
      kind: index % 12 === 0 ? ("USERS" as const) : ("TASKS" as const),
      fileName: `so-${index}.xlsx`,
      counts: { new: 1, changed: 2, unchanged: 3, error: index % 4 },
      appliedAt: index % 4 === 1 ? new Date() : null,
      createdById: office.id,
    })),
  });
  for (const person of [office, admin]) {
    const { items } = await listImports(person, { page: 1, size: 5000 });
    const rows = await rowsOf("imports", person);
    expect(rows.map((row) => row.Tệp)).toEqual(items.map(({ fileName }) => fileName));
    expect(items).toHaveLength(person === admin ? 101 : 1101);
  }
  const [latest] = await rowsOf("imports", office);
  expect(latest).toMatchObject({ Lỗi: "1", Mới: "1", "Kết quả": "Đã ghi vào sổ" });
});

test("deliveries are all pages of one receiver's", async () => {
  const receiver = { url: "https://hanoiwork.example/", events: ["task.changed"], secret: "x" };
  const make = (name: string) => database().webhook.create({ data: { ...receiver, name } });
  const [one, other] = [await make("Một"), await make("Hai")];
  await database().webhookDelivery.createMany({
    data: Array.from({ length: 620 }, (_, index) => ({
      id: crypto.randomUUID(),
      webhookId: index % 10 === 0 ? other.id : one.id,
      kind: "task.changed",
      body: `{"id":${index}}`,
      createdAt: new Date(Date.UTC(2026, 10, 1, 0, 0, index % 50)),
      attempts: 1,
      deliveredAt: new Date(),
    })),
  });
  const rows = await rowsOf("deliveries", admin, { webhook: `${one.id}` });
  const bodies: string[] = [];
  for (let page = 1; bodies.length < rows.length; page += 1) {
    const { items } = await listDeliveries(admin, one.id, page);
    bodies.push(...items.map(({ body }) => body));
  }
  expect(rows.map((row) => row["Nội dung gửi"])).toEqual(bodies);
  expect(rows).toHaveLength(558);
  expect(rows[0]?.["Sự kiện"]).toBe("Nhiệm vụ được giao hoặc thay đổi");
  await expect(rowsOf("deliveries", admin, { webhook: "999999" })).rejects.toThrow(NotFoundError);
  await expect(rowsOf("deliveries", admin)).rejects.toThrow(InvalidQueryError);
});

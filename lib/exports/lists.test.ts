import { parse } from "csv-parse/sync";
import pg from "pg";
import { describe, expect, test, vi } from "vitest";
import { database } from "#lib/core/db.ts";
import { ConflictError, ForbiddenError, NotFoundError } from "#lib/core/errors.ts";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import { InvalidQueryError, InvalidRequestError } from "#lib/core/problems.ts";
import { testDatabase } from "#lib/core/testing.ts";
import type { DirectiveListState } from "#lib/directives/schema.ts";
import { departmentCode, fieldCode, randomRegister } from "#lib/figures/testing/register.ts";
import { readWorkbook } from "#lib/reports/testing/workbook.ts";
import { listFrozenTasks } from "#lib/snapshots/list-queries.ts";
import { getClosing } from "#lib/snapshots/queries.ts";
import { closePeriod } from "#lib/snapshots/service.ts";
import { listAllTasks } from "#lib/tasks/all-queries.ts";
import { listDirectives } from "#lib/tasks/directive-queries.ts";
import { taskListSchema } from "#lib/tasks/filters.ts";
import { listTasks } from "#lib/tasks/queries.ts";
import { LAST_DAY } from "#lib/tasks/testing/histories.ts";
import { chooseColumns } from "#lib/users/list-preferences.ts";
import type { CurrentUser, Role, Viewer } from "#lib/users/schema.ts";
import { userOfSession } from "#lib/users/sessions.ts";
import { givenAccount, givenSession } from "#lib/users/testing/accounts.ts";
import { listFile } from "./files.ts";
import { EXPORT_FORMATS, LIST_NAMES, type ListName, OWN_LISTS, readFileName } from "./schema.ts";

await testDatabase();
vi.stubEnv("BUSINESS_TODAY", LAST_DAY);
await randomRegister(2200, 20_261_120);
const BODIES = ["CITY", "COMMUNE"] as const;
await database().issuingBody.createMany({
  data: BODIES.map((level, index) => ({
    id: index + 1,
    code: level,
    name: `Cơ quan ${index}`,
    level,
    position: index,
  })),
});
await database().directive.createMany({
  data: Array.from({ length: 1100 }, (_, index) => ({
    number: `${index % 97}/CV-${index}`,
    abstract: index === 3 ? '=HYPERLINK("http://example.com"; "x")' : `Về việc ${index}`,
    issuingBodyId: 1 + (index % 2),
    level: BODIES[index % 2] ?? "CITY",
    type: "OFFICIAL_LETTER" as const,
    issuedOn: new Date("2028-01-05"),
    receivedOn: new Date(Date.UTC(2028, 0, 7 + (index % 300))),
  })),
});
await database().$executeRaw`
  update task set directive_id = found.id
  from (select id, level, row_number() over (partition by level order by id) as place from directive) as found
  where found.level = task.level and found.place = 1 + task.id % 50`;
await database().$executeRaw`update task set title = '=1+1' where id = 5`;
await database()
  .$executeRaw`update task set title = '-3, "đúng hạn"' || chr(10) || 'dòng 2' where id = 6`;

// As Postgres does by itself in a register that grows at the pace of people.
await database().$executeRaw`analyze`;

function viewerOf(role: Role, departmentId: number | null = null): Viewer {
  return { role, departmentId, portfolioDepartmentIds: [] };
}
const OFFICE = viewerOf("OFFICE");
const HEAD = viewerOf("DEPARTMENT_HEAD", 2);

type Query = Record<string, string>;
const AT = new Date("2028-12-31T03:30:00Z");

async function bytesOf(
  list: ListName,
  format: "xlsx" | "csv",
  query: Query,
  { viewer = OFFICE, person = null }: { viewer?: Viewer; person?: CurrentUser | null } = {},
): Promise<Buffer> {
  const asker = { viewer, person, name: "Chánh Văn phòng", locale: "vi" as const };
  const { pieces } = await listFile(asker, list, format, query, AT);
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

type Asked = Parameters<typeof bytesOf>[3];

/** The rows of a .csv by their headings. */
async function rowsOf(list: ListName, query: Query = {}, asked: Asked = {}): Promise<Query[]> {
  return parse(await bytesOf(list, "csv", query, asked), { bom: true, columns: true });
}

/** The rows of an .xlsx below its headings, and what stands above. */
async function sheetOf(list: ListName, query: Query = {}, asked: Asked = {}) {
  const [sheet] = readWorkbook(await bytesOf(list, "xlsx", query, asked)).values();
  const column = (letter: string) =>
    [...(sheet ?? [])].flatMap(([place, { value }]) =>
      place.replace(/\d+/, "") === letter && Number(place.slice(1)) > 4 ? [value] : [],
    );
  return { sheet, column };
}

/** The list as somebody reads it on the screen: page after page. */
async function onScreen(viewer: Viewer, query: Query) {
  const state = taskListSchema.parse(query);
  const first = await listTasks(viewer, { ...state, size: 100 });
  const items = [...first.items];
  for (let page = 2; items.length < first.total; page += 1) {
    items.push(...(await listTasks(viewer, { ...state, size: 100, page })).items);
  }
  return items;
}

describe("tasks", () => {
  test.each<[string, Query, Viewer]>([
    ["all", {}, OFFICE],
    ["the latest first", { sort: "-daysLate" }, OFFICE],
    ["by title, to a department", { sort: "title" }, HEAD],
    ["of a department and field", { department: departmentCode(1), field: fieldCode(11) }, OFFICE],
    ["late in a month", { late: "2028-03" }, OFFICE],
    ["settled in a month", { late: "2028-05", lateKind: "resolved", sort: "-dueOn" }, HEAD],
    ["open on a day", { asOf: "2028-06-30", status: "ASSIGNED,IN_PROGRESS" }, OFFICE],
    ["late by finishing", { timeliness: "LATE", sort: "department" }, OFFICE],
    ["of none", { q: "không có nhiệm vụ này" }, OFFICE],
  ])("%s are those of the screen, in its order", async (_, query, viewer) => {
    const shown = await onScreen(viewer, query);
    const codes = shown.map(({ code }) => code);
    const rows = await rowsOf("tasks", query, { viewer });
    expect(rows.map((row) => row.Mã)).toEqual(codes);
    expect(rows.map((row) => row.Hạn)).toEqual(shown.map(({ dueOn }) => dueOn ?? ""));
    expect(rows.map((row) => row["Số ngày chậm"])).toEqual(
      shown.map(({ daysLate }) => `${daysLate ?? ""}`),
    );
    const { column } = await sheetOf("tasks", query, { viewer });
    expect(column("A").slice(1)).toEqual(codes);
  });

  test("take as many statements whatever there is in a thousand of them", async () => {
    const statements = vi.spyOn(pg.Client.prototype, "query");
    const count = async (query: Query) => {
      statements.mockClear();
      await bytesOf("tasks", "csv", query);
      return statements.mock.calls.length;
    };
    const one = await count({ q: "NV-7" });
    expect(await count({ department: departmentCode(1) })).toBe(one);
    expect(await count({})).toBe(one + 2);
    statements.mockRestore();
    expect(one).toBeLessThan(10);
  });

  test("are harmless whatever their texts begin with", async () => {
    const rows = await rowsOf("tasks");
    const titles = new Map(rows.map((row) => [row.Mã, row["Nội dung"]]));
    expect([titles.get("NV-5"), titles.get("NV-6")]).toEqual(["'=1+1", `'-3, "đúng hạn"\ndòng 2`]);
    const { sheet } = await sheetOf("tasks");
    const cells = [...(sheet?.values() ?? [])];
    expect(cells.find(({ value }) => value === "=1+1")).toEqual({ value: "=1+1", formula: null });
    expect(cells.every(({ formula }) => formula === null)).toBe(true);
  });

  test("come with the conditions in words, the time and for whom", async () => {
    const query = { late: "2028-03", lateKind: "outstanding", department: departmentCode(1) };
    const { sheet } = await sheetOf("tasks", query);
    const total = (await onScreen(OFFICE, query)).length;
    expect(sheet?.get("A1")?.value).toBe("Nhiệm vụ");
    expect(sheet?.get("A2")?.value).toContain(`${total} nhiệm vụ · còn quá hạn · `);
    expect(sheet?.get("A2")?.value).toContain("03/2028");
    expect(sheet?.get("A3")?.value).toBe("Lập lúc 10:30 31/12/2028, Chánh Văn phòng");
    const { name } = await listFile(
      { viewer: OFFICE, person: null, name: "", locale: "vi" },
      "tasks",
      "csv",
      {},
    );
    expect(name).toBe(`nhiem-vu-${LAST_DAY}.csv`);
  });

  test("have the columns that the person chose, with what is said beside a deadline", async () => {
    const { id } = await givenAccount({ role: "OFFICE" });
    const person = await userOfSession(await givenSession(id));
    if (!person) throw new Error("Nobody is signed in");
    const heads = async () => Object.keys((await rowsOf("tasks", {}, { person }))[0] ?? {});
    expect(await heads()).toEqual([
      ...["Mã", "Nội dung", "Chủ trì", "Lĩnh vực", "Hạn", "So với hạn", "Số ngày chậm"],
      ...["Trạng thái", "Tiến độ (%)"],
    ]);
    await chooseColumns(person, "tasks", ["leader", "daysLate", "dueOn"]);
    expect(await heads()).toEqual([
      ...["Mã", "Nội dung", "Hạn", "So với hạn", "Số ngày chậm", "Lãnh đạo phụ trách"],
    ]);
  });

  test("that have left the list by the time they are written are left out", async () => {
    const { total, pages } = await listAllTasks(OFFICE, { q: "Nhiệm vụ", sort: "code" });
    const read: string[] = [];
    for await (const items of pages) {
      if (read.length === 0) {
        await database().$executeRaw`update task set title = 'Đã đổi tên' where code = 'NV-999'`;
      }
      read.push(...items.map(({ code }) => code));
    }
    expect(read).toHaveLength(total - 1);
    expect(read).not.toContain("NV-999");
  });

  test("are refused for what they have not", async () => {
    const ask = (query: Query) => bytesOf("tasks", "csv", query);
    await expect(ask({ page: "2" })).rejects.toThrow(InvalidQueryError);
    await expect(ask({ late: "2028-13" })).rejects.toThrow(InvalidQueryError);
    await expect(ask({ department: "NOWHERE" })).rejects.toThrow(InvalidRequestError);
    await expect(ask({ directive: "999999" })).rejects.toThrow(InvalidRequestError);
    await expect(ask({ lateKind: "resolved" })).rejects.toThrow(InvalidRequestError);
  });
});

test("directives are those of the screen, in its order", async () => {
  const states: [DirectiveListState, Viewer][] = [
    [{}, OFFICE],
    [{ level: "CITY", sort: "number" }, OFFICE],
    [{ sort: "-completion" }, HEAD],
  ];
  for (const [state, viewer] of states) {
    const shown = [];
    for (let page = 1; ; page += 1) {
      const { items, total } = await listDirectives(viewer, { ...state, size: 100, page });
      shown.push(...items);
      if (shown.length >= total) break;
    }
    const rows = await rowsOf("directives", state as Query, { viewer });
    expect(rows.map((row) => row["Số, ký hiệu"])).toEqual(shown.map(({ number }) => number));
    expect(rows.map((row) => row["Hoàn thành"])).toEqual(
      shown.map(({ completion }) => `${completion ?? ""}`),
    );
    expect(rows.map((row) => row["Quá hạn"])).toEqual(shown.map(({ overdue }) => `${overdue}`));
  }
  const texts = (await rowsOf("directives")).map((row) => row["Trích yếu"]);
  expect(texts).toContain('\'=HYPERLINK("http://example.com"; "x")');
});

test("frozen tasks are those that were frozen, and there are none of a month that is open", async () => {
  await expect(bytesOf("frozen-tasks", "csv", { month: "2028-03" })).rejects.toThrow(ConflictError);
  const { id } = await givenAccount({ role: "OFFICE" });
  await closePeriod({ ...OFFICE, id, displayName: "Văn phòng" }, "2028-03");
  const closing = await getClosing("2028-03");
  if (!closing) throw new Error("Not closed");
  const slice = { limit: 100_000, offset: 0 };
  const readers = [
    [OFFICE, null],
    [HEAD, departmentCode(2)],
  ] as const;
  for (const filter of [{}, { late: "2028-03" as const, lateKind: "newlyOverdue" as const }]) {
    for (const [viewer, code] of readers) {
      const reader = { ...viewer, departmentCode: code };
      const { items } = await listFrozenTasks(reader, closing, filter, slice);
      expect(items.length).toBeGreaterThan(0);
      const rows = await rowsOf("frozen-tasks", { month: "2028-03", ...filter }, { viewer });
      expect(rows.map((row) => row.Mã)).toEqual(items.map((task) => task.code));
      expect(rows.map((row) => row["Ngày chậm"])).toEqual(
        items.map(({ late }) => `${late?.days ?? ""}`),
      );
    }
  }
  const { sheet } = await sheetOf("frozen-tasks", { month: "2028-03", late: "2028-03" });
  expect(sheet?.get("A2")?.value).toContain(formatCivilDate(LAST_DAY).slice(6));
});

test("accounts are the administrator's, and say nothing that lets in", async () => {
  const viewer = viewerOf("ADMIN");
  const rows = await rowsOf("accounts", {}, { viewer });
  expect(Object.keys(rows[0] ?? {})).toEqual([
    ...["Chức vụ", "Tên đăng nhập", "Vai trò", "Đơn vị", "Đăng nhập gần nhất", "Trạng thái"],
  ]);
  expect(rows).toHaveLength(await database().user.count());
});

/** Who may not open the screen of a list; of most it is the administrator, who has no desk. */
const REFUSED: Partial<Record<ListName, Viewer>> = {
  accounts: OFFICE,
  deliveries: OFFICE,
  "calendar-days": HEAD,
  imports: HEAD,
};

test.each(LIST_NAMES)("whoever may not open the screen of %s gets no file", async (list) => {
  const viewer = REFUSED[list] ?? viewerOf("ADMIN");
  const query: Query = { month: "2028-03" };
  await expect(bytesOf(list, "csv", query, { viewer })).rejects.toThrow(ForbiddenError);
});

test.each(OWN_LISTS)("there is no file of %s for a machine", async (list) => {
  const viewer = list === "decisions" ? viewerOf("CHAIRMAN") : HEAD;
  const query: Query = list === "reasons" ? { month: "2028-03" } : {};
  await expect(bytesOf(list, "csv", query, { viewer })).rejects.toThrow(NotFoundError);
});

test("a file is named by its list and format", () => {
  for (const list of LIST_NAMES) {
    for (const format of EXPORT_FORMATS) {
      expect(readFileName(`${list}.${format}`)).toEqual({ list, format });
    }
  }
  for (const file of ["tasks", "tasks.pdf", "task.csv", ".csv", "tasks.csv.xlsx", "constructor"]) {
    expect(readFileName(file)).toBeNull();
  }
});

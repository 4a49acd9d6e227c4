import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { businessToday, type CivilMonth } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import {
  ConflictError,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
} from "#lib/core/errors.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { getSummary } from "#lib/figures/queries.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { periodOf } from "#lib/periods/rules.ts";
import { editTask } from "#lib/tasks/edit.ts";
import { givenCatalogues, givenDirective } from "#lib/tasks/testing/given.ts";
import { givenSignedIn } from "#lib/users/testing/accounts.ts";
import { getImport, listImports } from "./queries.ts";
import type { Check, ImportKind } from "./schema.ts";
import {
  applyImport,
  confirmWords,
  correctReading,
  receiveImport,
  recheckImport,
  sweepImports,
  undoImport,
} from "./service.ts";

await testDatabase();

type Person = Awaited<ReturnType<typeof givenSignedIn>>;
let office: Person;
let admin: Person;
let head: Person;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "imports-"));
  vi.stubEnv("DATA_DIR", folder);
  await givenCatalogues();
  office = await givenSignedIn({ role: "OFFICE" });
  admin = await givenSignedIn({ role: "ADMIN" });
  head = await givenSignedIn({ role: "DEPARTMENT_HEAD", departmentId: 1 });
  await givenDirective({ number: "12/CT-UBND" });
});
beforeEach(() => {
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("BUSINESS_TODAY", "2026-11-20");
});
afterEach(() => {
  vi.unstubAllEnvs();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A spreadsheet as people keep one: a title, a heading, rows; cells separated by semicolons. */
const file = (...lines: string[]) => new TextEncoder().encode(`\uFEFF${lines.join("\r\n")}\r\n`);

const HEADING =
  "STT;Nội dung nhiệm vụ;Đơn vị chủ trì;Lĩnh vực theo dõi;Số văn bản;Ngày giao;Hạn hoàn thành;Gia hạn đến;Ngày hoàn thành;Trạng thái";
const register = (...rows: string[]) => file("SỔ THEO DÕI NHIỆM VỤ", "", HEADING, ...rows);

const ROWS = [
  "1;Rà soát quy hoạch;P. Kinh tế;Thông báo kết luận;12/CT-UBND;05/01/2026;trước ngày 31/3;;20/04/2026;Đã hoàn thành",
  "2;Trả lời đơn của hộ bà H;Văn phòng;Đơn thư;;02/03/2026;15/03/2026;30/03/2026;;Đang thực hiện",
  "3;Báo cáo tháng;Văn phòng;TBKL;;01/04/2026;trong tháng 4/2026;;;",
];

const bring = (bytes: Uint8Array, kind: ImportKind = "TASKS", name = "so.csv") =>
  receiveImport(kind === "USERS" ? admin : office, { kind, name, bytes });

const outcomes = ({ rows }: Check) => rows.map(({ outcome }) => outcome);

async function counts() {
  return {
    tasks: await database().task.count(),
    events: await database().taskEvent.count(),
    directives: await database().directive.count(),
    references: await database().externalReference.count(),
    tally: await database().taskTally.count({
      where: { OR: [{ open: { not: 0 } }, { overdue: { not: 0 } }, { completed: { not: 0 } }] },
    }),
  };
}

describe("a register of tasks", () => {
  it("is checked, applied whole, changes nothing when it comes again, and goes without a trace", async () => {
    const before = await counts();
    const { id, check } = await bring(register(...ROWS));
    expect(check.counts).toEqual({ new: 3, changed: 0, unchanged: 0, error: 0 });
    expect(await counts()).toEqual(before);
    const told: string[] = [];
    const applied = await applyImport(office, id, {
      progress: (phase, done, total) => told.push(`${phase} ${done}/${total}`),
    });
    expect(applied.counts).toEqual(check.counts);
    expect(told).toContain("writing 3/3");
    const tasks = await database().task.findMany({
      where: { events: { some: { importId: id } } },
      orderBy: { id: "asc" },
      include: { leadDepartment: true, directive: true },
    });
    expect(tasks).toMatchObject([
      {
        title: "Rà soát quy hoạch",
        status: "COMPLETED",
        dueOn: new Date("2026-03-31"),
        dueWording: "trước ngày 31/3",
        completedOn: new Date("2026-04-20"),
        directive: { number: "12/CT-UBND" },
        level: "CITY",
      },
      {
        status: "IN_PROGRESS",
        originalDueOn: new Date("2026-03-15"),
        dueOn: new Date("2026-03-30"),
      },
      { status: "ASSIGNED", dueOn: new Date("2026-04-30"), dueWording: "trong tháng 4/2026" },
    ]);
    const again = await bring(register(...ROWS));
    expect(outcomes(again.check)).toEqual(["unchanged", "unchanged", "unchanged"]);
    await expect(applyImport(office, again.id)).rejects.toMatchObject({
      explanation: { key: "imports.nothingToDo" },
    });
    await undoImport(office, id);
    expect(await counts()).toEqual(before);
    await expect(undoImport(office, id)).rejects.toBeInstanceOf(ConflictError);
    expect(await getImport(office, id)).toMatchObject({ undoneBy: office.displayName });
  });

  it("gives the figures of the past, as they were then", async () => {
    const { id } = await bring(register(...ROWS));
    await applyImport(office, id);
    const settings = await getSettings();
    const overdue = async (month: CivilMonth) =>
      (await getSummary(office, periodOf(month, settings, businessToday()))).overdue.total;
    // The petition from 31 March, the review from 1 April until the 20th, the report from 1 May.
    expect(await overdue("2026-03")).toMatchObject({ late: 1, newlyOverdue: 1, outstanding: 1 });
    expect(await overdue("2026-04")).toMatchObject({
      ...{ carriedOver: 1, newlyOverdue: 1, late: 2, outstanding: 1 },
      resolved: { total: 1, completed: 1 },
    });
    expect(await overdue("2026-05")).toMatchObject({ carriedOver: 1, newlyOverdue: 1, late: 2 });
    await undoImport(office, id);
  });

  it("says of each wrong row what is wrong where, and writes nothing", async () => {
    const before = await counts();
    const { id, check } = await bring(
      register(
        "1;Dòng đúng;Văn phòng;TBKL;;10/05/2026;;;;",
        "2;Hạn trước ngày giao;Văn phòng;TBKL;;10/05/2026;09/05/2026;;;",
        "3;Đơn vị lạ;Phòng Vũ trụ;TBKL;;10/05/2026;;;;",
        "4;Ngày lạ;Văn phòng;TBKL;;31/02/2026;;;;",
        "5;Xong mà không có ngày;Văn phòng;TBKL;;10/05/2026;;;;Đã hoàn thành",
        "6;;Văn phòng;TBKL;;10/05/2026;;;;",
      ),
    );
    expect(outcomes(check)).toEqual(["new", "error", "error", "error", "error", "error"]);
    expect(
      check.rows.map(({ issues }) => issues.map(({ entry, column }) => [entry, column])),
    ).toEqual([
      [],
      [["dueOn", 6]],
      [["department", 2]],
      [["assignedOn", 5]],
      [["completedOn", 8]],
      [["title", 1]],
    ]);
    await expect(applyImport(office, id)).rejects.toMatchObject({
      explanation: { key: "imports.rowsWrong", values: { count: 5 } },
    });
    expect(await counts()).toEqual(before);
  });

  it("asks once what a spelling means, and remembers it", async () => {
    const row = "1;Đo đạc;P.KT;TBKL;;05/01/2026;;;;";
    const { id, check } = await bring(register(row));
    expect(check.guesses).toEqual([{ catalogue: "department", word: "P.KT", code: "PHONG_KT" }]);
    await expect(applyImport(office, id)).rejects.toMatchObject({
      explanation: { key: "imports.guessesOpen" },
    });
    const confirmed = await confirmWords(office, id, [
      { catalogue: "department", word: "P.KT", code: "BAN_QLDA" },
    ]);
    expect(confirmed.check.guesses).toEqual([]);
    await applyImport(office, id);
    const task = await database().task.findFirstOrThrow({
      where: { title: "Đo đạc" },
      select: { leadDepartment: { select: { code: true } } },
    });
    expect(task.leadDepartment.code).toBe("BAN_QLDA");
    expect((await bring(register(row))).check.guesses).toEqual([]);
    await undoImport(office, id);
    await database().catalogueAlias.deleteMany();
  });

  it("takes an entry for the whole file, and columns as someone corrected them for its shape", async () => {
    const rows = file("Việc cần làm;Ai làm;Khi nào xong", "Họp dân;Văn phòng;01/12/2026");
    const { id, check } = await bring(rows);
    expect(check.counts.error).toBe(1);
    const columns = { 0: "title", 1: "department", 2: "dueOn" } as const;
    const defaults = { field: "TBKL", assignedOn: "01/11/2026" };
    const reading = { sheet: null, headingTo: null, columns, defaults };
    const mended = await correctReading(office, id, reading);
    expect(mended.check.rows).toMatchObject([{ outcome: "new", label: "Họp dân" }]);
    const next = await bring(rows);
    expect(next.check.table.columns).toEqual(columns);
    expect(next.check.rows[0]?.issues).toMatchObject([{ entry: "field", column: null }]);
  });

  it("takes many rows of the same name for as many tasks, each once", async () => {
    const rows = Array.from(
      { length: 300 },
      (_, index) =>
        `${index};Báo cáo tuần;Văn phòng;TBKL;;05/01/2026;${(index % 28) + 1}/02/2026;;;`,
    );
    const { id } = await bring(register(...rows));
    expect((await applyImport(office, id)).counts.new).toBe(300);
    expect((await bring(register(...rows))).check.counts.unchanged).toBe(300);
    await undoImport(office, id);
  });

  it("refuses the same id of its own twice, and takes signs out that nobody sees", async () => {
    const { check } = await bring(
      file(
        "Mã nguồn;Nội dung nhiệm vụ;Đơn vị chủ trì;Lĩnh vực theo dõi;Hạn",
        "A1;Việc\u200b một;Văn phòng;TBKL;01/12/2026",
        "A1;Việc hai;Văn phòng;TBKL;01/12/2026",
      ),
      "TASKS",
      "sổ\u0000.csv",
    );
    expect(outcomes(check)).toEqual(["new", "error"]);
    expect(check.rows[0]?.label).toBe("Việc một");
    expect(check.rows[1]?.issues).toMatchObject([{ entry: "externalId" }]);
  });

  it("brings a directive along that the register does not have", async () => {
    const before = await counts();
    const { id, check } = await bring(
      file(
        "Nội dung nhiệm vụ;Đơn vị chủ trì;Lĩnh vực;Số, ký hiệu văn bản;Ngày văn bản;Cơ quan ban hành;Hạn",
        "Việc một;Văn phòng;TBKL;77/TB-UBND;03/02/2026;UBND Thành phố;01/12/2026",
        "Việc hai;Văn phòng;TBKL;77/TB-UBND;03/02/2026;UBND Thành phố;01/12/2026",
        "Việc ba;Văn phòng;TBKL;88/KH-ABC;;;01/12/2026",
      ),
    );
    expect(outcomes(check)).toEqual(["new", "new", "error"]);
    const { id: good } = await bring(
      file(
        "Nội dung nhiệm vụ;Đơn vị chủ trì;Lĩnh vực;Số, ký hiệu văn bản;Ngày văn bản;Cơ quan ban hành;Hạn",
        "Việc một;Văn phòng;TBKL;77/TB-UBND;03/02/2026;UBND Thành phố;01/12/2026",
        "Việc hai;Văn phòng;TBKL;77/TB-UBND;03/02/2026;UBND Thành phố;01/12/2026",
      ),
    );
    await applyImport(office, good);
    const directive = await database().directive.findFirstOrThrow({
      where: { number: "77/TB-UBND" },
      include: { tasks: true },
    });
    expect(directive).toMatchObject({ level: "CITY", type: "CONCLUSION_NOTICE" });
    expect(directive.tasks).toHaveLength(2);
    await undoImport(office, good);
    expect(await counts()).toEqual(before);
    await expect(undoImport(office, id)).rejects.toBeInstanceOf(ConflictError);
  });

  it("is not taken back once something was built on it", async () => {
    const { id } = await bring(register("1;Việc bị sửa;Văn phòng;TBKL;;05/01/2026;01/12/2026;;;"));
    await applyImport(office, id);
    const task = await database().task.findFirstOrThrow({ where: { title: "Việc bị sửa" } });
    await editTask(office, task.id, { title: "Việc đã sửa", reason: null });
    await expect(undoImport(office, id)).rejects.toMatchObject({
      explanation: { key: "imports.undo.changedSince", values: { some: task.code } },
    });
    expect(await database().task.count({ where: { id: task.id } })).toBe(1);
  });

  it("is checked again when the register has changed since, instead of doing something else", async () => {
    const row = "1;Việc song song;Văn phòng;TBKL;;05/01/2026;01/12/2026;;;";
    const [first, second] = [await bring(register(row)), await bring(register(row))];
    await applyImport(office, first.id);
    await expect(applyImport(office, second.id)).rejects.toBeInstanceOf(ConflictError);
    expect((await getImport(office, second.id)).check.counts.unchanged).toBe(1);
    expect(await database().task.count({ where: { title: "Việc song song" } })).toBe(1);
  });

  it("is applied once, by whoever comes first", async () => {
    const { id } = await bring(
      register("1;Việc tranh nhau;Văn phòng;TBKL;;05/01/2026;01/12/2026;;;"),
    );
    const results = await Promise.allSettled([1, 2, 3].map(() => applyImport(office, id)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await database().task.count({ where: { title: "Việc tranh nhau" } })).toBe(1);
  });

  it("leaves nothing when its connection is cut in the middle", async () => {
    const before = await counts();
    const { id } = await bring(
      register(
        ...Array.from(
          { length: 2500 },
          (_, index) => `${index};Việc ${index} bị cắt;Văn phòng;TBKL;;05/01/2026;01/12/2026;;;`,
        ),
      ),
    );
    const cut = async () => {
      await database().$executeRaw`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and backend_xid is not null`;
    };
    let cutting: Promise<void> | undefined;
    const applying = applyImport(office, id, {
      progress: (phase, done) => {
        if (phase === "writing" && done === 2000) cutting = cut();
      },
    });
    await expect(applying).rejects.toThrow();
    await cutting;
    expect(await counts()).toEqual(before);
    const { counts: planned } = (await recheckImport(office, id)).check;
    expect(planned.new).toBe(2500);
    expect((await applyImport(office, id)).counts.new).toBe(2500);
    await undoImport(office, id);
    expect(await counts()).toEqual(before);
  });
});

it("forgets old files that were only checked, and none that was applied", async () => {
  const row = "1;Việc được giữ;Văn phòng;TBKL;;05/01/2026;01/12/2026;;;";
  const [kept, checked] = [await bring(register(row)), await bring(register(...ROWS))];
  await applyImport(office, kept.id);
  expect(await sweepImports(new Date(Date.now() - 60_000))).toBe(0);
  await sweepImports(new Date(Date.now() + 1000));
  await expect(getImport(office, checked.id)).rejects.toBeInstanceOf(NotFoundError);
  expect((await getImport(office, kept.id)).check.counts.new).toBe(1);
  await undoImport(office, kept.id);
});

describe("rights", () => {
  it("keeps files from whoever may not bring them in", async () => {
    const bytes = register(...ROWS);
    await expect(
      receiveImport(head, { kind: "TASKS", name: "so.csv", bytes }),
    ).rejects.toBeInstanceOf(ForbiddenError);
    await expect(
      receiveImport(office, { kind: "USERS", name: "tk.csv", bytes }),
    ).rejects.toBeInstanceOf(ForbiddenError);
    const { id } = await bring(bytes);
    for (const stranger of [head, admin]) {
      await expect(getImport(stranger, id)).rejects.toBeInstanceOf(NotFoundError);
      await expect(applyImport(stranger, id)).rejects.toBeInstanceOf(NotFoundError);
      await expect(undoImport(stranger, id)).rejects.toBeInstanceOf(NotFoundError);
      const { items } = await listImports(stranger, { page: 1, size: 50 });
      expect(items).toEqual([]);
    }
  });

  it("refuses what is no spreadsheet with the reason, and keeps nothing of it", async () => {
    const before = await database().import.count();
    await expect(bring(new TextEncoder().encode("%PDF-1.7 …"))).rejects.toBeInstanceOf(
      InvalidInputError,
    );
    await expect(bring(file("a", "1", "2"))).rejects.toMatchObject({
      explanation: { key: "imports.noTable" },
    });
    expect(await database().import.count()).toBe(before);
  });
});

describe("other kinds", () => {
  it("brings in directives, changes them field by field, and takes both back", async () => {
    const before = await counts();
    const heading = "Số, ký hiệu;Ngày ban hành;Cơ quan ban hành;Loại văn bản;Trích yếu;Độ khẩn";
    const first = await bring(
      file(
        heading,
        "12/CT-UBND;05/01/2026;UBND Thành phố;Công văn;12/CT-UBND;Thường",
        "99/QĐ-UBND;01/02/2026;UBND xã;;Giao chỉ tiêu;Hỏa tốc",
        "100/KH-UBND;30/02/2026;UBND xã;;Kế hoạch;",
        "101/KH-UBND;;UBND xã;;Kế hoạch;",
      ),
      "DIRECTIVES",
    );
    expect(outcomes(first.check)).toEqual(["unchanged", "new", "error", "error"]);
    const { id, check } = await bring(
      file(
        heading,
        "12/ct-ubnd;05/01/2026;UBND Thành phố;;Về quy hoạch;Khẩn",
        "99/QĐ-UBND;01/02/2026;UBND xã;;Giao chỉ tiêu;Hỏa tốc",
      ),
      "DIRECTIVES",
    );
    expect(check.rows).toMatchObject([
      {
        outcome: "changed",
        differences: [
          { entry: "abstract", from: "12/CT-UBND", to: "Về quy hoạch" },
          { entry: "urgency", from: "NORMAL", to: "URGENT" },
        ],
      },
      { outcome: "new" },
    ]);
    await applyImport(office, id);
    const made = await database().directive.findFirstOrThrow({ where: { number: "99/QĐ-UBND" } });
    expect(made).toMatchObject({ type: "DECISION", urgency: "EXPRESS", level: "COMMUNE" });
    await undoImport(office, id);
    expect(await counts()).toEqual(before);
    const kept = await database().directive.findFirstOrThrow({ where: { number: "12/CT-UBND" } });
    expect(kept).toMatchObject({ abstract: "12/CT-UBND", urgency: "NORMAL", version: 3 });
  });

  it("brings in indicator values, keeps the three nothings apart, and takes them back", async () => {
    const common = { nameEn: "", direction: "UP", departmentId: 1, sectorId: 21 } as const;
    await database().indicator.createMany({
      data: [
        {
          ...common,
          code: "HO_SO",
          name: "Hồ sơ tiếp nhận",
          unit: "hồ sơ",
          aggregation: "SUM",
          position: 1,
        },
        {
          ...common,
          code: "DUNG_HAN",
          name: "Hồ sơ đúng hạn",
          unit: "%",
          aggregation: "RATIO",
          position: 2,
        },
        {
          ...common,
          code: "KHAC",
          name: "Việc khác",
          unit: "việc",
          aggregation: "SUM",
          position: 3,
        },
      ],
    });
    const heading = "Mã chỉ số;Tên chỉ số;Tháng;Giá trị;Tử số;Mẫu số";
    const { id, check } = await bring(
      file(
        heading,
        ";Hồ sơ tiếp nhận;04/2026;1.408;;",
        "DUNG_HAN;;04/2026;;95;100",
        "KHAC;;04/2026;không phát sinh;;",
        "HO_SO;;05/2026;;;",
        "KHONG_CO;;04/2026;5;;",
      ),
      "INDICATOR_VALUES",
    );
    expect(outcomes(check)).toEqual(["new", "new", "new", "unchanged", "error"]);
    await expect(applyImport(office, id)).rejects.toBeInstanceOf(InvalidInputError);
    const good = await bring(
      file(
        heading,
        "HO_SO;;04/2026;1.408;;",
        "DUNG_HAN;;04/2026;;95;100",
        "KHAC;;04/2026;không phát sinh;;",
      ),
      "INDICATOR_VALUES",
    );
    await applyImport(office, good.id);
    const values = await database().indicatorValue.findMany({ orderBy: { indicatorId: "asc" } });
    expect(
      values.map(({ state, value, origin }) => [state, value?.toNumber() ?? null, origin]),
    ).toEqual([
      ["REPORTED", 1408, "IMPORTED"],
      ["REPORTED", 95, "IMPORTED"],
      ["NOTHING_AROSE", null, "IMPORTED"],
    ]);
    await undoImport(office, good.id);
    expect(await database().indicatorValue.count()).toBe(0);
  });

  it("takes the numbers of a program's file with their decimal points", async () => {
    const { check } = await bring(
      file("code,month,value,numerator,denominator", "HO_SO,2026-06,1.5,,", "KHAC,2026-06,1.408,,"),
      "INDICATOR_VALUES",
    );
    expect(outcomes(check)).toEqual(["new", "new"]);
    const grouped = await bring(
      file(
        "code,month,value,numerator,denominator",
        "HO_SO,2026-06,97.18,,",
        'KHAC,2026-06,"1.408,5",,',
      ),
      "INDICATOR_VALUES",
    );
    expect(outcomes(grouped.check)).toEqual(["error", "new"]);
  });

  it("opens accounts with passwords that are told once, and takes unused ones back", async () => {
    const before = await database().user.count();
    const { id, check } = await bring(
      file(
        "Tên đăng nhập;Chức danh;Vai trò;Đơn vị",
        "tp.moi;Trưởng phòng mới;Trưởng phòng;P. Kinh tế",
        "cv.moi;Chuyên viên mới;Chuyên viên;",
      ),
      "USERS",
    );
    expect(outcomes(check)).toEqual(["new", "error"]);
    const good = await bring(
      file(
        "Tên đăng nhập;Chức danh;Vai trò;Đơn vị",
        "tp.moi;Trưởng phòng mới;Trưởng phòng;P. Kinh tế",
      ),
      "USERS",
    );
    const { opened } = await applyImport(admin, good.id);
    expect(opened).toMatchObject([
      { login: "tp.moi", password: expect.stringMatching(/^\S{19}$/) },
    ]);
    await undoImport(admin, good.id);
    expect(await database().user.count()).toBe(before);
    await expect(undoImport(admin, id)).rejects.toBeInstanceOf(ConflictError);
  });
});

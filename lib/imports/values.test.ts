import { describe, expect, it, test } from "vitest";
import { messages } from "#lib/core/i18n/messages/index.ts";
import { textOfCell } from "./readings.ts";
import { recogniseTable } from "./table.ts";
import { REGISTERS } from "./testing/registers.ts";
import {
  readDatedStatus,
  readDirectiveType,
  readIndicatorState,
  readName,
  readPriority,
  readRole,
  readStatus,
  readText,
  readUrgency,
  typeOfNumber,
} from "./values.ts";

describe("status", () => {
  test.each([
    ["Đã hoàn thành", "COMPLETED"],
    ["hoàn thành", "COMPLETED"],
    ["HT", "COMPLETED"],
    ["Xong", "COMPLETED"],
    ["Đã HT quá hạn", "COMPLETED"],
    ["Hoàn thành (trước hạn)", "COMPLETED"],
    ["Đã xử lý - đúng hạn", "COMPLETED"],
    ["Hoàn thành 100%", "COMPLETED"],
    ["Chưa HT", "IN_PROGRESS"],
    ["Đang thực hiện", "IN_PROGRESS"],
    ["ĐANG TH", "IN_PROGRESS"],
    ["Chậm", "IN_PROGRESS"],
    ["Quá hạn", "IN_PROGRESS"],
    ["Chưa HT, quá hạn", "IN_PROGRESS"],
    ["Đạt 80%", "IN_PROGRESS"],
    [{ percent: 40 }, "IN_PROGRESS"],
    ["Chưa thực hiện", "ASSIGNED"],
    ["Chưa tiếp nhận", "ASSIGNED"],
    ["Chờ xác nhận", "SUBMITTED"],
    ["Dừng", "CANCELLED"],
    ["Không thực hiện", "CANCELLED"],
    ["Tạm dừng", "PAUSED"],
    ["in_progress", "IN_PROGRESS"],
    ["COMPLETED", "COMPLETED"],
    ["chua hoan thanh", "IN_PROGRESS"],
    ["-", null],
    [null, null],
  ])("%j is %s", (cell, value) => {
    expect(readStatus(cell)).toEqual({ value });
  });

  it("is what the product itself calls it, in both languages", () => {
    for (const { tasks } of [messages.vi, messages.en]) {
      for (const [status, words] of Object.entries(tasks.status)) {
        expect(readStatus(words), words).toEqual({ value: status });
      }
    }
  });

  it("is refused with what is accepted", () => {
    expect(readStatus("Vướng mắc")).toEqual({
      problem: {
        key: "imports.problems.notAStatus",
        values: {
          text: "Vướng mắc",
          accepted:
            "Chưa tiếp nhận, Đang thực hiện, Chờ xác nhận, Đã hoàn thành, Tạm dừng, Đã dừng",
        },
      },
    });
    expect(readStatus({ fault: "#N/A" })).toEqual({
      problem: { key: "imports.problems.fault", values: { text: "#N/A" } },
    });
  });
});

describe("directives", () => {
  test.each([
    ["Công văn", "OFFICIAL_LETTER"],
    ["CV", "OFFICIAL_LETTER"],
    ["Quyết định", "DECISION"],
    ["QĐ", "DECISION"],
    ["Chỉ thị", "DIRECTIVE"],
    ["CT", "DIRECTIVE"],
    ["CTr", "PROGRAM"],
    ["Thông báo", "CONCLUSION_NOTICE"],
    ["Thông báo kết luận", "CONCLUSION_NOTICE"],
    ["Kết luận thanh tra", "INSPECTION_CONCLUSION"],
    ["Tờ trình", "OTHER"],
    ["KH", "PLAN"],
    ["Đơn khiếu nại", "PETITION"],
  ])("of the type %j are %s", (text, value) => {
    expect(readDirectiveType(text)).toEqual({ value });
  });

  it("are of the types that the product names", () => {
    for (const { directives } of [messages.vi, messages.en]) {
      for (const [type, words] of Object.entries(directives.type)) {
        expect(readDirectiveType(words), words).toEqual({ value: type });
      }
      for (const [urgency, words] of Object.entries(directives.urgency)) {
        expect(readUrgency(words), words).toEqual({ value: urgency });
      }
    }
    expect(readUrgency("HỎA TỐC")).toEqual({ value: "EXPRESS" });
    expect(readUrgency("Hoả tốc")).toEqual({ value: "EXPRESS" });
    expect(readUrgency("Thượng khẩn")).toEqual({ value: "URGENT" });
    expect(readUrgency("mật")).toMatchObject({ problem: { key: "imports.problems.notAnUrgency" } });
  });

  // The numbers and types of data/bat-trang/directives.csv, each pattern once.
  test.each([
    ["268-CV/TU", "OFFICIAL_LETTER"],
    ["308/UBND-TH", "OFFICIAL_LETTER"],
    ["57-NQ/TW", "RESOLUTION"],
    ["15/2026/NQ-CP", "RESOLUTION"],
    ["66.13/2026/NQ-CP", "RESOLUTION"],
    ["46/2026/NĐ-CP", "DECREE"],
    ["210-KL/TW", "CONCLUSION_NOTICE"],
    ["09-CT/TU", "DIRECTIVE"],
    ["05-CTr/TU", "PROGRAM"],
    ["1668/QĐ-TTg", "DECISION"],
    ["171/2024/QH15", "RESOLUTION"],
    ["493-TB/ĐU", "CONCLUSION_NOTICE"],
    ["08/KHLT/UBMTTQ-UBND", "PLAN"],
    ["12/TTr-UBND", "OTHER"],
    ["123", null],
  ])("numbered %j are %s", (number, type) => {
    expect(typeOfNumber(number)).toBe(type);
    expect(typeOfNumber(number.normalize("NFD"))).toBe(type);
  });
});

test.each([
  ["Chủ tịch", "CHAIRMAN"],
  ["Phó Chủ tịch UBND xã", "VICE_CHAIRMAN"],
  ["Trưởng phòng", "DEPARTMENT_HEAD"],
  ["Giám đốc", "DEPARTMENT_HEAD"],
  ["Chuyên viên", "OFFICER"],
  ["Văn thư", "OFFICE"],
  ["OFFICE", "OFFICE"],
  ["Quản trị", "ADMIN"],
])("%j is the role %s", (text, value) => {
  expect(readRole(text)).toEqual({ value });
});

it("knows the roles as the product names them", () => {
  for (const { common } of [messages.vi, messages.en]) {
    for (const [role, words] of Object.entries(common.role)) {
      expect(readRole(words), words).toEqual({ value: role });
    }
  }
  expect(readRole("Bí thư")).toMatchObject({ problem: { key: "imports.problems.notARole" } });
});

test.each([
  ["Cao", "HIGH"],
  ["Ưu tiên", "HIGH"],
  ["Trọng tâm", "HIGH"],
  ["Thường", "NORMAL"],
  ["Trung bình", "NORMAL"],
  ["", null],
])("%j is the priority %s", (text, value) => {
  expect(readPriority(text)).toEqual({ value });
});

test.each([
  ["Không phát sinh", "NOTHING_AROSE"],
  ["khong PS", "NOTHING_AROSE"],
  ["Chưa báo cáo", "NOT_REPORTED"],
  ["Đã báo cáo", "REPORTED"],
  [null, null],
])("%j is the state %s", (cell, value) => {
  expect(readIndicatorState(cell)).toEqual({ value });
});

it("takes texts as they stand, and names on one line", () => {
  expect(readText("Rà soát\n  hồ sơ  ")).toEqual({ value: "Rà soát\n hồ sơ" });
  expect(readText("-")).toEqual({ value: "-" });
  expect(readName("Tổ\n công tác")).toEqual({ value: "Tổ công tác" });
  expect(readName("-")).toEqual({ value: null });
  expect(readText(1020)).toEqual({ value: "1020" });
  expect(readText({ fault: "#REF!" })).toMatchObject({
    problem: { key: "imports.problems.fault" },
  });
});

it("understands every status of the registers", () => {
  for (const { kind, sheet } of REGISTERS) {
    for (const { line, cells } of recogniseTable(sheet, kind, () => null)?.rows ?? []) {
      const cell = cells.status ?? null;
      expect(readStatus(cell), `${line} ${textOfCell(cell)}`).toHaveProperty("value");
    }
  }
});

it.each([
  ["Đã hoàn thành ngày 20/10/2026", "COMPLETED", "2026-10-20"],
  ["Hoàn thành 02/10", "COMPLETED", "2026-10-02"],
  ["Dừng (5/6/26)", "CANCELLED", "2026-06-05"],
  ["Đang thực hiện", "IN_PROGRESS", null],
  ["Hoàn thành 80%", "IN_PROGRESS", null],
])("reads the day behind a state: %s", (cell, status, day) => {
  expect(readDatedStatus(cell, 2026)).toEqual({ value: { status, day } });
});

it("refuses a state with a day that is none", () => {
  expect(readDatedStatus("Hoàn thành 31/02/2026", 2026)).toHaveProperty("problem");
});

import { writeXlsx } from "hucre/xlsx";
import { addDays, type CivilDate, toDatabaseDate } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { applyImport, receiveImport, undoImport } from "#lib/imports/service.ts";
import { externalTaskRequest } from "#lib/tasks/external.ts";
import { putExternalTask } from "#lib/tasks/external-service.ts";
import type { Actor } from "#lib/users/schema.ts";
import type { Timing } from "./measure.ts";

const ROWS = 10_000;
const HEADING = [
  ...["STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Lĩnh vực theo dõi", "Sản phẩm", "Ngày giao"],
  ...["Hạn hoàn thành", "Gia hạn đến", "Ngày hoàn thành", "Trạng thái", "Ghi chú"],
];

/** A register of tasks as a commune keeps one, with a past of a year. */
async function workbook(today: CivilDate): Promise<Uint8Array> {
  const departments = await database().department.findMany({ select: { name: true } });
  const fields = await database().field.findMany({ select: { name: true } });
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const assignedOn = addDays(today, -(index % 360) - 5);
    const dueOn = addDays(assignedOn, 10 + (index % 40));
    const done = index % 3 === 0 && addDays(assignedOn, 4) <= today;
    return [
      index + 1,
      `Nhiệm vụ số ${index + 1} của sổ cũ: rà soát, báo cáo kết quả theo chỉ đạo`,
      departments[index % departments.length]?.name ?? "",
      fields[index % fields.length]?.name ?? "",
      "Báo cáo bằng văn bản",
      toDatabaseDate(assignedOn),
      toDatabaseDate(dueOn),
      index % 11 === 0 ? toDatabaseDate(addDays(dueOn, 15)) : null,
      done ? toDatabaseDate(addDays(assignedOn, 4)) : null,
      done ? "Đã hoàn thành" : "Đang thực hiện",
      null,
    ];
  });
  return writeXlsx({ sheets: [{ name: "Sổ", rows: [HEADING, ...rows] }] });
}

/** Seconds of a piece of work, and the most memory that the process held in it. */
async function measured<Result>(work: () => Promise<Result>) {
  let peak = process.memoryUsage.rss();
  const watching = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  const start = performance.now();
  try {
    const result = await work();
    const milliseconds = performance.now() - start;
    return { result, timing: { p50: milliseconds, p95: milliseconds }, peak };
  } finally {
    clearInterval(watching);
  }
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;

/** Times a register of 10,000 tasks as it comes in, and 1,000 upserts from 8 connections at once. */
export async function benchImports(
  today: CivilDate,
  show: (label: string, timing: Timing, note?: string) => void,
): Promise<void> {
  const { id, displayName, role } = await database().user.create({
    data: { login: "bench.nhap", displayName: "Văn phòng", role: "OFFICE", passwordHash: "" },
  });
  const office: Actor = { id, displayName, role, departmentId: null, portfolioDepartmentIds: [] };
  const bytes = await workbook(today);
  const given = { kind: "TASKS" as const, name: "so.xlsx", bytes };
  const received = await measured(() => receiveImport(office, given));
  const { counts } = received.result.check;
  show(`import of ${counts.new} tasks: dry run`, received.timing, megabytes(received.peak));
  const applied = await measured(() =>
    applyImport(office, received.result.id, { acceptGuesses: true }),
  );
  show("import: apply", applied.timing, megabytes(applied.peak));
  const again = await measured(() => receiveImport(office, given));
  const { unchanged } = again.result.check.counts;
  show(`import: the same file again, ${unchanged} unchanged`, again.timing, megabytes(again.peak));
  const undone = await measured(() => undoImport(office, received.result.id));
  show("import: undo", undone.timing, megabytes(undone.peak));

  const department = await database().department.findFirstOrThrow({ select: { code: true } });
  const field = await database().field.findFirstOrThrow({ select: { code: true } });
  const upsert = (number: number) =>
    putExternalTask(
      office,
      { system: "bench", externalId: `${number}` },
      externalTaskRequest.parse({
        title: `Nhiệm vụ ngoài ${number}`,
        department: department.code,
        field: field.code,
        assignedOn: addDays(today, -20),
        dueOn: addDays(today, 20),
      }),
    );
  const everyOne = async () => {
    for (let number = 1; number <= 1000; number += 1) await upsert(number);
  };
  const upserts = await measured(() => Promise.all(Array.from({ length: 8 }, everyOne)));
  const made = await database().externalReference.count({ where: { system: "bench" } });
  show("the same 1,000 upserts from 8 connections", upserts.timing, `${made} tasks`);
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { addDays, type CivilDate, civilDate, toDatabaseDate } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { LOCALES } from "#lib/core/i18n/locales.ts";
import { testDatabase } from "#lib/core/testing.ts";
import type { Check } from "#lib/imports/schema.ts";
import { receiveImport } from "#lib/imports/service.ts";
import { TASK_COLUMNS } from "#lib/tasks/columns.ts";
import type { TaskEvent } from "#lib/tasks/schema.ts";
import { extended, finished } from "#lib/tasks/testing/examples.ts";
import {
  assigned,
  DEPARTMENTS,
  FIELDS,
  givenCatalogues,
  givenDirective,
  givenTask,
} from "#lib/tasks/testing/given.ts";
import { chooseColumns } from "#lib/users/list-preferences.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { givenAccount, givenSignedIn } from "#lib/users/testing/accounts.ts";
import { listFile } from "./files.ts";
import type { ExportFormat } from "./schema.ts";

/* The list of tasks, saved as a file and sent back as it is, changes nothing. */

await testDatabase();
vi.stubEnv("BUSINESS_TODAY", "2026-11-20");

const TASKS = 50;
let office: CurrentUser;
let folder: string;

const TITLES = [
  "Rà soát hồ sơ đất đai khu vực ven sông",
  "=1+1",
  "- Báo cáo; kèm danh sách, biểu mẫu",
  '"Ngày thứ bảy tình nguyện" đợt 2',
  "Tổng hợp kết quả tháng 10",
  "Công tác cán bộ".normalize("NFC"),
  "Đối thoại với hộ dân 🏠 thôn 3",
  "'Trích yếu' của văn bản",
];

/** What has happened to a task: one of each state that there is. */
const PASTS: ((on: CivilDate) => TaskEvent[])[] = [
  () => [],
  (on) => [{ kind: "ACCEPTED", on: addDays(on, 1) }],
  (on) => [
    { kind: "ACCEPTED", on: addDays(on, 1) },
    { kind: "PROGRESSED", on: addDays(on, 2), progress: 45 },
  ],
  (on) => [
    { kind: "ACCEPTED", on },
    { kind: "SUBMITTED", on: addDays(on, 9), completedOn: addDays(on, 8) },
  ],
  (on) => [{ kind: "ACCEPTED", on }, ...finished(addDays(on, 5), addDays(on, 6))],
  (on) => [{ kind: "ACCEPTED", on }, ...finished(addDays(on, 30))],
  (on) => [
    { kind: "ACCEPTED", on },
    { kind: "PAUSED", on: addDays(on, 3) },
  ],
  (on) => [{ kind: "CANCELLED", on: addDays(on, 3) }],
  (on) => extended(addDays(on, 5), addDays(on, 6), addDays(on, 40)),
  (on) => [{ kind: "EXTENSION_REQUESTED", on: addDays(on, 5), dueOn: addDays(on, 50) }],
  (on) => [
    { kind: "ACCEPTED", on },
    { kind: "SUBMITTED", on: addDays(on, 4), completedOn: addDays(on, 4) },
    { kind: "RETURNED", on: addDays(on, 5) },
  ],
  (on) => [...finished(addDays(on, 5)), { kind: "REOPENED", on: addDays(on, 7) }],
];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "round-trip-"));
  vi.stubEnv("DATA_DIR", folder);
  await givenCatalogues();
  await database().$executeRaw`update department set short_en = 'Dept ' || id`;
  await database().$executeRaw`update field set short_en = 'Field ' || id`;
  office = await givenSignedIn({ role: "OFFICE" });
  const { id: chairman } = await givenAccount({ role: "CHAIRMAN" });
  const officers = await Promise.all(
    [1, 2, 3, 1].map((departmentId) => givenAccount({ role: "OFFICER", departmentId })),
  );
  // Two bodies have numbered a document alike.
  const directives = [
    { id: await givenDirective({ number: "12/CT-UBND" }), level: "CITY" },
    { id: await givenDirective({ number: "12/CT-UBND", bodyId: 32 }), level: "COMMUNE" },
    { id: await givenDirective({ number: "308/UBND-TH" }), level: "CITY" },
  ] as const;
  for (let index = 0; index < TASKS; index += 1) {
    const on = addDays(civilDate("2026-07-01"), index * 2);
    const department = DEPARTMENTS[index % DEPARTMENTS.length]?.id ?? 1;
    const field = FIELDS[index % FIELDS.length]?.id ?? 11;
    const past = PASTS[index % PASTS.length]?.(on) ?? [];
    const dueOn = past.length === 0 && index % 3 === 0 ? null : addDays(on, 20);
    const officer = officers[department - 1]?.id;
    const directive = directives[index % 5];
    const { id } = await givenTask([assigned(on, dueOn, department, field), ...past], {
      title: TITLES[index % TITLES.length] ?? "",
      cooperating:
        index % 2 === 0 ? DEPARTMENTS.map(({ id }) => id).filter((id) => id !== department) : [],
      level: directive?.level ?? "CENTRAL",
      ...(directive && { directiveId: directive.id }),
      ...(index % 4 === 0 && { sectorId: 21 }),
      ...(index % 3 === 0 && officer !== undefined && { assigneeId: officer }),
    });
    if (past.at(-1)?.kind === "EXTENSION_REQUESTED") {
      const day = (days: number) => toDatabaseDate(addDays(on, days));
      await database().extension.create({
        data: {
          taskId: id,
          oldDueOn: day(20),
          newDueOn: day(50),
          requestedOn: day(5),
          reason: "…",
        },
      });
    }
    if (index % 6 === 0) {
      await database().task.update({
        where: { id },
        data: { leaderId: chairman, dueWording: "trong quý" },
      });
    }
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function sentBack(
  format: ExportFormat,
  locale: "vi" | "en",
  columns: "all" | "usual",
): Promise<Check> {
  await chooseColumns(office, "tasks", columns === "all" ? TASK_COLUMNS : []);
  const asker = { viewer: office, person: office, name: "Văn phòng", locale };
  const { name, pieces } = await listFile(asker, "tasks", format, {});
  const bytes: Uint8Array[] = [];
  for await (const piece of pieces) bytes.push(piece);
  const { check } = await receiveImport(office, {
    ...{ kind: "TASKS", name },
    bytes: Buffer.concat(bytes),
  });
  return check;
}

const CASES = (["xlsx", "csv"] as const).flatMap((format) =>
  LOCALES.flatMap((locale) =>
    (["all", "usual"] as const).map((columns) => [format, locale, columns] as const),
  ),
);

test.each(CASES)("the tasks as .%s in %s with %s columns change nothing", async (...asked) => {
  const check = await sentBack(...asked);
  const wrong = check.rows.filter(({ outcome }) => outcome !== "unchanged");
  expect(wrong).toEqual([]);
  expect(check.guesses).toEqual([]);
  expect(check.counts).toEqual({ new: 0, changed: 0, unchanged: TASKS, error: 0 });
});

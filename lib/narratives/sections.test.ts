import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { givenCatalogues } from "#lib/tasks/testing/given.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { givenSignedIn } from "#lib/users/testing/accounts.ts";
import { sectionsOf } from "./queries.ts";
import type { SectionEntry } from "./schema.ts";
import { getWriting, listSections } from "./section-queries.ts";
import { mergeSections, saveSection, unmergeSections } from "./section-service.ts";
import { givenClosing } from "./testing/closing.ts";

await testDatabase();
vi.stubEnv("BUSINESS_TODAY", "2026-05-20");

const MONTH = "2026-04";
const RESULTS = { month: MONTH, kind: "RESULTS" } as const;
let people: Record<"OFFICE" | "HEAD" | "OFFICER" | "STRANGER" | "CHAIRMAN", CurrentUser>;

beforeAll(async () => {
  await givenCatalogues();
  people = {
    OFFICE: await givenSignedIn({ role: "OFFICE", departmentId: 2 }),
    HEAD: await givenSignedIn({ role: "DEPARTMENT_HEAD", departmentId: 1 }),
    OFFICER: await givenSignedIn({ role: "OFFICER", departmentId: 1 }),
    STRANGER: await givenSignedIn({ role: "DEPARTMENT_HEAD", departmentId: 3 }),
    CHAIRMAN: await givenSignedIn({ role: "CHAIRMAN" }),
  };
});

beforeEach(() => database().narrativeSection.deleteMany());

const text = (given: Partial<SectionEntry> = {}): SectionEntry => ({
  ...RESULTS,
  department: "PHONG_KT",
  text: "Chậm {{DON_VI.CHAM_MUON}}.",
  version: 0,
  ...given,
});

describe("who writes", () => {
  test("a head for the own department, the Office for any and the whole commune", async () => {
    await saveSection(people.HEAD, text());
    await saveSection(people.OFFICE, text({ department: "BAN_QLDA" }));
    for (const [actor, given, status] of [
      [people.STRANGER, text({ version: 1 }), 404],
      [people.HEAD, text({ department: null }), 404],
      [people.OFFICE, text({ department: "KHONG_CO" }), 404],
      [people.OFFICER, text({ version: 1 }), 403],
      [people.CHAIRMAN, text({ version: 1 }), 403],
    ] as const) {
      await expect(saveSection(actor, given)).rejects.toMatchObject({ status });
    }
    await expect(mergeSections(people.HEAD, RESULTS)).rejects.toMatchObject({ status: 403 });
    const unmerge = unmergeSections(people.HEAD, { ...RESULTS, version: 1 });
    await expect(unmerge).rejects.toMatchObject({ status: 403 });
    await expect(listSections(people.HEAD, MONTH)).rejects.toMatchObject({ status: 403 });
    await expect(getWriting(people.STRANGER, MONTH, 1)).rejects.toMatchObject({ status: 404 });
    await expect(getWriting(people.HEAD, MONTH, null)).rejects.toMatchObject({ status: 404 });
    expect(await listSections(people.OFFICE, MONTH)).toHaveLength(2);
  });

  test("beside last month's text", async () => {
    await saveSection(people.HEAD, text({ month: "2026-03", text: "Tháng ba" }));
    await saveSection(people.HEAD, text());
    const { sections, before } = await getWriting(people.HEAD, MONTH, 1);
    expect(sections).toMatchObject([{ version: 1, by: people.HEAD.displayName }]);
    expect(before).toMatchObject([{ kind: "RESULTS", text: "Tháng ba" }]);
  });
});

describe("what is written", () => {
  test("holds only fields that exist", async () => {
    const wrong = saveSection(people.HEAD, text({ text: "Có\n{{DON_VI.CHAM}} việc" }));
    await expect(wrong).rejects.toMatchObject({
      issues: [
        {
          path: "text",
          values: { field: "{{DON_VI.CHAM}}", line: 2, column: 1, nearest: "{{DON_VI.CHAM_MUON}}" },
        },
      ],
    });
    const own = saveSection(people.OFFICE, text({ department: null, version: 1 }));
    await expect(own).rejects.toMatchObject({ status: 422 });
    await saveSection(people.HEAD, text({ text: "{{BAN_QLDA.CHAM_MUON}} và {{ chữ thừa }}" }));
    expect(await sectionsOf(MONTH)).toHaveLength(1);
  });

  test("is not lost to someone slower, who is told what stands there", async () => {
    await saveSection(people.HEAD, text());
    expect(await saveSection(people.HEAD, text({ version: 1, text: "Bản hai" }))).toMatchObject({
      version: 2,
    });
    for (const version of [0, 1]) {
      const late = saveSection(people.OFFICE, text({ version, text: "Bản khác" }));
      await expect(late).rejects.toMatchObject({
        code: "STALE",
        current: { text: "Bản hai", version: "2", by: people.HEAD.displayName },
      });
    }
  });

  test("of ten in the same moment one stands", async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        saveSection(people.OFFICE, text({ text: `Bản ${index}` })),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("merging", () => {
  test("puts the parts together in order, to be edited and taken apart again", async () => {
    await saveSection(people.STRANGER, text({ department: "BAN_QLDA", text: "Của ban" }));
    await saveSection(people.HEAD, text());
    await saveSection(people.HEAD, text({ kind: "LIMITS", text: "Hạn chế" }));
    await mergeSections(people.OFFICE, RESULTS);
    const merged = (await getWriting(people.OFFICE, MONTH, null)).sections;
    expect(merged).toMatchObject([
      {
        text: "P. Kinh tế:\nChậm {{PHONG_KT.CHAM_MUON}}.\n\nBan QLDA:\nCủa ban",
        version: 1,
        department: null,
      },
    ]);
    const again = mergeSections(people.OFFICE, RESULTS);
    await expect(again).rejects.toMatchObject({ status: 409 });
    await saveSection(people.OFFICE, text({ department: null, version: 1, text: "Chung" }));
    const empty = saveSection(people.OFFICE, text({ department: null, version: 2, text: "" }));
    await expect(empty).rejects.toMatchObject({ status: 422 });
    const unseen = unmergeSections(people.OFFICE, { ...RESULTS, version: 1 });
    await expect(unseen).rejects.toMatchObject({ code: "STALE", current: { text: "Chung" } });
    await unmergeSections(people.OFFICE, { ...RESULTS, version: 2 });
    expect((await sectionsOf(MONTH)).map(({ department }) => department)).toEqual([
      "PHONG_KT",
      "BAN_QLDA",
      "PHONG_KT",
    ]);
    const gone = saveSection(people.OFFICE, text({ department: null, version: 2, text: "Chung" }));
    await expect(gone).rejects.toMatchObject({ status: 409 });
  });

  test("needs something that was written", async () => {
    await saveSection(people.HEAD, text({ text: "" }));
    await expect(mergeSections(people.OFFICE, RESULTS)).rejects.toMatchObject({
      explanation: { key: "narratives.problems.nothingToMerge" },
    });
  });
});

test("a closed month is not written any more, and says by whom it was closed", async () => {
  await saveSection(people.HEAD, text());
  await givenClosing(MONTH, people.OFFICE.id);
  const refusal = {
    status: 409,
    explanation: {
      key: "narratives.problems.closed",
      values: { by: people.OFFICE.displayName, month: "04/2026" },
    },
  };
  for (const write of [
    () => saveSection(people.HEAD, text({ version: 1 })),
    () => saveSection(people.HEAD, text({ kind: "LIMITS" })),
    () => mergeSections(people.OFFICE, RESULTS),
    () => unmergeSections(people.OFFICE, { ...RESULTS, version: 1 }),
  ]) {
    await expect(write()).rejects.toMatchObject(refusal);
  }
  expect(await sectionsOf(MONTH)).toHaveLength(1);
  for (const month of ["2026-06", "2025-01"] as const) {
    await expect(saveSection(people.HEAD, text({ month }))).rejects.toMatchObject({ status: 404 });
  }
});

test("whoever writes while the month is being closed comes too late", async () => {
  const march = { month: "2026-03", fromOn: new Date("2026-03-01"), toOn: new Date("2026-03-31") };
  const [refused] = await database().$transaction(async (closing) => {
    await closing.$executeRaw`lock table late_reason, narrative_section in share mode`;
    const slower = saveSection(people.HEAD, text({ month: "2026-03" })).catch((error) => error);
    await waitingForLock();
    await closing.period.create({ data: march });
    await closing.periodClosing.create({
      data: { month: "2026-03", closedById: people.OFFICE.id, contentHash: "0".repeat(64) },
    });
    // In a list, since it is answered only after the closing.
    return [slower] as const;
  });
  expect(await refused).toMatchObject({ status: 409 });
  expect(await sectionsOf("2026-03")).toEqual([]);
});

/** Until some session waits for a lock on a table. */
async function waitingForLock(): Promise<void> {
  await vi.waitUntil(async () => {
    const [waiting] = await database().$queryRaw<{ count: number }[]>`
      select count(*)::int as count from pg_locks
      where not granted and relation in ('late_reason'::regclass, 'narrative_section'::regclass)`;
    return (waiting?.count ?? 0) > 0;
  });
}

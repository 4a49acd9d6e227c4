import fc from "fast-check";
import { addDays, addMonths } from "#lib/core/dates.ts";
import { completionFiguresOf } from "#lib/figures/rules.ts";
import type { Indicator, IndicatorValue, TargetProgress } from "#lib/indicators/schema.ts";
import type { PeriodTask } from "#lib/snapshots/schema.ts";
import type { MonthlyReport } from "../schema.ts";
import { DEPARTMENTS, FIELDS, lateTask, REASONS, reportOf, SECTORS } from "./report.ts";

/* Reports at random, whose words hold what breaks files: markup, formulas, control characters. */

const code = (entries: readonly { code: string }[]) =>
  fc.constantFrom(...entries.map((entry) => entry.code));

const words = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '=HYPERLINK("http://example.org";"xem")',
      "+84 24 1234",
      "-5 @SUM(A1:A9)",
      "a <b> & \"c\" 'd' </w:t> ]]>",
      "một\u0000hai\u000bba\nbốn\tnăm",
      "nửa chữ \ud83d và \ufffe",
      "  ",
    ),
  },
);
const place = fc.record({ department: code(DEPARTMENTS), field: code(FIELDS) });
const counted = fc.integer({ min: 0, max: 3000 });
const perhaps = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });

function lateTaskArbitrary(id: number): fc.Arbitrary<PeriodTask> {
  return fc
    .record({
      last: place,
      from: fc.option(place, { nil: undefined }),
      due: fc.integer({ min: -200, max: 28 }),
      title: words,
      reason: perhaps(fc.record({ kind: code(REASONS), text: words })),
      extended: fc.boolean(),
      ended: fc.option(fc.constantFrom("COMPLETED", "EXTENDED", "CANCELLED", "PAUSED"), {
        nil: undefined,
      }),
    })
    .map(({ last, from, due, title, reason, extended, ended }) => {
      const dueOn = addDays("2026-04-01", due);
      return lateTask(id, {
        ...last,
        dueOn,
        title,
        reason,
        ...(from && { from }),
        ...(extended && { originalDueOn: addDays(dueOn, -10) }),
        ...(ended && { ended: { by: ended, on: "2026-04-29" } }),
      });
    });
}

const completion = fc
  .record({
    open: counted,
    overdue: counted,
    completed: counted,
    onTime: counted,
    onTimeByOriginalDeadline: counted,
    noDeadline: counted,
    dueSoon: counted,
    awaitingConfirmation: counted,
  })
  .map((counts) => {
    const noDeadline = Math.min(counts.noDeadline, counts.completed);
    const most = counts.completed - noDeadline;
    return completionFiguresOf({
      ...counts,
      noDeadline,
      overdue: Math.min(counts.overdue, counts.open),
      onTime: Math.min(counts.onTime, most),
      onTimeByOriginalDeadline: Math.min(counts.onTimeByOriginalDeadline, most),
    });
  });

const MONTHS = Array.from({ length: 12 }, (_, index) => addMonths("2026-04", index - 11));
const quantity = fc.double({ min: 0, max: 90_000, noNaN: true, noDefaultInfinity: true });

const indicatorValue = fc.oneof(
  quantity.map((value) => ({ state: "REPORTED" as const, value })),
  fc.constant({ state: "NOTHING_AROSE" as const, value: null }),
  fc.constant({ state: "NOT_REPORTED" as const, value: null }),
);

const indicator = (index: number): fc.Arbitrary<Indicator> =>
  fc
    .record({
      name: words,
      unit: fc.constantFrom("%", "hồ sơ", "tỷ đồng"),
      departmentCode: code(DEPARTMENTS),
      sectorCode: code(SECTORS),
      values: fc.tuple(indicatorValue, indicatorValue),
      year: perhaps(quantity),
    })
    .map(({ values, year, ...given }) => ({
      code: `CS_${index}`,
      nameEn: given.name,
      direction: "UP",
      aggregation: "SUM",
      ...given,
      months: MONTHS.map((month, at): IndicatorValue => {
        const value = values[at - 10] ?? { state: "NOT_REPORTED", value: null };
        return {
          month,
          ...value,
          numerator: null,
          denominator: null,
          cumulative: false,
          demonstration: false,
        };
      }),
      yearBefore: [],
      yearToDate: MONTHS.map(() => ({ value: year, missing: 0 })),
      targets: [],
    }));

const target: fc.Arbitrary<TargetProgress> = fc
  .record({
    name: words,
    comparator: fc.constantFrom("EQ", "GE", "GT", "LE", "LT", "QUALITATIVE"),
    value: perhaps(quantity),
    actual: perhaps(quantity),
    unit: fc.constantFrom("%", "trường"),
  })
  .map(({ actual, ...given }) => ({
    code: "CT",
    nameEn: given.name,
    indicatorCode: null,
    span: "QUARTER",
    startMonth: "2026-04",
    baseline: null,
    ...given,
    actual:
      actual === null ? null : { value: actual, month: "2026-04", missing: 0, demonstration: true },
    standing: actual === null ? null : "MET",
    departmentCode: null,
    sectorCode: null,
  }));

const change = fc.record({ now: perhaps(counted), before: perhaps(counted) });
const someIndicators = fc
  .integer({ min: 0, max: 6 })
  .chain((size) => fc.tuple(...Array.from({ length: size }, (_, index) => indicator(index))));
const lateTasks = (least: number) =>
  fc
    .integer({ min: least, max: 30 })
    .chain((size) =>
      fc.tuple(...Array.from({ length: size }, (_, index) => lateTaskArbitrary(index + 1))),
    );

/** A month's report, of the commune or of a department, that may lack anything. */
export const reportArbitrary: fc.Arbitrary<MonthlyReport> = fc
  .record({
    late: lateTasks(0),
    next: lateTasks(0),
    total: completion,
    city: perhaps(completion),
    department: perhaps(code(DEPARTMENTS)),
    received: change,
    issued: change,
    signers: fc.array(fc.record({ name: words, now: perhaps(counted), before: perhaps(counted) }), {
      maxLength: 3,
    }),
    indicators: someIndicators,
    targets: fc.array(target, { maxLength: 4 }),
    texts: fc.array(words, { maxLength: 4 }),
    closed: fc.boolean(),
    closedBefore: perhaps(counted),
  })
  .map((given) =>
    reportOf(given.late, {
      department: given.department,
      completion: {
        total: given.total,
        byLevel: given.city === null ? [] : [{ code: "CITY", ...given.city }],
        byDepartment: [],
      },
      documents: { received: given.received, issued: given.issued, bySigner: given.signers },
      indicators: given.indicators,
      targets: given.targets,
      sections: [
        {
          kind: "RESULTS",
          parts: given.texts.map((text, index) => ({
            department: DEPARTMENTS[index]?.code ?? null,
            text,
          })),
        },
      ],
      dueNext: given.next.map((task) => ({ ...task, late: null })),
      closing: given.closed
        ? {
            id: 1,
            month: "2026-04",
            closedAt: new Date("2026-05-04T17:30:00Z"),
            closedBy: "Văn phòng HĐND và UBND",
            contentHash: "0123456789abcdef".repeat(4),
          }
        : null,
      closedBefore:
        given.closedBefore === null ? null : { month: "2026-03", outstanding: given.closedBefore },
    }),
  );

import { z } from "zod";
import { type CivilDate, lastDayOf } from "#lib/core/dates.ts";
import type { Transaction } from "#lib/core/db.ts";
import { figureCode } from "#lib/reconciliations/schema.ts";
import { readData } from "./data.ts";
import { headOf } from "./people.ts";
import { type Reference, required } from "./sketch.ts";

const MONTH = "2026-04";
const SOURCE = "Báo cáo tháng 04/2026";

const reportSchema = z.object({
  total: z.int(),
  carried_over: z.int(),
  newly_arising: z.int(),
  by_field: z.array(
    z.object({ code: z.string(), total: z.int(), carried_over: z.int(), newly_arising: z.int() }),
  ),
  by_department: z.array(z.object({ code: z.string(), total: z.int() })),
});

/** What the report says that the city assigned, and what of it is done: 138/142, "97,1%". */
const CITY = { assigned: 142, completed: 138, rate: 97.1 } as const;

/** The figures as the report states them, with what does not add up in it. */
function statedFigures(): [code: string, value: number][] {
  const report = reportSchema.parse(JSON.parse(readData("overdue_2026_04.json")));
  const total = { kind: "total" } as const;
  return [
    [figureCode(total, "late"), report.total],
    [figureCode(total, "carriedOver"), report.carried_over],
    [figureCode(total, "newlyOverdue"), report.newly_arising],
    ...report.by_field.flatMap(({ code, ...line }): [string, number][] => {
      const field = { kind: "field", code } as const;
      return [
        [figureCode(field, "late"), line.total],
        [figureCode(field, "carriedOver"), line.carried_over],
        [figureCode(field, "newlyOverdue"), line.newly_arising],
      ];
    }),
    ...report.by_department.map(({ code, total: late }): [string, number] => [
      figureCode({ kind: "department", code }, "late"),
      late,
    ]),
    ...(["assigned", "completed", "rate"] as const).map((measure): [string, number] => [
      figureCode({ kind: "city" }, measure),
      CITY[measure],
    ]),
  ];
}

/** What the report of April 2026 stated, to be held against the register, once that month is over. */
export async function seedReported(
  transaction: Transaction,
  reference: Reference,
  today: CivilDate,
): Promise<void> {
  if (lastDayOf(MONTH) >= today) return;
  await transaction.reportedFigure.createMany({
    data: statedFigures().map(([figure, value]) => ({
      ...{ month: MONTH, figure, value, source: SOURCE },
      enteredById: required(reference.users, headOf("VP_HDND_UBND")),
      enteredAt: new Date(`${lastDayOf(MONTH)}T02:30:00Z`),
    })),
  });
}

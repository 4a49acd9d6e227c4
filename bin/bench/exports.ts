import type { Period } from "#lib/periods/schema.ts";
import { reportDocx } from "#lib/reports/docx.ts";
import { getMonthlyReport } from "#lib/reports/queries.ts";
import { reportXlsx } from "#lib/reports/xlsx.ts";
import { type Timing, timed } from "./measure.ts";

const CHAIRMAN = { role: "CHAIRMAN", departmentId: null, portfolioDepartmentIds: [] } as const;
const ROUNDS = 3;
/** Late tasks in the annex of a large register's month. */
const MANY = 10_000;

/** Times both files of a month's report, with its own annex and with one of 10,000 late tasks. */
export async function benchExports(
  period: Period,
  show: (label: string, timing: Timing, note?: string) => void,
): Promise<void> {
  const report = await getMonthlyReport(CHAIRMAN, period.month, null);
  const { annex } = report;
  const [first] = annex;
  if (!first) return;
  const repeated = Array.from({ length: MANY }, (_, index) => annex[index % annex.length] ?? first);
  const at = new Date(0);
  for (const tasks of [annex, repeated]) {
    const of = { ...report, annex: tasks };
    const note = `${tasks.length} late`;
    show("report as Word: reportDocx", await timed(ROUNDS, () => reportDocx(of, at), 1), note);
    show("report as Excel: reportXlsx", await timed(ROUNDS, () => reportXlsx(of, at), 1), note);
  }
}

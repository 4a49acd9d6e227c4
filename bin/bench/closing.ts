import { database } from "#lib/core/db.ts";
import { getSettings } from "#lib/periods/queries.ts";
import type { Period } from "#lib/periods/schema.ts";
import { getMonthlyReport } from "#lib/reports/queries.ts";
import { getAdjustments } from "#lib/snapshots/adjustments-queries.ts";
import { livePeriodTasks } from "#lib/snapshots/queries.ts";
import { closePeriod, reopenPeriod } from "#lib/snapshots/service.ts";
import type { Actor } from "#lib/users/schema.ts";
import type { Timing } from "./measure.ts";

const ROUNDS = 3;

/** Times work that cannot be repeated at once; what makes it repeatable is not counted. */
async function timedOnceMore(
  work: () => Promise<unknown>,
  undo: () => Promise<unknown>,
): Promise<Timing> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
    await undo();
  }
  times.sort((a, b) => a - b);
  return { p50: times[1] ?? Number.NaN, p95: times.at(-1) ?? Number.NaN };
}

async function officer(): Promise<Actor> {
  const { id, displayName, role } = await database().user.create({
    data: { login: "bench.vanphong", displayName: "Văn phòng", role: "OFFICE", passwordHash: "" },
  });
  return { id, displayName, role, departmentId: null, portfolioDepartmentIds: [] };
}

/** Times the closing of a month beside the same rows written by plain SQL, and what follows from it. */
export async function benchClosing(
  period: Period,
  show: (label: string, timing: Timing, note?: string) => void,
): Promise<void> {
  const office = await officer();
  const { month } = period;
  const tasks = await livePeriodTasks(period, "all", await getSettings());
  const none = () => Promise.resolve();
  const plain = await timedOnceMore(
    () => database().$executeRaw`create table bench_rows as ${tasks}`,
    () => database().$executeRaw`drop table bench_rows`,
  );
  show("closing: the same rows written by plain SQL", plain);
  const closing = await timedOnceMore(
    () => closePeriod(office, month),
    () => reopenPeriod(office, month, "bench"),
  );
  show("closing: closePeriod", closing, `${(closing.p50 / plain.p50).toFixed(2)} × plain`);
  const report = () => getMonthlyReport(office, month, null);
  show("report of the open month: getMonthlyReport", await timedOnceMore(report, none));
  await closePeriod(office, month);
  show("report of the closed month: getMonthlyReport", await timedOnceMore(report, none));
  show(
    "what differs since: getAdjustments",
    await timedOnceMore(() => getAdjustments(office, month), none),
  );
  await reopenPeriod(office, month, "bench");
}

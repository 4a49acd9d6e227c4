import { afterEach, describe, expect, test, vi } from "vitest";
import { database } from "./db.ts";
import { type Job, keepJobsRunning, type RunningJobs, startJobs } from "./jobs.ts";
import { log } from "./log.ts";
import { testDatabase } from "./testing.ts";

const { url } = await testDatabase();

const running: RunningJobs[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((jobs) => jobs.stop()));
});

/** A job far from its time, unless it runs at start. */
const job = (given: Partial<Job> & Pick<Job, "name">): Job => ({
  cron: "0 0 1 1 *",
  run: async () => {},
  ...given,
});

async function start(...jobs: Job[]): Promise<void> {
  running.push(await startJobs(jobs));
}

/** A job's run that the test waits for, and lets go on when it has seen enough. */
function watched() {
  const began = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const run = vi.fn(async () => {
    began.resolve();
    await released.promise;
    ended.resolve();
  });
  return { run, began: began.promise, release: released.resolve, ended: ended.promise };
}

describe("startJobs", () => {
  test("runs a job at start, and plans it in the commune's time", async () => {
    const { run, began, release } = watched();
    release();
    await start(job({ name: "morning", cron: "0 7 * * *", atStart: true, run }));
    await began;
    const schedules = await database().$queryRaw`
      select name, cron, timezone from pgboss.schedule`;
    expect(schedules).toEqual([
      { name: "morning", cron: "0 7 * * *", timezone: "Asia/Ho_Chi_Minh" },
    ]);
  });

  test("forgets what is no longer run", async () => {
    await start(job({ name: "evening" }));
    const schedules = await database().$queryRaw`select name from pgboss.schedule`;
    expect(schedules).toEqual([{ name: "evening" }]);
  });

  test("runs a job once at a time, however many processes offer it", async () => {
    const { run, began, release, ended } = watched();
    const same = job({ name: "shared", atStart: true, run });
    await start(same);
    await began;
    await start(same);
    const waiting = await database().$queryRaw`
      select state::text from pgboss.job where name = 'shared'`;
    expect(waiting).toEqual([{ state: "active" }]);
    release();
    await ended;
    expect(run).toHaveBeenCalledOnce();
  });

  test("lets what runs come to its end before it stops", async () => {
    const { run, began, release } = watched();
    const jobs = await startJobs([job({ name: "long", atStart: true, run })]);
    await began;
    const stopped = jobs.stop();
    release();
    await stopped;
    const left = await database().$queryRaw`
      select state::text from pgboss.job where name = 'long'`;
    expect(left).toEqual([{ state: "completed" }]);
  });

  test("logs a failure and leaves the job to be tried again", async () => {
    const said = Promise.withResolvers<unknown>();
    const error = vi.spyOn(log, "error").mockImplementation((entry) => said.resolve(entry));
    const reason = new Error("no luck");
    await start(job({ name: "failing", atStart: true, run: () => Promise.reject(reason) }));
    expect(await said.promise).toEqual({ err: reason, job: "failing" });
    error.mockRestore();
    await Promise.all(running.splice(0).map((jobs) => jobs.stop()));
    const left = await database().$queryRaw`
      select state::text from pgboss.job where name = 'failing'`;
    expect(left).toEqual([{ state: "retry" }]);
  });
});

test("without its database it says so, and can be stopped", async () => {
  const said = Promise.withResolvers<unknown>();
  const error = vi.spyOn(log, "error").mockImplementation((_, text) => said.resolve(text));
  process.env.DATABASE_URL = "postgresql://nobody@127.0.0.1:1/nothing";
  const jobs = keepJobsRunning([job({ name: "later" })]);
  expect(await said.promise).toBe("jobs not started");
  await jobs.stop();
  process.env.DATABASE_URL = url;
  error.mockRestore();
});

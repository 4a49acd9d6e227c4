import { setTimeout as delay } from "node:timers/promises";
import { PgBoss } from "pg-boss";
import { BUSINESS_TIME_ZONE } from "./dates.ts";
import { log } from "./log.ts";

/** Work that is done without anybody asking for it. */
export type Job = {
  /** Letters, digits and `-`; the queue in the database is called so. */
  name: string;
  /** When it runs, as cron writes it, in the commune's time; what was missed is made up for once. */
  cron: string;
  /** Whether it also runs as soon as the jobs are started. */
  atStart?: boolean;
  /** Must be safe to run twice: a run that ended halfway is run again. */
  run: () => Promise<void>;
};

export type RunningJobs = {
  /** Lets what runs come to its end (for half a minute at most) and starts nothing more. */
  stop(): Promise<void>;
};

const QUEUE = {
  // However many processes there are, a job waits or runs once among them.
  policy: "exclusive",
  retryLimit: 3,
  retryDelay: 30,
  retryBackoff: true,
  expireInSeconds: 15 * 60,
  deleteAfterSeconds: 7 * 24 * 3600,
};

const AGAIN_AFTER_MS = 15_000;

/** Takes away what an earlier version of the product ran and this one does not. */
async function forgetOtherSchedules(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  const known = new Set(jobs.map(({ name }) => name));
  for (const { name } of await boss.getSchedules()) {
    if (!known.has(name)) await boss.unschedule(name);
  }
}

async function runLogged({ name, run }: Job): Promise<void> {
  try {
    await run();
  } catch (error) {
    log.error({ err: error, job: name }, "job failed");
    throw error;
  }
}

async function offer(boss: PgBoss, job: Job): Promise<void> {
  await boss.createQueue(job.name, QUEUE);
  await boss.schedule(job.name, job.cron, null, { tz: BUSINESS_TIME_ZONE, missed: "once" });
  if (job.atStart) await boss.send(job.name);
  await boss.work(job.name, { pollingIntervalSeconds: 5 }, () => runLogged(job));
}

/**
 * Starts the job runner on the product's database (`DATABASE_URL`), in the schema `pgboss`,
 * which it makes and brings up to date itself. Several processes may run the same jobs.
 * @throws when the database cannot be reached
 */
export async function startJobs(jobs: readonly Job[]): Promise<RunningJobs> {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL is not set");
  const boss = new PgBoss({
    connectionString,
    schema: "pgboss",
    max: 2,
    application_name: "executive-desk-jobs",
  });
  boss.on("error", (error) => log.error({ err: error }, "job runner"));
  const stop = () => boss.stop({ graceful: true, timeout: 30_000 });
  try {
    await boss.start();
    await forgetOtherSchedules(boss, jobs);
    for (const job of jobs) await offer(boss, job);
  } catch (error) {
    await stop();
    throw error;
  }
  log.info({ jobs: jobs.map(({ name }) => name) }, "jobs started");
  return { stop };
}

/** The same, trying again every quarter of a minute for as long as the database is away. */
export function keepJobsRunning(jobs: readonly Job[]): RunningJobs {
  const ending = new AbortController();
  const attempt = async (): Promise<RunningJobs | null> => {
    while (!ending.signal.aborted) {
      try {
        return await startJobs(jobs);
      } catch (error) {
        log.error({ err: error }, "jobs not started");
      }
      await delay(AGAIN_AFTER_MS, null, { ref: false, signal: ending.signal }).catch(() => null);
    }
    return null;
  };
  const starting = attempt();
  return {
    stop: async () => {
      ending.abort();
      await (await starting)?.stop();
    },
  };
}

/** Stops them when the process is asked to end; what is cut short even so is run again later. */
export function stopWithProcess(jobs: RunningJobs): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      jobs.stop().catch((error: unknown) => log.error({ err: error }, "jobs not stopped"));
    });
  }
}

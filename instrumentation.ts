import type { Instrumentation } from "next";
import type { RunningJobs } from "#lib/core/jobs.ts";

const holder = globalThis as { jobs?: RunningJobs };

/** Does the product's jobs in this process, once, until it is asked to end. */
async function runJobs(): Promise<void> {
  // Said again where the imports are: only so are they left out of what is built for the edge.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  if (process.env.WORKER === "separate" || holder.jobs) return;
  const [{ keepJobsRunning, stopWithProcess }, { JOBS }] = await Promise.all([
    import("#lib/core/jobs.ts"),
    import("#lib/jobs.ts"),
  ]);
  holder.jobs = keepJobsRunning(JOBS);
  stopWithProcess(holder.jobs);
}

/** Said once, when the server starts; it starts without its database too, and recovers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ log }, { readinessProblems }, { recordClientAddresses }] = await Promise.all([
    import("#lib/core/log.ts"),
    import("#lib/core/readiness.ts"),
    import("#lib/users/address.ts"),
  ]);
  recordClientAddresses();
  const reasons = await readinessProblems();
  if (reasons.length === 0) log.info("ready");
  else log.error({ reasons }, "not ready");
  await runJobs();
}

/** Every error that nobody expected, with the request's id and the code that the page shows. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("#lib/core/log.ts");
  const errorCode = error instanceof Error && "digest" in error ? error.digest : undefined;
  log.error(
    {
      requestId: request.headers["x-request-id"],
      errorCode,
      method: request.method,
      path: request.path,
      route: context.routePath,
      during: context.routeType,
      err: error,
    },
    "request failed",
  );
};

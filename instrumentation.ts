import type { Instrumentation } from "next";

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

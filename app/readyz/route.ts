import { connection } from "next/server";
import { readinessProblems } from "#lib/core/readiness.ts";

/** The database is there and of this version; else 503 with the reasons. */
export async function GET(): Promise<Response> {
  await connection();
  const reasons = await readinessProblems();
  return reasons.length === 0
    ? Response.json({ status: "ready" })
    : Response.json({ status: "not ready", reasons }, { status: 503 });
}

/** The process is up; asks nothing of anything else. */
export function GET(): Response {
  return Response.json({ status: "ok" });
}

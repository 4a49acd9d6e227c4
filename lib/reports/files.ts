import { NotFoundError } from "#lib/core/errors.ts";
import { log } from "#lib/core/log.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { reportDocx } from "./docx.ts";
import { reportAskedFor } from "./policy.ts";
import { getMonthlyReport } from "./queries.ts";
import type { MonthlyReport, ReportFormat } from "./schema.ts";
import { reportXlsx } from "./xlsx.ts";

const MEDIA_TYPES: Record<ReportFormat, string> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const WRITERS = { docx: reportDocx, xlsx: reportXlsx } as const;

/** "bao-cao-2026-04.docx", with the department's code where it is one department's. */
export function reportFileName(
  { period, department }: Pick<MonthlyReport, "period" | "department">,
  format: ReportFormat,
): string {
  const of = department === null ? "" : `-${department.toLowerCase().replaceAll("_", "-")}`;
  return `bao-cao-${period.month}${of}.${format}`;
}

/**
 * A month's report as a file. Of a closed month it is the same one every time.
 * @param department a code; undefined for the widest report that the viewer may read
 * @throws NotFoundError for a month or department that is none, or not the viewer's
 */
export async function reportAsFile(
  viewer: Viewer,
  month: string,
  department: string | undefined,
  format: ReportFormat,
): Promise<{ name: string; bytes: Uint8Array; milliseconds: number }> {
  const asked = reportAskedFor(viewer, await listDepartments(), department);
  if (asked === "none") throw new NotFoundError();
  const report = await getMonthlyReport(viewer, month, asked.department);
  const began = performance.now();
  const bytes = await WRITERS[format](report, report.closing?.closedAt ?? new Date());
  const milliseconds = Math.round(performance.now() - began);
  return { name: reportFileName(report, format), bytes, milliseconds };
}

/**
 * The same as an answer to be saved.
 * @param request what the log names the request by
 * @throws NotFoundError for a month or department that is none, or not the viewer's
 */
export async function reportFile(
  viewer: Viewer,
  month: string,
  department: string | undefined,
  format: ReportFormat,
  request: Request,
): Promise<Response> {
  const { name, bytes, milliseconds } = await reportAsFile(viewer, month, department, format);
  log.info(
    {
      requestId: request.headers.get("x-request-id"),
      role: viewer.role,
      file: name,
      bytes: bytes.length,
      milliseconds,
    },
    "report exported",
  );
  return new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": MEDIA_TYPES[format],
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

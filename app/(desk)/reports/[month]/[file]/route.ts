import { isExpectedError } from "#lib/core/errors.ts";
import { reportFile } from "#lib/reports/files.ts";
import { REPORT_FORMATS, reportQuerySchema } from "#lib/reports/schema.ts";
import { getCurrentUser } from "#lib/users/session.ts";

type Context = { params: Promise<{ month: string; file: string }> };

/** A month's report to be saved: `report.docx` or `report.xlsx`, `?department=` for one department's. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const viewer = await getCurrentUser();
  if (!viewer || viewer.mustChangePassword) return new Response(null, { status: 401 });
  const { month, file } = await params;
  const format = REPORT_FORMATS.find((each) => file === `report.${each}`);
  const query = reportQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!format || !query.success) return new Response(null, { status: 404 });
  try {
    return await reportFile(viewer, month, query.data.department, format, request);
  } catch (error) {
    if (isExpectedError(error)) return new Response(null, { status: error.status });
    throw error;
  }
}

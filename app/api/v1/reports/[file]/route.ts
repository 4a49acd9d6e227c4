import { apiRoute } from "#lib/core/api.ts";
import { NotFoundError } from "#lib/core/errors.ts";
import { reportFile } from "#lib/reports/files.ts";
import { REPORT_FORMATS } from "#lib/reports/schema.ts";
import { viewerOfToken } from "#lib/users/tokens.ts";
import { getReport as operation } from "../../operations/figures.ts";

export { DELETE, PATCH, POST, PUT } from "../../not-allowed.ts";

/** A month's report as a file: `2026-04.docx` or `2026-04.xlsx`. */
export const GET = apiRoute(viewerOfToken, async ({ caller, parameters, query, request }) => {
  const { file } = parameters as { file: string };
  const { department } = query(operation.query);
  const format = REPORT_FORMATS.find((each) => file.endsWith(`.${each}`));
  if (!format) throw new NotFoundError();
  const month = file.slice(0, -(format.length + 1));
  return reportFile(caller, month, department, format, request);
});

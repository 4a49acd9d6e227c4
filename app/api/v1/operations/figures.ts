import { z } from "zod";
import { operation } from "#lib/core/operations.ts";
import { VALUE_STATES } from "#lib/indicators/schema.ts";
import { valueRequest } from "#lib/indicators/sheet.ts";
import { REPORT_FORMATS, reportQuerySchema } from "#lib/reports/schema.ts";
import { indicatorPage, indicatorValue } from "../answers/indicator.ts";
import { summary } from "../answers/summary.ts";
import { monthInPath, paging } from "./common.ts";

// What is wrong with these two the register itself says: it knows where it begins and ends.
const monthText = z.string().meta({ pattern: "^(19|2\\d)\\d\\d-(0[1-9]|1[0-2])$" });
const dayText = z.string().meta({ format: "date" });

export const getSummary = operation({
  method: "GET",
  path: "/summary",
  id: "getSummary",
  group: "Figures",
  summary: "All figures of the dashboard and the report",
  description:
    "Of a month (`period`) or as of a day (`asOf`), one of the two; this month when neither is given. Rates are fractions in [0, 1], null where there is nothing to divide by.",
  query: z.strictObject({ period: monthText.optional(), asOf: dayText.optional() }),
  answer: { body: summary },
  refusals: [403],
});

export const listIndicators = operation({
  method: "GET",
  path: "/indicators",
  id: "listIndicators",
  group: "Indicators",
  summary: "The catalogue of indicators; with `month`, what stands for it",
  query: z.strictObject({
    month: monthText.optional(),
    department: z.string().optional(),
    ...paging,
  }),
  answer: { body: indicatorPage },
  refusals: [],
});

export const putIndicatorValue = operation({
  method: "PUT",
  path: "/indicators/{code}/values/{month}",
  id: "putIndicatorValue",
  group: "Indicators",
  summary: "Says what stands for an indicator's month; sent again it changes nothing",
  description: `\`state\` is ${VALUE_STATES.join(", ")}. With REPORTED the \`value\`, or where the indicator is \`computed\` its \`numerator\` and \`denominator\`. A value unlike the months before is refused once for its \`note\`.`,
  parameters: z.object({ code: z.string().regex(/^[A-Z0-9_]{1,60}$/), month: monthInPath }),
  body: valueRequest,
  version: "minded",
  answer: { body: indicatorValue, version: true },
  refusals: [403, 404, 409],
  example: { state: "REPORTED", value: 128 },
});

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const getReport = operation({
  method: "GET",
  path: "/reports/{file}",
  id: "getReport",
  group: "Figures",
  summary: "A month's report as a file",
  description:
    "Of the whole commune or, for a head's token or with `department`, of one department; of a closed month always the same file.",
  parameters: z.object({
    file: z.string().regex(new RegExp(`^\\d{4}-\\d{2}\\.(${REPORT_FORMATS.join("|")})$`)),
  }),
  query: reportQuerySchema,
  answer: { files: { [DOCX]: "Word", [XLSX]: "Excel" } },
  refusals: [404],
});

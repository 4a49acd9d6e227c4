import { type CivilDate, civilDate, later } from "#lib/core/dates.ts";
import type { DirectiveType, Urgency } from "#prisma/generated/enums.ts";
import { workingDaysAfter } from "./calendar.ts";
import { readRows } from "./data.ts";

export type DirectiveDraft = {
  number: string;
  issuedOn: CivilDate | null;
  receivedOn: CivilDate;
  body: string;
  type: DirectiveType;
  abstract: string;
  sector: string;
  signerPosition: string | null;
  urgency: Urgency;
};

/** The commune began on this day; older directives were handed over to it then. */
export const COMMUNE_BEGINS = civilDate("2025-07-01");

/** Directives too particular, or too little known, for made-up tasks to carry them out. */
export const NOT_FOR_OTHERS = [
  ...["79-NQ/TW", "15/2026/NQ-CP", "46/2026/NĐ-CP", "66.13/2026/NQ-CP", "105/NQ-CP", "64/CP"],
  ...["04/2026/NQ-HĐND", "171/2024/QH15", "21/2025/NQ-HĐND", "13/2023/NQ-HĐND"],
];

/** When those arrived whose date of issue is not known. */
const RECEIVED: Readonly<Record<string, CivilDate>> = {
  "72-NQ/TW": civilDate("2025-09-15"),
  "15/2026/NQ-CP": civilDate("2026-02-09"),
};

/** The real directives. */
export function knownDirectives(): DirectiveDraft[] {
  return readRows("directives.csv").map((row): DirectiveDraft => {
    const number = row.text("number");
    const issued = row.optional("issued_on");
    const issuedOn = issued === null ? null : civilDate(issued);
    const arrival = issuedOn ? workingDaysAfter(issuedOn, 3) : COMMUNE_BEGINS;
    const body = row.text("issuing_body_code");
    return {
      number,
      issuedOn,
      receivedOn: RECEIVED[number] ?? later(arrival, COMMUNE_BEGINS),
      body,
      type: directiveType(row.text("type")),
      abstract: row.text("subject_vi"),
      sector: row.text("sector_code"),
      signerPosition: null,
      urgency: "NORMAL",
    };
  });
}

const TYPES: readonly DirectiveType[] = [
  "RESOLUTION",
  "DECREE",
  "DECISION",
  "DIRECTIVE",
  "OFFICIAL_LETTER",
  "CONCLUSION_NOTICE",
  "PLAN",
  "PROGRAM",
];

function directiveType(text: string): DirectiveType {
  const type = TYPES.find((each) => each === text);
  if (!type) throw new Error(`Unknown type of directive: ${text}`);
  return type;
}

import { z } from "zod";
import { type CivilDate, isCivilDate } from "#lib/core/dates.ts";
import {
  codeSchema,
  daySchema,
  optionalCode,
  optionalDay,
  optionalText,
  requiredText,
  says,
  TEXT_LIMITS,
} from "#lib/core/entries.ts";
import { DirectiveType, Level, Urgency } from "#prisma/generated/enums.ts";

export type { DirectiveType, Level, Urgency };

export const DIRECTIVE_TYPES = Object.values(DirectiveType);
export const URGENCIES = Object.values(Urgency);

/** Whose directives bind the commune, from the highest down. */
export const DIRECTIVE_LEVELS = Object.values(Level);

export const DIRECTIVE_SORTS = [
  "number",
  "issuedOn",
  "body",
  "level",
  "type",
  "receivedOn",
  "tasks",
  "completion",
  "overdue",
] as const;
export type DirectiveSort = (typeof DIRECTIVE_SORTS)[number];

export const DIRECTIVE_PAGE_SIZES = [25, 50, 100] as const;

const filterCodeSchema = z.string().regex(/^[A-Z0-9_]{1,40}$/);
const civilDateSchema = z.custom<CivilDate>(
  (value) => typeof value === "string" && isCivilDate(value),
);

/** The filters, order and page of the list of directives; a leading minus sorts downwards. */
export const directiveListSchema = z.strictObject({
  q: z.string().trim().min(1).max(200).optional(),
  level: z.enum(Level).optional(),
  body: filterCodeSchema.optional(),
  type: z.enum(DirectiveType).optional(),
  sector: filterCodeSchema.optional(),
  /** Day of issue. */
  from: civilDateSchema.optional(),
  to: civilDateSchema.optional(),
  sort: z.enum(DIRECTIVE_SORTS.flatMap((sort) => [sort, `-${sort}` as const])).optional(),
  page: z.coerce.number().int().min(1).max(100_000).optional(),
  size: z.coerce.number().pipe(z.literal(DIRECTIVE_PAGE_SIZES)).optional(),
});
export type DirectiveListState = z.infer<typeof directiveListSchema>;
export type DirectiveFilter = Omit<DirectiveListState, "sort" | "page" | "size">;

/** The address of a list of directives, parameters in a fixed order. */
export function directiveListHref(state: DirectiveListState): string {
  const query: { [key: string]: string | number | undefined } = state;
  const parameters = new URLSearchParams();
  for (const key of Object.keys(directiveListSchema.shape)) {
    if (query[key] !== undefined) parameters.set(key, String(query[key]));
  }
  return parameters.size === 0 ? "/directives" : `/directives?${parameters}`;
}

export type IssuingBody = { id: number; code: string; name: string; level: Level };

/** How far the tasks of a directive are that the viewer may see, cancelled ones left out. */
export type DirectiveProgress = {
  tasks: number;
  completed: number;
  overdue: number;
  /** completed ÷ tasks, a fraction in [0, 1]; null without tasks. */
  completion: number | null;
};

export type DirectiveListItem = DirectiveProgress & {
  id: number;
  number: string;
  issuedOn: CivilDate | null;
  /** The issuing body's name. */
  issuingBody: string;
  issuingBodyCode: string;
  level: Level;
  type: DirectiveType;
  abstract: string;
  receivedOn: CivilDate;
  urgency: Urgency;
};

export type DirectiveDetail = DirectiveListItem & {
  signerPosition: string | null;
  /** Code of the sector. */
  sector: string | null;
};

/** A number as it is kept: single spaces, on one line. */
const numberSchema = requiredText(
  TEXT_LIMITS.short,
  "registering.problems.numberMissing",
).transform((number) => number.replace(/\s+/g, " "));

/** A directive to register; what is left out is none, and today where it was received. */
export const newDirectiveSchema = z.object({
  number: numberSchema,
  issuedOn: daySchema,
  /** Code of the issuing body. */
  issuingBody: codeSchema,
  type: z.enum(DirectiveType, says("work.problems.choose")),
  abstract: requiredText(TEXT_LIMITS.title, "registering.problems.abstractMissing"),
  signerPosition: optionalText(TEXT_LIMITS.short),
  receivedOn: optionalDay,
  urgency: z.enum(Urgency, says("work.problems.choose")).default("NORMAL"),
  /** Code of the sector. */
  sector: optionalCode,
});
export type NewDirective = z.output<typeof newDirectiveSchema>;

/** What tells one official document from another: its number, its issuing body and its year. */
export const directiveIdentitySchema = newDirectiveSchema.pick({
  number: true,
  issuingBody: true,
  issuedOn: true,
});
export type DirectiveIdentity = z.output<typeof directiveIdentitySchema>;

/** A directive that is there already, as it is pointed out to whoever registers it again. */
export type SameDirective = {
  id: number;
  number: string;
  issuedOn: CivilDate | null;
  /** The issuing body's name. */
  issuingBody: string;
  abstract: string;
};

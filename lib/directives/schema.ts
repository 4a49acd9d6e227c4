import { z } from "zod";
import { type CivilDate, isCivilDate } from "#lib/core/dates.ts";
import { DirectiveType, Level, type Urgency } from "#prisma/generated/enums.ts";

export type { DirectiveType, Level, Urgency };

export const DIRECTIVE_TYPES = Object.values(DirectiveType);

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

const codeSchema = z.string().regex(/^[A-Z0-9_]{1,40}$/);
const civilDateSchema = z.custom<CivilDate>(
  (value) => typeof value === "string" && isCivilDate(value),
);

/** The filters, order and page of the list of directives; a leading minus sorts downwards. */
export const directiveListSchema = z.strictObject({
  q: z.string().trim().min(1).max(200).optional(),
  level: z.enum(Level).optional(),
  body: codeSchema.optional(),
  type: z.enum(DirectiveType).optional(),
  sector: codeSchema.optional(),
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

import { z } from "zod";
import type { Wire } from "#lib/core/operations.ts";
import type { ListedIndicator, ListedValue } from "#lib/indicators/list-queries.ts";
import { AGGREGATIONS, DIRECTIONS, VALUE_STATES } from "#lib/indicators/schema.ts";
import { code, count, instant, month, pageOf } from "./common.ts";

const number = z.number().nullable();

const valueShape = {
  month,
  state: z.enum(VALUE_STATES),
  value: number,
  numerator: number,
  denominator: number,
  figure: number,
  cumulative: z.boolean(),
  note: z.string().nullable(),
  version: count,
  origin: z.enum(["ENTERED", "IMPORTED", "DEMONSTRATION"]).nullable(),
  enteredBy: z.string().nullable(),
  enteredAt: instant.nullable(),
};

const standing = z.object(valueShape).meta({ id: "IndicatorValue" }) satisfies z.ZodType<
  Wire<ListedValue>
>;

/** What stands for an indicator's month. */
export const indicatorValue = z
  .object({ code, ...valueShape })
  .meta({ id: "IndicatorValueOfCode" }) satisfies z.ZodType<Wire<ListedValue & { code: string }>>;

const indicator = z
  .object({
    code,
    name: z.string(),
    nameEn: z.string(),
    unit: z.string(),
    direction: z.enum(DIRECTIONS),
    aggregation: z.enum(AGGREGATIONS),
    computed: z.boolean(),
    department: code,
    sector: code,
    value: standing.exactOptional(),
  })
  .meta({ id: "Indicator" }) satisfies z.ZodType<Wire<ListedIndicator>>;

export const indicatorPage = pageOf(indicator);

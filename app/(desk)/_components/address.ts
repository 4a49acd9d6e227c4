import { z } from "zod";
import { indicatorFilterSchema } from "#lib/indicators/schema.ts";

/** The parameters of an address as they come. */
export type Search = Record<string, string | string[] | undefined>;

/**
 * What the address of the dashboard may ask for; a repeated parameter is no answer. The
 * indicators were its second tab once, and addresses of them are kept.
 */
export const dashboardSearchSchema = z.object({
  tab: z.enum(["overview", "indicators"]).default("overview"),
  period: z.string().optional(),
  asOf: z.string().optional(),
  ...indicatorFilterSchema.shape,
});
export type Tab = z.output<typeof dashboardSearchSchema>["tab"];

/** The period as an address names it; empty for the running month. */
export type AddressPeriod = { period?: string; asOf?: string };

/** The period that an address names, once it has been found good. */
export function periodOfAddress({ period, asOf }: Search): AddressPeriod {
  if (typeof period === "string") return { period };
  return typeof asOf === "string" ? { asOf } : {};
}

/** The address of the dashboard in a period. */
export function dashboardHref(period: AddressPeriod): string {
  const text = new URLSearchParams(period).toString();
  return text === "" ? "/" : `/?${text}`;
}

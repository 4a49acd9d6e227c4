import { z } from "zod";
import { type IndicatorFilter, indicatorFilterSchema } from "#lib/indicators/schema.ts";

/** The parameters of an address as they come. */
export type Search = Record<string, string | string[] | undefined>;

export const TABS = ["overview", "indicators"] as const;
export type Tab = (typeof TABS)[number];

/** What the address of the dashboard may ask for; a repeated parameter is no answer. */
export const dashboardSearchSchema = z.object({
  tab: z.enum(TABS).default("overview"),
  period: z.string().optional(),
  asOf: z.string().optional(),
  ...indicatorFilterSchema.shape,
});

/** The period as an address names it; empty for the running month. */
export type AddressPeriod = { period?: string; asOf?: string };

/** The period that an address names, once it has been found good. */
export function periodOfAddress({ period, asOf }: Search): AddressPeriod {
  if (typeof period === "string") return { period };
  return typeof asOf === "string" ? { asOf } : {};
}

/** The address of a tab in a period, and of what is chosen in the indicators' tab. */
export function tabHref(tab: Tab, period: AddressPeriod, filter: IndicatorFilter = {}): string {
  const query = new URLSearchParams();
  if (tab !== "overview") query.set("tab", tab);
  for (const [key, value] of Object.entries({ ...period, ...filter })) {
    if (value) query.set(key, value);
  }
  const text = query.toString();
  return text === "" ? "/" : `/?${text}`;
}

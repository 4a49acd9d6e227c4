import { BUSINESS_TIME_ZONE } from "../dates.ts";

// Swedish writes "2026-11-20 08:30:00".
const format = new Intl.DateTimeFormat("sv-SE", {
  timeZone: BUSINESS_TIME_ZONE,
  dateStyle: "short",
  timeStyle: "medium",
});

/** A moment as the business's clock shows it: "2026-11-20 08:30:00", which spreadsheets read. */
export function momentText(at: Date): string {
  return format.format(at);
}

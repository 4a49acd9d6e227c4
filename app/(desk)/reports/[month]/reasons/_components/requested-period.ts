import { businessToday } from "#lib/core/dates.ts";
import { invalidAddress } from "#lib/core/errors.ts";
import { readPeriod } from "#lib/periods/rules.ts";
import type { Period, Settings } from "#lib/periods/schema.ts";

/** The period of a month in an address; one that the register does not have ends the page and says why. */
export function requestedPeriod(
  month: string,
  settings: Pick<Settings, "periodFirstDay" | "firstPeriod">,
): Period {
  const read = readPeriod({ period: month }, settings, businessToday());
  if (read.ok) return read.period;
  switch (read.problem) {
    case "BEFORE_FIRST":
      return invalidAddress("beforeFirst", { first: settings.firstPeriod, value: month });
    case "IN_FUTURE":
      return invalidAddress("inFuture", { value: month });
    default:
      return invalidAddress("notAMonth", { name: "month", value: month });
  }
}

import type { Formats } from "next-intl";

/** The named formats that messages may use: `{count, number, integer}`, `{at, date, instant}`. */
export const formats = {
  number: {
    integer: { maximumFractionDigits: 0 },
    decimal: { minimumFractionDigits: 1, maximumFractionDigits: 1 },
  },
  dateTime: {
    instant: {
      day: "2-digit",
      month: "2-digit",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    },
  },
} satisfies Formats;

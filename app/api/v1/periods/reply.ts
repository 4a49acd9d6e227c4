import type { Closing, ReportMonth } from "#lib/snapshots/schema.ts";

/** A closing as machines read it. */
export function closingReply({ closedAt, closedBy, contentHash }: Closing) {
  return { closedAt, closedBy, contentHash };
}

/** A month of the register as machines read it. */
export function periodReply({ month, period, over, closing }: ReportMonth) {
  return {
    period: month,
    from: period.from,
    to: period.to,
    over,
    closed: closing !== null,
    closing: closing && closingReply(closing),
  };
}

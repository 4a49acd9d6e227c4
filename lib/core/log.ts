import { destination, pino } from "pino";

/**
 * What the operator reads: one line of JSON an event, on standard error. Entries of a request
 * carry its `requestId`. Never a password, a token or a whole row.
 */
export const log = pino(
  {
    level: process.env.LOG_LEVEL ?? "info",
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
  },
  // Nothing is lost when the process ends.
  destination({ fd: 2, sync: true }),
);

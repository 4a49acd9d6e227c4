import { processOutbox, sweep } from "#lib/core/housekeeping.ts";
import type { Job } from "#lib/core/jobs.ts";

/** All that the product does by itself. */
export const JOBS: readonly Job[] = [
  {
    name: "outbox",
    cron: "* * * * *",
    run: async () => {
      await processOutbox();
    },
  },
  { name: "sweep", cron: "30 3 * * *", run: sweep },
];

import { businessToday } from "#lib/core/dates.ts";
import { processOutbox, sweep } from "#lib/core/housekeeping.ts";
import type { Job } from "#lib/core/jobs.ts";
import { remindOfDeadlines } from "#lib/tasks/reminders.ts";

/** All that the product does by itself. */
export const JOBS: readonly Job[] = [
  {
    name: "reminders",
    cron: "0 7 * * *",
    atStart: true,
    run: () => remindOfDeadlines(businessToday()),
  },
  {
    name: "outbox",
    cron: "* * * * *",
    run: async () => {
      await processOutbox();
    },
  },
  { name: "sweep", cron: "30 3 * * *", run: sweep },
];

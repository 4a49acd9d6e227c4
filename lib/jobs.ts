import { businessToday } from "#lib/core/dates.ts";
import { processOutbox, sweep } from "#lib/core/housekeeping.ts";
import type { Job } from "#lib/core/jobs.ts";
import { sweepUnlinkedFiles } from "#lib/files/service.ts";
import { makeOccurrences } from "#lib/recurrences/occurrences.ts";
import { remindOfDeadlines } from "#lib/tasks/reminders.ts";

/** How long an upload waits for its form: a draft may be taken up again days later. */
const UPLOAD_WAITS_DAYS = 7;

/** All that the product does by itself. */
export const JOBS: readonly Job[] = [
  {
    name: "recurring-tasks",
    cron: "5 6-18 * * *",
    atStart: true,
    run: async () => {
      await makeOccurrences(businessToday());
    },
  },
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
  {
    name: "uploads",
    cron: "45 3 * * *",
    run: async () => {
      await sweepUnlinkedFiles(new Date(Date.now() - UPLOAD_WAITS_DAYS * 24 * 3_600_000));
    },
  },
];

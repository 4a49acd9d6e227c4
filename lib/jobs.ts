import { businessToday } from "#lib/core/dates.ts";
import { sweep } from "#lib/core/housekeeping.ts";
import type { Job } from "#lib/core/jobs.ts";
import { sweepUnlinkedFiles } from "#lib/files/service.ts";
import { sweepImports } from "#lib/imports/service.ts";
import { makeOccurrences } from "#lib/recurrences/occurrences.ts";
import { remindOfDeadlines } from "#lib/tasks/reminders.ts";
import { deliverWebhooks, sweepDeliveries } from "#lib/webhooks/deliveries.ts";

/** How long an upload waits for its form: a draft may be taken up again days later. */
const UPLOAD_WAITS_DAYS = 7;

/** How long a spreadsheet that was only checked is kept. */
const IMPORT_WAITS_DAYS = 30;

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000);

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
  { name: "outbox", cron: "* * * * *", run: deliverWebhooks },
  {
    name: "sweep",
    cron: "30 3 * * *",
    run: async () => {
      await sweep();
      await sweepDeliveries();
    },
  },
  {
    name: "uploads",
    cron: "45 3 * * *",
    run: async () => {
      await sweepUnlinkedFiles(daysAgo(UPLOAD_WAITS_DAYS));
    },
  },
  {
    name: "imports",
    cron: "50 3 * * *",
    run: async () => {
      await sweepImports(daysAgo(IMPORT_WAITS_DAYS));
    },
  },
];

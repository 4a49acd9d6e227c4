import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { database } from "#lib/core/db.ts";
import { reportDocx } from "#lib/reports/docx.ts";
import { reportFileName } from "#lib/reports/files.ts";
import { getMonthlyReport } from "#lib/reports/queries.ts";
import { reportXlsx } from "#lib/reports/xlsx.ts";
import { migrate } from "#prisma/migrate.ts";
import { seed } from "#prisma/seed/index.ts";
import { ROOT } from "./build.ts";
import { startTemporaryPostgres } from "./postgres.ts";
import { runCommand } from "./shutdown.ts";

/* The report of April 2026 of the demonstration register, as Word and Excel, in docs/samples.
 * Made in a scratch database on a fixed day: the same register gives the same bytes. */

const FOLDER = path.join(ROOT, "docs/samples");
const MONTH = "2026-04";
/** The first working day on which the Office would send it. */
const MADE_ON = "2026-05-04";
const MADE_AT = new Date(`${MADE_ON}T08:00:00+07:00`);
const OFFICE = { role: "OFFICE", departmentId: null, portfolioDepartmentIds: [] } as const;

await runCommand(async (shutdown) => {
  process.env.BUSINESS_TODAY = MADE_ON;
  const postgres = await startTemporaryPostgres();
  shutdown.add(() => postgres.stop());
  process.env.DATABASE_URL = postgres.url;
  await migrate(postgres.url);
  await seed("demo");
  shutdown.add(() => database().$disconnect());
  const report = await getMonthlyReport(OFFICE, MONTH, null);
  mkdirSync(FOLDER, { recursive: true });
  const files = {
    docx: await reportDocx(report, MADE_AT),
    xlsx: await reportXlsx(report, MADE_AT),
  } as const;
  for (const format of ["docx", "xlsx"] as const) {
    const file = path.join(FOLDER, reportFileName(report, format));
    writeFileSync(file, files[format]);
    console.log(`${path.relative(ROOT, file)}: ${files[format].length} bytes`);
  }
  return 0;
});

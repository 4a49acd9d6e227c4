import { listFile } from "#lib/exports/files.ts";
import type { ExportFormat } from "#lib/exports/schema.ts";
import type { Period } from "#lib/periods/schema.ts";
import { type Timing, timed } from "./measure.ts";

const CHAIRMAN = { role: "CHAIRMAN", departmentId: null, portfolioDepartmentIds: [] } as const;
const ROUNDS = 3;

/** Writes a list of tasks from its first piece to its last; how big it was and what it held. */
async function written(format: ExportFormat, filter: Record<string, string>) {
  const asker = { viewer: CHAIRMAN, person: null, name: "bench", locale: "vi" as const };
  const { pieces } = await listFile(asker, "tasks", format, filter);
  let bytes = 0;
  let peak = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  return { bytes, peak };
}

/** Times all tasks, and the late ones of a month, as files, with the process's highest memory. */
export async function benchLists(
  period: Period,
  show: (label: string, timing: Timing, note?: string) => void,
): Promise<void> {
  const lists = { "all tasks": {}, "late of the month": { late: period.month } };
  for (const [name, filter] of Object.entries(lists)) {
    for (const format of ["csv", "xlsx"] as const) {
      let last = { bytes: 0, peak: 0 };
      const timing = await timed(
        ROUNDS,
        async () => {
          last = await written(format, filter);
        },
        1,
      );
      const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(bytes < 2 ** 20 ? 1 : 0);
      const note = `${megabytes(last.bytes)} MB (${megabytes(last.peak)})`;
      show(`${name} as .${format}: listFile`, timing, note);
    }
  }
}

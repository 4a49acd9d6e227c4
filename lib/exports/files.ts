import { businessToday } from "#lib/core/dates.ts";
import { ForbiddenError } from "#lib/core/errors.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import { log } from "#lib/core/log.ts";
import { csvOf } from "#lib/core/spreadsheet/write-csv.ts";
import type { WrittenTable } from "#lib/core/spreadsheet/write-schema.ts";
import { xlsxOf } from "#lib/core/spreadsheet/write-xlsx.ts";
import type { CurrentUser, Viewer } from "#lib/users/schema.ts";
import { LISTS } from "./lists.ts";
import type { ExportFormat, ListName } from "./schema.ts";
import { wordsIn } from "./words.ts";

/** What the files are, for whoever receives them. */
export const MEDIA_TYPES: Record<ExportFormat, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

/** For whom a list is written, and how it says so. */
export type Asker = {
  viewer: Viewer;
  /** The same where it is a person at a screen. */
  person: CurrentUser | null;
  /** Position, name of the machine, or how the operator is called. */
  name: string;
  locale: Locale;
};

/** A list's file, to be written a piece at a time as it is read. */
export type ListFile = { name: string; pieces: AsyncGenerator<Uint8Array> };

/**
 * A list as a file: what its screen shows, of all pages, with its conditions in words. The
 * rows are read while the file is.
 * @param parameters what narrows and orders the list, as in the address of its screen
 * @throws ForbiddenError for whoever may not open that screen
 * @throws InvalidQueryError, InvalidRequestError for parameters that the list has not
 */
export async function listFile(
  { viewer, person, name, locale }: Asker,
  list: ListName,
  format: ExportFormat,
  parameters: Readonly<Record<string, string>>,
  at = new Date(),
): Promise<ListFile> {
  const { may, read, fileName } = LISTS[list];
  if (!(await may(viewer))) throw new ForbiddenError();
  const t = wordsIn(locale);
  const today = businessToday();
  const { conditions, total, ...table } = await read(
    { viewer, person, locale, t, today },
    parameters,
  );
  const notes = [
    [total, ...conditions].join(" · "),
    t("exports.made", { at, by: name || t("exports.operator") }),
  ];
  return {
    name: `${fileName}-${today}.${format}`,
    pieces: piecesOf({ ...table, notes }, format, at),
  };
}

function piecesOf(table: WrittenTable, format: ExportFormat, at: Date) {
  return format === "csv" ? csvOf(table) : xlsxOf(table, at);
}

/**
 * The same as an answer to be saved.
 * @param request by which id the log names it
 */
export async function listResponse(
  asker: Asker,
  list: ListName,
  format: ExportFormat,
  parameters: Readonly<Record<string, string>>,
  request: Request,
): Promise<Response> {
  const requestId = request.headers.get("x-request-id");
  const { name, pieces } = await listFile(asker, list, format, parameters);
  return new Response(
    streamOf(logged(pieces, { requestId, role: asker.viewer.role, file: name })),
    {
      headers: {
        "Content-Type": MEDIA_TYPES[format],
        "Content-Disposition": `attachment; filename="${name}"`,
        "Cache-Control": "private, no-store",
      },
    },
  );
}

async function* logged(
  pieces: AsyncGenerator<Uint8Array>,
  about: { requestId: string | null; role: string; file: string },
): AsyncGenerator<Uint8Array> {
  const began = performance.now();
  let bytes = 0;
  let whole = false;
  try {
    for await (const piece of pieces) {
      bytes += piece.length;
      yield piece;
    }
    whole = true;
  } catch (error) {
    // The answer has begun: all that can be done is to break it off, and to say why here.
    log.error({ ...about, error }, "list export failed");
    throw error;
  } finally {
    const milliseconds = Math.round(performance.now() - began);
    log.info({ ...about, bytes, milliseconds, whole }, "list exported");
  }
}

/** What is generated, as a stream that asks for no more than is read of it. */
function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      async pull(controller) {
        const { value, done } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}

import { apiRoute } from "#lib/core/api.ts";
import { readFormFile } from "#lib/core/body.ts";
import { ForbiddenError, InvalidInputError } from "#lib/core/errors.ts";
import { SPREADSHEET_LIMITS } from "#lib/core/spreadsheet/schema.ts";
import { mayImport } from "#lib/imports/policy.ts";
import { KIND_WORDS, readingOf } from "#lib/imports/requests.ts";
import { applyImport, receiveImport } from "#lib/imports/service.ts";
import { actorOfToken } from "#lib/users/tokens.ts";
import * as operations from "../operations/imports.ts";
import { importReply, rowProblems } from "./reply.ts";

export { DELETE, GET, PATCH, PUT } from "../not-allowed.ts";

/** The form around the file: its boundaries, names and headers. */
const FORM_BYTES = 64 * 1024;

/** Checks a spreadsheet, and applies it unless only that was asked: all its rows, or none. */
export const POST = apiRoute(actorOfToken, async ({ request, caller, query }) => {
  const asked = query(operations.importFile.query);
  const kind = KIND_WORDS[asked.kind];
  if (!mayImport(caller, kind)) throw new ForbiddenError({ key: "imports.mayNot" });
  const file = await readFormFile(request, "file", SPREADSHEET_LIMITS.bytes + FORM_BYTES);
  if (!file) throw new InvalidInputError([{ path: "file", key: "imports.fileMissing" }]);
  const received = await receiveImport(caller, { kind, ...file, reading: readingOf(asked) });
  if (asked.dryRun) return importReply(request, received, false);
  if (received.check.counts.error > 0) throw rowProblems(received.check);
  const { new: made, changed } = received.check.counts;
  if (made + changed === 0) return importReply(request, received, false);
  await applyImport(caller, received.id, { acceptGuesses: asked.acceptGuesses });
  return importReply(request, received, true);
});

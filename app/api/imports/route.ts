import { ConflictError, ForbiddenError, InvalidInputError } from "#lib/core/errors.ts";
import { SPREADSHEET_LIMITS } from "#lib/core/spreadsheet/schema.ts";
import { importIdSchema } from "#lib/imports/corrections.ts";
import { mayImport, mayImportSomething } from "#lib/imports/policy.ts";
import { getImport } from "#lib/imports/queries.ts";
import type { ImportReading } from "#lib/imports/reading.ts";
import { KIND_WORDS } from "#lib/imports/requests.ts";
import { receiveImport } from "#lib/imports/service.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { uploadRoute } from "../upload.ts";

const MEGABYTE = 1024 * 1024;

/** Takes a spreadsheet in and checks it, and answers where to look at the result. */
export const POST = uploadRoute({
  may: mayImportSomething,
  mayNot: "imports.mayNot",
  otherSite: "files.problems.otherSite",
  unexpected: "files.problems.unexpected",
  failure: "import failed",
  most: SPREADSHEET_LIMITS.bytes,
  tooLarge: () => {
    const megabytes = SPREADSHEET_LIMITS.bytes / MEGABYTE;
    const explanation = { key: "imports.files.tooLarge", values: { megabytes } } as const;
    return new InvalidInputError([{ path: "file", ...explanation }], explanation);
  },
  handle: async ({ actor, bytes, name, query }) => {
    const word = query.get("kind") ?? "";
    const kind = Object.hasOwn(KIND_WORDS, word) && KIND_WORDS[word as keyof typeof KIND_WORDS];
    if (!kind) throw new ConflictError({ key: "imports.screen.problems.noKind" });
    if (!mayImport(actor, kind)) throw new ForbiddenError({ key: "imports.mayNot" });
    const reading = await saidBefore(actor, query.get("after"));
    const { id } = await receiveImport(actor, { kind, name: name ?? "", bytes, reading });
    return { id };
  },
  statuses: { "imports.files.tooLarge": 413 },
});

/** What was said for the whole of a file holds for the same file once it is mended. */
async function saidBefore(
  actor: CurrentUser,
  after: string | null,
): Promise<Partial<ImportReading>> {
  const asked = importIdSchema.safeParse({ id: after ?? "" });
  if (!asked.success) return {};
  const { sheet, defaults } = (await getImport(actor, asked.data.id)).reading;
  return { sheet, defaults };
}

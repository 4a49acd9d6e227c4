import { NotFoundError } from "#lib/core/errors.ts";
import { KIND_WORDS } from "#lib/imports/requests.ts";
import { getImportTemplate } from "#lib/imports/template-queries.ts";
import { fileRoute } from "../file-route.ts";

/** The workbook in which a kind is filled in, for whoever may bring it in. */
export const GET = fileRoute((viewer, { query }) => {
  const word = query.get("kind") ?? "";
  if (!Object.hasOwn(KIND_WORDS, word)) throw new NotFoundError();
  return getImportTemplate(viewer, KIND_WORDS[word as keyof typeof KIND_WORDS]);
});

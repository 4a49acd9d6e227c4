import { InvalidInputError } from "#lib/core/errors.ts";
import { mayEnterReported } from "#lib/reconciliations/policy.ts";
import { reportedCatalogue } from "#lib/reconciliations/queries.ts";
import { catalogueOf } from "#lib/reconciliations/rules.ts";
import { IMPORT_LIMITS } from "#lib/reconciliations/schema.ts";
import { readSheet } from "#lib/reconciliations/sheet.ts";
import { uploadRoute } from "../upload.ts";

/**
 * Reads a file or pasted table of reported figures for the form that is being filled in, and
 * answers the figures and the rows that are wrong; nothing is kept.
 */
export const POST = uploadRoute({
  may: mayEnterReported,
  mayNot: "account.problems.forbidden",
  otherSite: "reconciliation.problems.otherSite",
  unexpected: "reconciliation.problems.unexpected",
  failure: "reading reported figures failed",
  most: IMPORT_LIMITS.bytes,
  tooLarge: () => new InvalidInputError([], { key: "reconciliation.problems.tooLarge" }),
  handle: async ({ bytes }) => {
    const known = new Set(catalogueOf(await reportedCatalogue()).map(({ code }) => code));
    return readSheet(bytes, known);
  },
});

import { annotatedFile } from "#lib/imports/annotated-queries.ts";
import { importedFile } from "#lib/imports/queries.ts";
import { fileRoute } from "../../file-route.ts";

/** A file as it came; with `?errors=1` with what is wrong written beside its rows. */
export const GET = fileRoute((viewer, { id, query }) =>
  query.get("errors") === "1" ? annotatedFile(viewer, id, viewer.locale) : importedFile(viewer, id),
);

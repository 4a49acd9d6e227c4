import { documentOf, type OpenApiDocument } from "#lib/core/openapi.ts";
import { OPERATIONS } from "./index.ts";
import { WORDS } from "./words.ts";

let made: OpenApiDocument | undefined;

/** The OpenAPI 3.1 document of the machine interface; made once. */
export function apiDocument(): OpenApiDocument {
  made ??= documentOf(OPERATIONS, WORDS);
  return made;
}

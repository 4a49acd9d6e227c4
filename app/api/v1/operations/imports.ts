import { z } from "zod";
import { operation } from "#lib/core/operations.ts";
import { importQuery } from "#lib/imports/requests.ts";
import { importAnswer } from "../answers/import.ts";
import { noQuery, withId } from "./common.ts";

const group = "Imports";

export const importFile = operation({
  method: "POST",
  path: "/imports",
  id: "importFile",
  group,
  summary: "Checks a spreadsheet row by row and, without `dryRun`, applies it: all rows, or none",
  description:
    "Columns are recognised by their headings. What a file has no column for can be said for all its rows: `field`, `department`, `issuingBody`, `month`. Spellings that are only guessed stop it unless `acceptGuesses=true`, which remembers them. Rows that are wrong answer 422 with the rows; sent again, an applied file changes nothing.",
  query: importQuery,
  upload: {
    type: "multipart/form-data",
    schema: z.object({ file: z.string().meta({ format: "binary" }) }),
  },
  answer: { body: importAnswer },
  refusals: [403, 409, 413, 415, 422],
});

export const undoImport = operation({
  method: "POST",
  path: "/imports/{id}/undo",
  id: "undoImport",
  group,
  summary: "Takes a whole import back; refused if something was changed since",
  parameters: withId,
  query: noQuery,
  answer: { body: z.object({ id: z.int(), undone: z.literal(true) }).meta({ id: "UndoneImport" }) },
  refusals: [403, 404, 409],
});

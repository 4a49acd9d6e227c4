"use server";

import type { ActionState } from "#lib/core/action.ts";
import {
  confirmedWordsSchema,
  importIdSchema,
  readingCorrectionSchema,
  wholeFileSchema,
} from "#lib/imports/corrections.ts";
import { mayImportSomething } from "#lib/imports/policy.ts";
import { getImport } from "#lib/imports/queries.ts";
import * as service from "#lib/imports/service.ts";
import { runAction } from "#lib/users/action.ts";

const PAGE = "/imports";

/** Reads a file by another sheet, heading or columns, and checks it again. */
export async function correctReading(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayImportSomething,
    schema: readingCorrectionSchema,
    write: async (actor, { id, ...correction }) => {
      const { reading, check } = await getImport(actor, id);
      const { sheet, headingTo } = correction;
      // A heading line is only held on to once somebody has pointed at one.
      const pointed = sheet !== check.table.sheet || headingTo !== check.table.headingTo;
      await service.correctReading(actor, id, {
        ...correction,
        headingTo: sheet !== check.table.sheet ? null : pointed ? headingTo : reading.headingTo,
        columns: pointed ? null : correction.columns,
        defaults: reading.defaults,
      });
      return null;
    },
    revalidate: PAGE,
  });
}

/** Says for the whole file what its rows do not say, and checks it again. */
export async function sayForWholeFile(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayImportSomething,
    schema: wholeFileSchema,
    write: async (actor, { id, ...said }) => {
      const { reading } = await getImport(actor, id);
      const all = Object.entries({ ...reading.defaults, ...said });
      const defaults = Object.fromEntries(all.filter(([, value]) => value !== ""));
      const { sheet, headingTo, columns } = reading;
      await service.correctReading(actor, id, { sheet, headingTo, columns, defaults });
      return null;
    },
    revalidate: PAGE,
  });
}

/** Says what spellings mean, and checks the file again. */
export async function confirmWords(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayImportSomething,
    schema: confirmedWordsSchema,
    write: async (actor, { id, words }) => {
      await service.confirmWords(actor, id, words);
      return null;
    },
    revalidate: PAGE,
  });
}

/** Takes a whole file back. */
export async function undoImport(
  _previous: ActionState | null,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, {
    may: mayImportSomething,
    schema: importIdSchema,
    write: async (actor, { id }) => {
      await service.undoImport(actor, id);
      return null;
    },
    revalidate: PAGE,
  });
}

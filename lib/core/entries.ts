import { z } from "zod";
import { businessToday, type CivilDate } from "./dates.ts";
import type { Explanation } from "./errors.ts";
import { readTypedDay } from "./typed-day.ts";

/*
 * What is entered into forms and sent by machines: texts, days, codes and ids, each with the
 * message that says what is wrong with it. An empty entry is none.
 */

/** The longest note or reason, title, and name or number, in characters: a page of text for a note. */
export const TEXT_LIMITS = { note: 5000, title: 2000, short: 300 } as const;

/** The message that says what is wrong with an entry. */
export const says = (key: Explanation["key"]) => ({ error: key });

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** A text as typed, in NFC and without what cannot be seen; empty is none. */
function text(limit: number) {
  return z
    .string()
    .transform((typed) => typed.toWellFormed().normalize("NFC").replace(UNSEEN, "").trim())
    .pipe(z.string().max(limit, says("work.problems.tooLong")));
}

export const emptyText = (limit: number) =>
  text(limit)
    .transform((typed) => typed || null)
    .nullable();
export const optionalText = (limit: number) => emptyText(limit).default(null);
export const requiredText = (limit: number, missing: Explanation["key"]) =>
  text(limit).pipe(z.string().min(1, says(missing)));

/** A civil date, as a machine writes it or a person types it ("15/5", "15/5/2026"); empty is none. */
export const daySchema = z.string().transform((typed, context): CivilDate => {
  const day = readTypedDay(typed, Number(businessToday().slice(0, 4)));
  if (day !== null) return day;
  const problem = typed.trim() ? "work.problems.notADay" : "work.problems.dayMissing";
  context.addIssue({ code: "custom", message: problem satisfies Explanation["key"] });
  return z.NEVER;
});
export const emptyDay = z
  .string()
  .nullable()
  .transform((typed) => typed?.trim() || null)
  .pipe(daySchema.nullable());
export const optionalDay = emptyDay.default(null);

/** A box of a form, with a hidden empty value before it, so that unticking it is said too. */
export const flag = z.union([
  z.boolean(),
  z.enum(["on", "true", "false", ""]).transform((value) => value === "on" || value === "true"),
]);

/** A code of a catalogue. */
export const codeSchema = z.string().regex(/^[A-Z0-9_]{1,40}$/, says("work.problems.choose"));
export const emptyCode = z
  .string()
  .nullable()
  .transform((code) => code || null)
  .pipe(codeSchema.nullable());
export const optionalCode = emptyCode.default(null);
/** Codes separated by commas, or a list of them; each once. */
export const codesSchema = z
  .union([z.string().transform((codes) => codes.split(",").filter(Boolean)), z.array(z.string())])
  .pipe(z.array(codeSchema).max(50))
  .transform((codes) => [...new Set(codes)]);

/** The largest id that Postgres can hold. */
const LARGEST_ID = 2_147_483_647;

/** An id, as a number or as a form has it. */
export const idSchema = z.coerce.number().int().min(1).max(LARGEST_ID);
export const emptyId = z
  .union([z.string(), z.number()])
  .nullable()
  .transform((id) => (id === "" || id === null ? null : Number(id)))
  .pipe(z.number().int().min(1).max(LARGEST_ID).nullable());
export const optionalId = emptyId.default(null);

/** The beginning of a text, cut between letters and not within one. */
export function beginningOf(text: string, length: number): string {
  return [...text].slice(0, length).join("");
}

/** A civil date as people write it. */
export function dayMonthYear(day: CivilDate): string {
  return day.split("-").reverse().join("/");
}

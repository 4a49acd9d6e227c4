import { type CivilDate, fromDatabaseDate } from "#lib/core/dates.ts";
import type { Transaction } from "#lib/core/db.ts";

/** A directive of the register as a row may name it. */
export type KnownDirective = {
  id: number;
  number: string;
  /** Code of the issuing body. */
  issuingBody: string;
  issuedOn: CivilDate | null;
  receivedOn: CivilDate;
};

/** A number as it is compared: whatever its case and spaces. */
export const numberKey = (number: string) => number.toLowerCase().replace(/\s+/g, "");

/** The directives of the register with any of these numbers, by `numberKey`. */
export async function directivesNumbered(
  transaction: Transaction,
  numbers: Iterable<string>,
): Promise<Map<string, KnownDirective[]>> {
  const keys = [...new Set([...numbers].map(numberKey))];
  type Row = Omit<KnownDirective, "issuedOn" | "receivedOn"> & {
    issuedOn: Date | null;
    receivedOn: Date;
  };
  const rows = await transaction.$queryRaw<Row[]>`
    select directive.id, directive.number, body.code as "issuingBody",
      directive.issued_on as "issuedOn", directive.received_on as "receivedOn"
    from directive join issuing_body as body on body.id = directive.issuing_body_id
    where regexp_replace(lower(directive.number), '\\s', '', 'g') = any(${keys}::text[])
    order by directive.id`;
  const found = new Map<string, KnownDirective[]>();
  for (const row of rows) {
    const known = {
      ...row,
      issuedOn: row.issuedOn && fromDatabaseDate(row.issuedOn),
      receivedOn: fromDatabaseDate(row.receivedOn),
    };
    const key = numberKey(row.number);
    found.set(key, [...(found.get(key) ?? []), known]);
  }
  return found;
}

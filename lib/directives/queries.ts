import { type CivilDate, fromDatabaseDate } from "#lib/core/dates.ts";
import { database, Prisma, type Transaction } from "#lib/core/db.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { mayFindSame } from "./policy.ts";
import type { DirectiveIdentity, IssuingBody, SameDirective } from "./schema.ts";

/** All issuing bodies in the catalogue's order; the same for everyone. */
export async function listIssuingBodies(): Promise<IssuingBody[]> {
  return database().issuingBody.findMany({
    select: { id: true, code: true, name: true, level: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

/**
 * The directive that is there already under this number, body and year of issue, whatever the
 * case and spaces of its number; null when there is none. It is told only to those who see all
 * directives.
 */
export async function findSame(
  viewer: Viewer,
  identity: DirectiveIdentity,
): Promise<SameDirective | null> {
  return mayFindSame(viewer) ? findSameIn(database(), identity) : null;
}

/** The same within a transaction, for whoever has asked already who is looking. */
export async function findSameIn(
  transaction: Transaction,
  { number, issuingBody, issuedOn }: DirectiveIdentity,
): Promise<SameDirective | null> {
  type Row = Omit<SameDirective, "issuedOn"> & { issuedOn: Date | null };
  const [row] = await transaction.$queryRaw<Row[]>(Prisma.sql`
    select directive.id, directive.number, directive.issued_on as "issuedOn",
      body.name as "issuingBody", directive.abstract
    from directive join issuing_body as body on body.id = directive.issuing_body_id
    where body.code = ${issuingBody}
      and extract(year from directive.issued_on) = ${yearOf(issuedOn)}
      and regexp_replace(lower(directive.number), '\\s', '', 'g')
        = regexp_replace(lower(${number}), '\\s', '', 'g')
    order by directive.id limit 1`);
  return row ? { ...row, issuedOn: row.issuedOn && fromDatabaseDate(row.issuedOn) } : null;
}

function yearOf(day: CivilDate): number {
  return Number(day.slice(0, 4));
}

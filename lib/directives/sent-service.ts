import type { CivilDate } from "#lib/core/dates.ts";
import type { Transaction } from "#lib/core/db.ts";
import type { Actor } from "#lib/users/schema.ts";
import type { DirectiveType, Urgency } from "./schema.ts";

/*
 * Writes directives that come from elsewhere, as many as they are. Whether the actor may, and that
 * they are not in the register yet, the caller has asked.
 */

/** A directive as another register has it; what is left out it does not say. */
export type SentNewDirective = {
  number: string;
  issuedOn: CivilDate;
  /** Code of the issuing body. */
  issuingBody: string;
  type: DirectiveType;
  abstract: string;
  receivedOn: CivilDate;
  /** Code of the sector. */
  sector?: string | undefined;
  signerPosition?: string | undefined;
  urgency?: Urgency | undefined;
};

/** What an import may change of a directive that is there. */
export type DirectiveColumns = {
  abstract: string;
  type: DirectiveType;
  sector: string | null;
  signerPosition: string | null;
  receivedOn: CivilDate;
  urgency: Urgency;
};

/** Waits for whoever registers the same documents at the same time. */
async function lockBodies(transaction: Transaction, bodies: readonly string[]): Promise<void> {
  for (const body of [...new Set(bodies)].sort()) {
    await transaction.$executeRaw`select pg_advisory_xact_lock(hashtext('directive'), hashtext(${body}))`;
  }
}

/** Registers directives. @returns their ids, in the order given */
export async function insertDirectives(
  transaction: Transaction,
  actor: Actor,
  directives: readonly SentNewDirective[],
): Promise<number[]> {
  if (directives.length === 0) return [];
  await lockBodies(
    transaction,
    directives.map(({ issuingBody }) => issuingBody),
  );
  const rows = directives.map((directive, place) => ({ ...directive, place }));
  const written = await transaction.$queryRaw<{ id: number; place: number }[]>`
    with given as (
      select given.*, body.id as body_id, body.level, sector.id as sector_id,
        nextval(pg_get_serial_sequence('directive', 'id'))::int as id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (place int, number text,
        "issuedOn" date, "issuingBody" text, type "DirectiveType", abstract text, "receivedOn" date,
        sector text, "signerPosition" text, urgency "Urgency")
      join issuing_body as body on body.code = "issuingBody"
      left join sector on sector.code = given.sector
      order by place
    ), written as (
      insert into directive (id, number, issued_on, issuing_body_id, level, type, abstract, sector_id,
        signer_position, received_on, urgency, created_by_id)
      select id, number, "issuedOn", body_id, level, type, abstract, sector_id, "signerPosition",
        "receivedOn", coalesce(urgency, 'NORMAL'), ${actor.id}::int
      from given
      returning id
    ), told as (
      insert into outbox_message (kind, data)
      select 'directive.registered', jsonb_build_object('directiveId', id) from written
    )
    select id, place from given order by place`;
  if (written.length !== directives.length) throw new Error("A directive names an unknown body");
  return written.map(({ id }) => id);
}

/** Changes what is written about directives; their versions count up. */
export async function updateDirectives(
  transaction: Transaction,
  changes: readonly { id: number; columns: DirectiveColumns }[],
): Promise<void> {
  const rows = changes.map(({ id, columns }) => ({ id, ...columns }));
  await transaction.$executeRaw`
    update directive set version = version + 1, abstract = given.abstract, type = given.type,
      sector_id = (select id from sector where code = given.sector),
      signer_position = given."signerPosition", received_on = given."receivedOn",
      urgency = given.urgency
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id int, abstract text,
      type "DirectiveType", sector text, "signerPosition" text, "receivedOn" date, urgency "Urgency")
    where directive.id = given.id`;
}

/** Takes directives out of the register again, as if they had never come. */
export async function removeDirectives(
  transaction: Transaction,
  ids: readonly number[],
): Promise<void> {
  await transaction.$executeRaw`delete from external_reference where directive_id = any(${[...ids]}::int[])`;
  await transaction.$executeRaw`delete from directive where id = any(${[...ids]}::int[])`;
}

import { businessToday, fromDatabaseDate, toDatabaseDate } from "#lib/core/dates.ts";
import type { Transaction } from "#lib/core/db.ts";
import { dayMonthYear } from "#lib/core/entries.ts";
import { ConflictError, type FieldIssue, InvalidInputError } from "#lib/core/errors.ts";
import type { Actor } from "#lib/users/schema.ts";
import { findSameIn } from "./queries.ts";
import type { NewDirective } from "./schema.ts";
import { type DirectiveColumns, updateDirectives } from "./sent-service.ts";

/**
 * Writes a directive into the register, in the transaction that also assigns its tasks. Whether
 * the actor may register, the caller has asked: it follows from rights over tasks.
 * @throws InvalidInputError for references that lead nowhere and days that cannot be
 * @throws ConflictError that names the directive when it is there already
 */
export async function registerDirectiveIn(
  transaction: Transaction,
  actor: Actor,
  directive: NewDirective,
): Promise<{ id: number }> {
  const { issuingBody: bodyCode, sector: sectorCode, issuedOn, ...written } = directive;
  const receivedOn = directive.receivedOn ?? businessToday();
  const body = await transaction.issuingBody.findUnique({
    where: { code: bodyCode },
    select: { id: true, level: true },
  });
  const sector =
    sectorCode === null
      ? null
      : await transaction.sector.findUnique({ where: { code: sectorCode }, select: { id: true } });
  const issues: FieldIssue[] = dayIssues({ issuedOn, receivedOn });
  if (!body) issues.push({ path: "issuingBody", key: "registering.problems.unknownBody" });
  if (sectorCode !== null && !sector) {
    issues.push({ path: "sector", key: "work.problems.unknownSector" });
  }
  if (!body || issues.length > 0) throw new InvalidInputError(issues);
  await mustBeNew(transaction, directive);
  const { id } = await transaction.directive.create({
    data: {
      ...written,
      issuedOn: toDatabaseDate(issuedOn),
      receivedOn: toDatabaseDate(receivedOn),
      issuingBodyId: body.id,
      level: body.level,
      sectorId: sector?.id ?? null,
      createdById: actor.id,
    },
    select: { id: true },
  });
  await transaction.outboxMessage.create({
    data: { kind: "directive.registered", data: { directiveId: id } },
  });
  return { id };
}

/**
 * Registers a directive, or brings the one that is here in step with what another register says
 * of it: by its id here, else by its number, body and year. What makes it this document stays.
 * @throws ConflictError when the id is another document's
 */
export async function putDirectiveIn(
  transaction: Transaction,
  actor: Actor,
  directive: NewDirective,
  id: number | null,
): Promise<{ id: number; outcome: "NEW" | "CHANGED" | "UNCHANGED" }> {
  const same = await findSameIn(transaction, directive);
  const standingId = id ?? same?.id ?? null;
  if (standingId === null) {
    return { ...(await registerDirectiveIn(transaction, actor, directive)), outcome: "NEW" };
  }
  if (same?.id !== standingId) {
    throw new ConflictError({ key: "registering.problems.anotherDocument" });
  }
  const standing = await transaction.directive.findUniqueOrThrow({
    where: { id: standingId },
    select: {
      ...{ abstract: true, type: true, signerPosition: true, receivedOn: true, urgency: true },
      sector: { select: { code: true } },
    },
  });
  const before: DirectiveColumns = {
    ...standing,
    sector: standing.sector?.code ?? null,
    receivedOn: fromDatabaseDate(standing.receivedOn),
  };
  const { abstract, type, signerPosition, sector, urgency, issuedOn } = directive;
  const receivedOn = directive.receivedOn ?? before.receivedOn;
  const after = { abstract, type, signerPosition, sector, urgency, receivedOn };
  const changed = (Object.keys(after) as (keyof DirectiveColumns)[]).some(
    (entry) => after[entry] !== before[entry],
  );
  if (!changed) return { id: standingId, outcome: "UNCHANGED" };
  const issues = dayIssues({ issuedOn, receivedOn });
  if (issues.length > 0) throw new InvalidInputError(issues);
  await updateDirectives(transaction, [{ id: standingId, columns: after }]);
  return { id: standingId, outcome: "CHANGED" };
}

function dayIssues({
  issuedOn,
  receivedOn,
}: Pick<NewDirective, "issuedOn"> & { receivedOn: NewDirective["issuedOn"] }): FieldIssue[] {
  const today = businessToday();
  if (issuedOn > today) return [{ path: "issuedOn", key: "work.problems.inFuture" }];
  if (receivedOn > today) return [{ path: "receivedOn", key: "work.problems.inFuture" }];
  if (receivedOn >= issuedOn) return [];
  const values = { day: dayMonthYear(issuedOn) };
  return [{ path: "receivedOn", key: "registering.problems.receivedBeforeIssued", values }];
}

/**
 * Of two who register the same document at the same time, the second waits here and is told of
 * the first: the index of identities alone would only end its transaction.
 */
async function mustBeNew(transaction: Transaction, directive: NewDirective): Promise<void> {
  await transaction.$executeRaw`
    select pg_advisory_xact_lock(hashtext('directive'), hashtext(${directive.issuingBody}))`;
  const same = await findSameIn(transaction, directive);
  if (!same) return;
  const { id, number, issuedOn, issuingBody } = same;
  const day = issuedOn === null ? "" : dayMonthYear(issuedOn);
  throw new ConflictError({
    key: "registering.problems.alreadyThere",
    values: { id: String(id), number, day, body: issuingBody },
  });
}

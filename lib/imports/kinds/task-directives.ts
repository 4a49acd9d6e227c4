import type { CivilDate } from "#lib/core/dates.ts";
import type { Transaction } from "#lib/core/db.ts";
import { insertDirectives, type SentNewDirective } from "#lib/directives/sent-service.ts";
import type { SentDirective } from "#lib/tasks/sent.ts";
import type { StandingTask } from "#lib/tasks/sent-change.ts";
import type { Actor } from "#lib/users/schema.ts";
import { typeOfNumber } from "../values.ts";
import { directivesNumbered, type KnownDirective, numberKey } from "./directive-numbers.ts";
import type { WrittenRow } from "./kind.ts";
import type { NamedDirective, TaskRow } from "./task-rows.ts";

/* Rows of tasks name the directives that they are of by number, and may bring new ones along. */

const identityOf = ({ number, issuingBody, issuedOn }: SentNewDirective) =>
  `${issuingBody} ${issuedOn.slice(0, 4)} ${numberKey(number)}`;

/** The directives that rows bring along, and those of which a row may mean any. */
export type NamedDirectives = {
  brought: Map<TaskRow, SentNewDirective>;
  unclear: Map<TaskRow, readonly KnownDirective[]>;
};

/**
 * Finds the directives that rows name, and gives each row its own; one that is not in the register
 * yet is brought along, when the row says whose it is and of which day.
 */
export async function resolveDirectives(
  transaction: Transaction,
  rows: readonly TaskRow[],
): Promise<NamedDirectives> {
  const named = rows.flatMap(({ directive }) => (directive ? [directive.number] : []));
  const known = await directivesNumbered(transaction, named);
  const brought: NamedDirectives["brought"] = new Map();
  const unclear: NamedDirectives["unclear"] = new Map();
  // Not in the register, so no task can be of it: an id that none has.
  const NOT_YET = 0;
  for (const row of rows) {
    if (!row.directive) continue;
    const { number, issuedOn, issuingBody } = row.directive;
    const candidates = (known.get(numberKey(number)) ?? []).filter((one) =>
      isMeant(one, row.directive),
    );
    const [found] = candidates;
    if (found && candidates.length === 1) {
      row.sent.directive = found;
    } else if (found) {
      unclear.set(row, candidates);
    } else if (issuedOn !== undefined && issuingBody !== undefined) {
      brought.set(row, {
        ...{ number, issuedOn, issuingBody, abstract: row.sent.title, receivedOn: issuedOn },
        type: typeOfNumber(number) ?? "OTHER",
      });
      row.sent.directive = { id: NOT_YET, receivedOn: issuedOn, issuedOn } satisfies SentDirective;
    } else {
      row.reader.refuse("directiveNumber", {
        key: "imports.rows.unknownDirective",
        values: { text: number },
      });
    }
  }
  return { brought, unclear };
}

function isMeant(one: KnownDirective, named: NamedDirective | null): boolean {
  const sameBody = named?.issuingBody === undefined || named.issuingBody === one.issuingBody;
  const year = (day: CivilDate | null | undefined) => day?.slice(0, 4);
  const sameYear = named?.issuedOn === undefined || year(named.issuedOn) === year(one.issuedOn);
  return sameBody && sameYear;
}

/** Of several directives with one number, a row means that of the task which it is by its code or id. */
export function settleDirectives(
  unclear: NamedDirectives["unclear"],
  rows: readonly TaskRow[],
  paired: readonly (StandingTask | undefined)[],
): void {
  rows.forEach((row, index) => {
    const candidates = unclear.get(row);
    if (!candidates) return;
    const isNamed = row.code !== null || row.externalId !== null;
    const own = candidates.find(({ id }) => isNamed && id === paired[index]?.directiveId);
    if (own) row.sent.directive = own;
    else {
      row.reader.refuse("directiveNumber", {
        key: "imports.rows.severalDirectives",
        values: { text: row.directive?.number ?? "" },
      });
    }
  });
}

/** Registers the directives that rows bring along, each once, and tells their ids. */
export async function bringDirectives(
  transaction: Transaction,
  actor: Actor,
  rows: readonly { line: number; brings: SentNewDirective | null }[],
): Promise<{ idOf: (brought: SentNewDirective) => number | null; rows: WrittenRow[] }> {
  const first = new Map<string, { line: number; directive: SentNewDirective }>();
  for (const { line, brings } of rows) {
    if (brings === null) continue;
    const identity = identityOf(brings);
    if (!first.has(identity)) first.set(identity, { line, directive: brings });
  }
  const brought = [...first];
  const inserted = await insertDirectives(
    transaction,
    actor,
    brought.map(([, { directive }]) => directive),
  );
  const ids = new Map(brought.map(([identity], index) => [identity, inserted[index] ?? 0]));
  const subject = { outcome: "NEW", subject: "directive", version: 1, before: null } as const;
  return {
    idOf: (directive) => ids.get(identityOf(directive)) ?? null,
    rows: brought.map(([identity, { line }]) => ({
      ...subject,
      line,
      subjectId: ids.get(identity) ?? 0,
    })),
  };
}

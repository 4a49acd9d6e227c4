import { businessToday, type CivilDate, fromDatabaseDate } from "#lib/core/dates.ts";
import type { Transaction } from "#lib/core/db.ts";
import { dayMonthYear, TEXT_LIMITS } from "#lib/core/entries.ts";
import {
  type DirectiveColumns,
  insertDirectives,
  type SentNewDirective,
  updateDirectives,
} from "#lib/directives/sent-service.ts";
import type { FileReader, RowReader } from "../row-reader.ts";
import type { CheckedRow, Difference, Entry } from "../schema.ts";
import { readDirectiveType, readUrgency, typeOfNumber } from "../values.ts";
import { directivesNumbered, type KnownDirective, numberKey } from "./directive-numbers.ts";
import { unregisterDirectives } from "./directives-undo.ts";
import { idleRow, inPieces, type Kind, type PlannedRow, type WrittenRow } from "./kind.ts";

type Standing = { id: number; version: number; columns: DirectiveColumns };
type Write =
  | { standing: null; directive: SentNewDirective; externalId: string | null }
  | { standing: Standing; columns: DirectiveColumns };

/** A row of a register of directives by its meaning; undefined where it does not say or cannot be read. */
type Row = {
  number: string | undefined;
  issuedOn: CivilDate | undefined;
  issuingBody: string | undefined;
  type: SentNewDirective["type"] | undefined;
  abstract: string | undefined;
  sector: string | undefined;
  signerPosition: string | undefined;
  receivedOn: CivilDate | undefined;
  urgency: SentNewDirective["urgency"];
};

export const directivesKind: Kind<Write> = {
  plan: async (transaction, _actor, { reader, table }) => {
    const today = businessToday();
    const rows = table.rows.map((row) => readRow(reader, row, today));
    const known = await directivesNumbered(
      transaction,
      rows.flatMap(({ row }) => row.number ?? []),
    );
    const standing = await standingDirectives(transaction, [...known.values()].flat());
    const seen = new Set<string>();
    return rows.map(({ read, row }) => planRow(read, row, { known, standing, seen }));
  },

  write: async (transaction, actor, rows, _importId, progress) => {
    const written = await inPieces(rows, progress, async (piece) => {
      const fresh = piece.flatMap(({ line, write }) =>
        write.standing === null ? [{ line, write }] : [],
      );
      const ids = await insertDirectives(
        transaction,
        actor,
        fresh.map(({ write }) => write.directive),
      );
      await transaction.externalReference.createMany({
        data: fresh.flatMap(({ write: { externalId } }, index) =>
          externalId === null
            ? []
            : [{ system: "SPREADSHEET", externalId, directiveId: ids[index] ?? 0 }],
        ),
        skipDuplicates: true,
      });
      const changed = piece.flatMap(({ line, write }) =>
        write.standing === null ? [] : [{ line, ...write }],
      );
      await updateDirectives(
        transaction,
        changed.map(({ standing: { id }, columns }) => ({ id, columns })),
      );
      return [
        ...fresh.map(
          ({ line }, index): WrittenRow => ({
            ...{ line, outcome: "NEW", subject: "directive", version: 1, before: null },
            subjectId: ids[index] ?? 0,
          }),
        ),
        ...changed.map(
          ({ line, standing: { id, version, columns } }): WrittenRow => ({
            ...{ line, outcome: "CHANGED", subject: "directive", subjectId: id },
            version: version + 1,
            before: columns,
          }),
        ),
      ];
    });
    return { rows: written };
  },

  undo: (transaction, _actor, rows) => unregisterDirectives(transaction, rows),
};

function readRow(reader: FileReader, given: Parameters<FileReader["row"]>[0], today: CivilDate) {
  const read = reader.row(given);
  const year = Number(today.slice(0, 4));
  const number = shortText(read, "number", TEXT_LIMITS.short);
  const issuedOn = read.day("issuedOn", year);
  const row: Row = {
    number,
    issuedOn,
    issuingBody: read.code("issuingBody", "issuingBody"),
    type:
      read.value("type", readDirectiveType) ?? (number ? typeOfNumber(number) : null) ?? undefined,
    abstract: shortText(read, "abstract", TEXT_LIMITS.title),
    sector: read.code("sector", "sector"),
    signerPosition: shortText(read, "signerPosition", TEXT_LIMITS.short),
    receivedOn: read.day("receivedOn", issuedOn ? Number(issuedOn.slice(0, 4)) : year),
    urgency: read.value("urgency", readUrgency),
  };
  checkRow(read, row, today);
  return { read, row };
}

function shortText(read: RowReader, entry: Entry, limit: number): string | undefined {
  const text = read.name(entry);
  if (text === undefined || text.length <= limit) return text;
  return read.refuse(entry, { key: "work.problems.tooLong" });
}

/** What a directive cannot be without, and days that cannot be. */
function checkRow(read: RowReader, row: Row, today: CivilDate): void {
  const { number, abstract, issuedOn, issuingBody, receivedOn } = row;
  if (number === undefined && !issueAt(read, "number")) {
    read.refuse("number", { key: "registering.problems.numberMissing" });
  }
  if (abstract === undefined && !issueAt(read, "abstract")) {
    read.refuse("abstract", { key: "registering.problems.abstractMissing" });
  }
  if (issuingBody === undefined && !issueAt(read, "issuingBody")) {
    read.refuse("issuingBody", { key: "imports.rows.bodyMissing" });
  }
  if (issuedOn !== undefined && issuedOn > today) {
    read.refuse("issuedOn", { key: "work.problems.inFuture" });
  }
  if (receivedOn !== undefined && receivedOn > today) {
    read.refuse("receivedOn", { key: "work.problems.inFuture" });
  } else if (receivedOn !== undefined && issuedOn !== undefined && receivedOn < issuedOn) {
    const values = { day: dayMonthYear(issuedOn) };
    read.refuse("receivedOn", { key: "registering.problems.receivedBeforeIssued", values });
  }
}

const issueAt = ({ issues }: RowReader, entry: Entry) =>
  issues.some((issue) => issue.entry === entry);

function planRow(
  read: RowReader,
  row: Row,
  register: {
    known: ReadonlyMap<string, KnownDirective[]>;
    standing: ReadonlyMap<number, Standing>;
    seen: Set<string>;
  },
): PlannedRow<Write> {
  const label = [row.number, row.abstract].filter(Boolean).join(" · ");
  const { number, issuedOn, issuingBody, abstract } = row;
  const idle = (known: string | null = null): PlannedRow<Write> => ({
    row: idleRow(read, { label, known }),
    write: null,
  });
  if (read.issues.length > 0 || !number || !issuingBody || !abstract) return idle();
  const known = (register.known.get(numberKey(number)) ?? []).filter(
    (one) => one.issuingBody === issuingBody,
  );
  // Without a day it can only be one that is here, and then the only one of its number.
  if (issuedOn === undefined && known.length !== 1) {
    read.refuse("issuedOn", { key: "imports.rows.issueDayMissing" });
    return idle();
  }
  const identity = `${issuingBody} ${issuedOn?.slice(0, 4)} ${numberKey(number)}`;
  if (register.seen.has(identity)) {
    read.refuse("number", { key: "imports.rows.twice", values: { text: number } });
    return idle();
  }
  register.seen.add(identity);
  const found = known.find(
    (one) => issuedOn === undefined || one.issuedOn?.slice(0, 4) === issuedOn.slice(0, 4),
  );
  const standing = found && register.standing.get(found.id);
  if (!standing) {
    if (issuedOn === undefined) return idle();
    const { type = "OTHER", sector, signerPosition, receivedOn = issuedOn, urgency } = row;
    const directive = { number, issuedOn, issuingBody, type, abstract, receivedOn };
    return {
      row: { ...idleRow(read, { label }), outcome: "new" },
      write: {
        standing: null,
        directive: { ...directive, sector, signerPosition, urgency },
        externalId: read.name("externalId") ?? null,
      },
    };
  }
  if (issuedOn !== undefined && found.issuedOn !== issuedOn) {
    const values = { day: dayMonthYear(found.issuedOn ?? issuedOn) };
    read.refuse("issuedOn", { key: "imports.rows.issuedElse", values });
    return idle(found.number);
  }
  const columns = columnsOf(standing.columns, row, read.says("type"));
  const differences = differencesOf(standing.columns, columns);
  if (differences.length === 0) return idle(found.number);
  const changed: CheckedRow = {
    ...idleRow(read, { label, known: found.number }),
    outcome: "changed",
    differences,
  };
  return { row: changed, write: { standing, columns } };
}

/** What is not said stays; a type that only the number's letters tell is no change of one chosen. */
function columnsOf(standing: DirectiveColumns, row: Row, saysType: boolean): DirectiveColumns {
  return {
    abstract: row.abstract ?? standing.abstract,
    type: (saysType ? row.type : undefined) ?? standing.type,
    sector: row.sector ?? standing.sector,
    signerPosition: row.signerPosition ?? standing.signerPosition,
    receivedOn: row.receivedOn ?? standing.receivedOn,
    urgency: row.urgency ?? standing.urgency,
  };
}

function differencesOf(from: DirectiveColumns, to: DirectiveColumns): Difference[] {
  return (Object.keys(from) as (keyof DirectiveColumns)[]).flatMap((entry) =>
    from[entry] === to[entry] ? [] : [{ entry, from: from[entry], to: to[entry] }],
  );
}

async function standingDirectives(
  transaction: Transaction,
  known: readonly KnownDirective[],
): Promise<Map<number, Standing>> {
  const rows = await transaction.directive.findMany({
    where: { id: { in: known.map(({ id }) => id) } },
    select: {
      ...{ id: true, version: true, abstract: true, type: true, signerPosition: true },
      ...{ receivedOn: true, urgency: true, sector: { select: { code: true } } },
    },
  });
  return new Map(
    rows.map(({ id, version, sector, receivedOn, ...columns }) => [
      id,
      {
        id,
        version,
        columns: {
          ...columns,
          sector: sector?.code ?? null,
          receivedOn: fromDatabaseDate(receivedOn),
        },
      },
    ]),
  );
}

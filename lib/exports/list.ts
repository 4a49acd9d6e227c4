import type { z } from "zod";
import { InvalidRequestError } from "#lib/core/api.ts";
import type { CivilDate, CivilMonth } from "#lib/core/dates.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import { InvalidQueryError, type RequestIssue } from "#lib/core/problems.ts";
import type { WrittenCell, WrittenTable } from "#lib/core/spreadsheet/write-schema.ts";
import type { CurrentUser, Viewer } from "#lib/users/schema.ts";
import type { Words } from "./words.ts";

/** Who asks for a file, and in which language it speaks. */
export type Asking = {
  viewer: Viewer;
  /** The same where it is a person at a screen, who sees the columns that they chose. */
  person: CurrentUser | null;
  locale: Locale;
  t: Words;
  today: CivilDate;
};

type Kinds = {
  text: string;
  count: number;
  number: number;
  rate: number;
  date: CivilDate;
  month: CivilMonth;
  instant: Date;
};

/** A column of a list: its heading, what its values are, and the value of a row. */
export type ListColumn<Row> = {
  [Kind in keyof Kinds]: {
    label: string;
    kind: Kind;
    /** In characters; as is usual for the kind when absent. */
    width?: number;
    value: (row: Row) => Kinds[Kind] | null;
  };
}[keyof Kinds];

const WIDTHS: Record<keyof Kinds, number> = {
  text: 22,
  count: 10,
  number: 12,
  rate: 10,
  date: 12,
  month: 10,
  instant: 17,
};

/** What a list is when it is saved: what the screen shows, all of it. */
export type ListContent<Row> = {
  title: string;
  /** What narrows it, in words. */
  conditions: readonly string[];
  /** How many of what: "167 nhiệm vụ". */
  total: string;
  columns: readonly ListColumn<Row>[];
  pages: AsyncIterable<readonly Row[]>;
};

/** A list as it is asked for: by whom, with an address's parameters, to become a table. */
export type ExportedList = {
  /** What its files are called, before the day: "nhiem-vu". */
  fileName: string;
  /** Who may open the screen that shows it. */
  may: (viewer: Viewer) => boolean | Promise<boolean>;
  /**
   * @throws InvalidQueryError, InvalidRequestError for parameters that the list has not
   * @throws ExpectedError where there is no such thing, or not for this viewer
   */
  read: (
    asking: Asking,
    parameters: Readonly<Record<string, string>>,
  ) => Promise<Omit<WrittenTable, "notes"> & { conditions: readonly string[]; total: string }>;
};

/** A list by the schema of its screen's address and the reading of its rows. */
export function exportedList<Schema extends z.ZodType, Row>(list: {
  fileName: string;
  may: (viewer: Viewer) => boolean | Promise<boolean>;
  schema: Schema;
  read: (asking: Asking, query: z.output<Schema>) => Promise<ListContent<Row>>;
}): ExportedList {
  return {
    fileName: list.fileName,
    may: list.may,
    read: async (asking, parameters) => {
      const query = list.schema.safeParse(parameters);
      if (!query.success) throw new InvalidQueryError(query.error);
      const { columns, pages, ...content } = await list.read(asking, query.data);
      return {
        ...content,
        columns: columns.map(({ label, kind, width = WIDTHS[kind] }) => ({ label, kind, width })),
        pages: cellsOf(pages, columns),
      };
    },
  };
}

async function* cellsOf<Row>(
  pages: AsyncIterable<readonly Row[]>,
  columns: readonly ListColumn<Row>[],
): AsyncGenerator<WrittenCell[][]> {
  for await (const rows of pages) {
    yield rows.map((row) => columns.map((column): WrittenCell => column.value(row)));
  }
}

/** The rows of a list that is read at once. */
export async function* atOnce<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}

/** Refuses a parameter that is well formed and asks for what there is not. */
export function refuse(
  path: string,
  problem: RequestIssue["problem"],
  values: Record<string, string> = {},
): never {
  throw new InvalidRequestError([{ path, problem, values }]);
}

/** The same unless a code is one of a catalogue's; what is not asked for is fine. */
export function refuseUnknown(
  path: string,
  code: string | undefined,
  entries: readonly { code: string }[],
): void {
  if (code !== undefined && !entries.some((entry) => entry.code === code)) {
    refuse(path, "unknownCode");
  }
}

import { useEffect, useState } from "react";
import { keepRows, keptRows, type TypedRows } from "./kept-sheet.ts";
import { isChanged, type ShownRow, type TypedRow, typedOf } from "./typed-rows.ts";

/**
 * What is typed into a sheet and not saved yet, kept in this browser: neither a closed tab nor
 * another month loses it.
 * @param key whose sheet of which month it is
 */
export function useSheet(key: string, rows: readonly ShownRow[]) {
  const [drafts, setDrafts] = useState<TypedRows>({});
  const [read, setRead] = useState(false);
  const [restored, setRestored] = useState(false);
  const [unkept, setUnkept] = useState(false);

  // After the first render, which has to be the server's.
  useEffect(() => {
    const kept = keptRows(key);
    setDrafts(kept);
    setRestored(Object.keys(kept).length > 0);
    setRead(true);
  }, [key]);

  useEffect(() => {
    if (read) setUnkept(!keepRows(key, drafts));
  }, [drafts, key, read]);

  const typed = (row: ShownRow) => drafts[row.code] ?? typedOf(row);
  const changed = rows.filter((row) => row.mayEnter && isChanged(row, typed(row)));

  return {
    typed,
    changed,
    restored,
    unkept,
    change: (row: ShownRow, to: TypedRow) => setDrafts((all) => withRow(all, row, to)),
    changeAll: (rowsChanged: TypedRows) => setDrafts((all) => ({ ...all, ...rowsChanged })),
    discard: () => {
      setDrafts({});
      setRestored(false);
    },
    /** After someone else was faster: what is typed stays, on top of what stands now. */
    rebase: (versions: Readonly<Record<string, number>>) =>
      setDrafts((all) =>
        Object.fromEntries(
          Object.entries(all).map(([code, row]) => [
            code,
            { ...row, version: versions[code] ?? row.version },
          ]),
        ),
      ),
  };
}

/** A row typed back to what stands is no draft any more, unless it was begun on another version. */
function withRow(all: TypedRows, row: ShownRow, to: TypedRow): TypedRows {
  if (isChanged(row, to)) return { ...all, [row.code]: to };
  const { [row.code]: _, ...others } = all;
  return others;
}

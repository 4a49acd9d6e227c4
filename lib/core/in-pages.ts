/**
 * Things by their ids, some at a time and in the ids' order. What is gone by the time its turn
 * comes is left out.
 * @param read the things of these ids, in any order
 */
export async function* inPages<Thing extends { id: number }>(
  ids: readonly number[],
  size: number,
  read: (ids: readonly number[]) => Promise<readonly Thing[]>,
): AsyncGenerator<readonly Thing[]> {
  for (let from = 0; from < ids.length; from += size) {
    const asked = ids.slice(from, from + size);
    const found = new Map((await read(asked)).map((thing) => [thing.id, thing]));
    yield asked.flatMap((id) => found.get(id) ?? []);
  }
}

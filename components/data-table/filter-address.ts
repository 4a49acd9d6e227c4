import { readTypedDay } from "#lib/core/typed-day.ts";

/**
 * The address of a list as a form asks for it: empty entries left out, several values of one
 * name joined by commas, typed days in their written form, names in the given order.
 * @param year the one meant where a typed day leaves it out
 */
export function filterAddress(
  path: string,
  entries: Iterable<readonly [string, FormDataEntryValue]>,
  order: readonly string[],
  { days, year }: { days: readonly string[]; year: number },
): string {
  const values = new Map<string, string[]>();
  for (const [name, entry] of entries) {
    const text = typeof entry === "string" ? entry.trim() : "";
    if (text === "") continue;
    const value = days.includes(name) ? (readTypedDay(text, year) ?? text) : text;
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  const query = order.flatMap((name) => {
    const given = values.get(name);
    return given ? [`${name}=${given.map(encodeURIComponent).join(",")}`] : [];
  });
  return query.length === 0 ? path : `${path}?${query.join("&")}`;
}

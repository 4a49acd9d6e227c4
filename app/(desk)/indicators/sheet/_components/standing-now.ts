/** What stands there now at rows that someone else has changed, from the answer to a save. */
export function standingNow(current: Readonly<Record<string, string>>) {
  const rows: Record<string, Record<string, string>> = {};
  for (const [path, text] of Object.entries(current)) {
    const [, code = "", part = ""] = path.split(".");
    rows[code] = { ...rows[code], [part]: text };
  }
  const versions = Object.fromEntries(
    Object.entries(rows).map(([code, { version }]) => [code, Number(version)]),
  );
  return { rows, versions };
}

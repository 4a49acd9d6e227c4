/** The cookie that names the charts that a person prefers to see as tables. */
export const TABLES_COOKIE = "tables";

const SEPARATOR = ".";

/** The charts that the cookie's value names. */
export function rememberedTables(cookie: string | undefined): readonly string[] {
  return cookie ? cookie.split(SEPARATOR) : [];
}

/** The cookie's value once a chart is seen as a table, or no longer is. */
export function withTable(cookie: string | undefined, chart: string, asTable: boolean): string {
  const others = rememberedTables(cookie).filter((name) => name !== chart);
  return [...others, ...(asTable ? [chart] : [])].join(SEPARATOR);
}

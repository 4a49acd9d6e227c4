import type { TaskNames } from "#lib/tasks/names.ts";
import type { FigurePlace, ReconciledFigure } from "./schema.ts";

/** A row of figures: a field, a department, or a whole. */
export type ShownRow = { key: string; name: string; figures: ReconciledFigure[] };
export type ShownGroup = { key: FigurePlace["kind"]; title: string; rows: ShownRow[] };

type Catalogues = {
  fields: readonly { code: string; active: boolean }[];
  departments: readonly { code: string; active: boolean }[];
  names: TaskNames;
};

const GROUPS = ["total", "field", "department", "city"] as const;

/** The figures in rows and groups; what is given up is shown only where it has a figure. */
export function shownGroups(
  figures: readonly ReconciledFigure[],
  { fields, departments, names }: Catalogues,
  t: (key: "table.total" | "table.byField" | "table.byDepartment" | "table.city") => string,
): ShownGroup[] {
  const active = new Set(
    [...fields, ...departments].flatMap((each) => (each.active ? each.code : [])),
  );
  const titles = {
    total: t("table.total"),
    field: t("table.byField"),
    department: t("table.byDepartment"),
    city: t("table.city"),
  };
  const nameOf = (place: FigurePlace) => {
    if (place.kind === "field") return names.field(place.code).full;
    return place.kind === "department" ? names.department(place.code).full : titles[place.kind];
  };
  return GROUPS.map((key) => {
    const own = figures.filter(({ place }) => place.kind === key);
    const rows = Map.groupBy(own, ({ place }) => ("code" in place ? place.code : ""));
    return {
      key,
      title: titles[key],
      rows: [...rows].flatMap(([code, each]) => {
        const said = each.some(({ reported, computed }) => reported !== null || computed);
        const place = each[0]?.place;
        if (!place || (code !== "" && !active.has(code) && !said)) return [];
        return [{ key: code || key, name: nameOf(place), figures: each }];
      }),
    };
  });
}

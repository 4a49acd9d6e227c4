import { foldedMatch } from "#lib/core/fold.ts";
import {
  CITY_FIELD_FIGURES,
  type CityFigure,
  COMMUNE,
  FIELD_FIGURES,
  type FieldFigure,
  INDICATOR,
  OWN_DEPARTMENT,
} from "#lib/narratives/fields.ts";

/** A figure that can be put into a text: the code that is written, its name, what it says now. */
export type Field = { code: string; name: string; value: string };
export type FieldGroup = { key: string; title: string; fields: Field[] };

type Named = { code: string; name: string };

/**
 * The figures that a text can hold, those of the writing department first.
 * @param department whose text it is; null: the merged one, where departments stand by their code
 */
export function figureGroups(given: {
  department: Named | null;
  departments: readonly Named[];
  indicators: readonly (Named & { unit: string; department: string })[];
  values: ReadonlyMap<string, string>;
  names: (figure: FieldFigure | CityFigure) => string;
  titles: { own: string; commune: string; ownIndicators: string; indicators: string };
}): FieldGroup[] {
  const { department, departments, indicators, values, names, titles } = given;
  const written = (code: string) => values.get(code) ?? "";
  const ofOwner = (owner: string, prefix: string): Field[] =>
    FIELD_FIGURES.map((figure) => ({
      code: `${prefix}.${figure}`,
      name: names(figure),
      value: written(`${owner}.${figure}`),
    }));
  const city = CITY_FIELD_FIGURES.map((figure) => ({
    code: `${COMMUNE}.${figure}`,
    name: names(figure),
    value: written(`${COMMUNE}.${figure}`),
  }));
  const ofIndicators = (some: typeof indicators): Field[] =>
    some.map(({ code, name, unit }) => ({
      code: `${INDICATOR}.${code}`,
      name: unit === "%" ? name : `${name} (${unit})`,
      value: written(`${INDICATOR}.${code}`),
    }));
  const isOwn = (indicator: { department: string }) => indicator.department === department?.code;
  const others = departments.filter(({ code }) => code !== department?.code);
  const groups: FieldGroup[] = [
    ...(department
      ? [
          {
            key: OWN_DEPARTMENT,
            title: titles.own,
            fields: ofOwner(department.code, OWN_DEPARTMENT),
          },
        ]
      : []),
    { key: COMMUNE, title: titles.commune, fields: [...ofOwner(COMMUNE, COMMUNE), ...city] },
    { key: "own", title: titles.ownIndicators, fields: ofIndicators(indicators.filter(isOwn)) },
    {
      key: INDICATOR,
      title: titles.indicators,
      fields: ofIndicators(indicators.filter((indicator) => !isOwn(indicator))),
    },
    ...others.map(({ code, name }) => ({ key: code, title: name, fields: ofOwner(code, code) })),
  ];
  return groups.filter(({ fields }) => fields.length > 0);
}

/** The groups with the fields alone whose name, group or code holds the words, accents or not. */
export function foundIn(groups: readonly FieldGroup[], words: string): FieldGroup[] {
  return groups.flatMap((group) => {
    const fields = group.fields.filter(({ code, name }) =>
      foldedMatch(words.trim(), group.title, name, code),
    );
    return fields.length > 0 ? [{ ...group, fields }] : [];
  });
}

import { fillFields, withExplicitFields } from "./fields.ts";
import { NARRATIVE_KINDS, type NarrativeKind, type NarrativeSection } from "./schema.ts";

/** Departments by the catalogue's order; one that the order does not know comes last. */
function inOrder(sections: readonly NarrativeSection[], order: readonly string[]) {
  const placeOf = ({ department }: NarrativeSection) => {
    const place = order.indexOf(department ?? "");
    return place === -1 ? order.length : place;
  };
  return [...sections].sort((a, b) => placeOf(a) - placeOf(b));
}

/**
 * The narrative as it stands in a report, its figures put in: for the commune (`only` null) the
 * Office's merged text where there is one, else each department's part in order; for a department
 * its own. What nobody wrote is left out.
 * @param values of `fieldValues`, by the commune's figures also for a department's report
 */
export function reportSections(
  sections: readonly NarrativeSection[],
  departmentOrder: readonly string[],
  values: ReadonlyMap<string, string>,
  only: string | null,
): { kind: NarrativeKind; parts: { department: string | null; text: string }[] }[] {
  const written = sections.filter(({ text }) => text.trim() !== "");
  return NARRATIVE_KINDS.flatMap((kind) => {
    const ofKind = written.filter((section) => section.kind === kind);
    const merged = ofKind.filter(({ department }) => department === null);
    const own = ofKind.filter(({ department }) => department !== null);
    const shown = only !== null ? own.filter(({ department }) => department === only) : own;
    const standing = only === null && merged.length > 0 ? merged : shown;
    const parts = inOrder(standing, departmentOrder).map(({ department, text }) => ({
      department,
      text: fillFields(text, values, department).trim(),
    }));
    return parts.length > 0 ? [{ kind, parts }] : [];
  });
}

/**
 * The departments' texts as one, each under its department's name; a department's own fields are
 * written under its code, so that they keep their meaning.
 * @param parts in the order in which they shall stand; empty ones are left out
 */
export function mergedText(parts: readonly { code: string; name: string; text: string }[]): string {
  return parts
    .filter(({ text }) => text.trim() !== "")
    .map(({ code, name, text }) => `${name}:\n${withExplicitFields(text.trim(), code)}`)
    .join("\n\n");
}

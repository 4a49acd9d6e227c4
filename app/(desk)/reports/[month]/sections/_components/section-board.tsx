import Link from "next/link";
import { useTranslations } from "next-intl";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { businessDayOf } from "#lib/core/dates.ts";
import { formatDayAndMonth } from "#lib/core/i18n/format.ts";
import { NARRATIVE_KINDS, WHOLE_COMMUNE, type WrittenSection } from "#lib/narratives/schema.ts";
import classes from "./sections.module.css";

/** The address of the sections of a department, or of the merged ones. */
export function sectionsHref(month: string, department?: string, kind?: string): string {
  const query = department === undefined ? "" : `?department=${department}`;
  return `/reports/${month}/sections${query}${kind === undefined ? "" : `#${kind}`}`;
}

/** Who has written which section, and which the Office has merged; each opens to be written. */
export function SectionBoard({
  month,
  departments,
  sections,
}: {
  month: string;
  departments: readonly { code: string; name: string }[];
  sections: readonly WrittenSection[];
}) {
  const t = useTranslations("narratives");
  const rows = [
    ...departments.map(({ code, name }) => ({ department: code as string | null, name })),
    { department: null, name: t("sections.merged") },
  ];
  return (
    <div className={classes.board}>
      <table>
        <caption className="spoken">{t("sections.board.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("sections.board.department")}</th>
            {NARRATIVE_KINDS.map((kind) => (
              <th key={kind} scope="col">
                {t(`kinds.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ department, name }) => (
            <tr key={department ?? WHOLE_COMMUNE} data-merged={department === null || undefined}>
              <th scope="row">
                <Link href={sectionsHref(month, department ?? WHOLE_COMMUNE)} prefetch={false}>
                  {name}
                </Link>
              </th>
              {NARRATIVE_KINDS.map((kind) => (
                <td key={kind} data-label={t(`kinds.${kind}`)}>
                  <BoardCell
                    section={sections.find(
                      (each) => each.kind === kind && each.department === department,
                    )}
                    merged={sections.find((each) => each.kind === kind && each.department === null)}
                    forAll={department === null}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function BoardCell({
  section,
  merged,
  forAll,
}: {
  section: WrittenSection | undefined;
  merged: WrittenSection | undefined;
  forAll: boolean;
}) {
  const t = useTranslations("narratives.sections.board");
  if (!section || section.text.trim() === "") {
    return <span className={classes.soft}>{t(forAll ? "parts" : "none")}</span>;
  }
  const on = formatDayAndMonth(businessDayOf(section.at));
  const newer = !forAll && merged !== undefined && section.at > merged.at;
  return (
    <span className={classes.cell}>
      <StatusMark meaning="done">{on}</StatusMark>
      {newer && <span className={classes.newer}>{t("newer")}</span>}
    </span>
  );
}

import type { NarrativeKind } from "#lib/narratives/schema.ts";
import { type Block, bullet, heading, paragraph, say } from "../content.ts";
import type { MonthlyReport } from "../schema.ts";
import { departmentName } from "../wording.ts";

const TITLES: Record<Exclude<NarrativeKind, "NEXT_MONTH">, string> = {
  RESULTS: "Kết quả đạt được",
  LIMITS: "Hạn chế, khó khăn, vướng mắc",
  CAUSES: "Nguyên nhân",
};

/** What the departments or the Office wrote about the month, section by section. */
export function narrativeSection(report: MonthlyReport): Block[] {
  const written = (Object.keys(TITLES) as (keyof typeof TITLES)[])
    .map((kind) => ({ kind, blocks: narrativeOf(report, kind) }))
    .filter(({ blocks }) => blocks.length > 0);
  return [
    heading(1, "IV. ĐÁNH GIÁ CHUNG"),
    ...(written.length === 0 ? [paragraph(say`Chưa có nội dung đánh giá.`)] : []),
    ...written.flatMap(({ kind, blocks }, index) => [
      heading(2, `${index + 1}. ${TITLES[kind]}`),
      ...blocks,
    ]),
  ];
}

/** One section's text, under the names of the departments as headings of a level. */
export function narrativeOf(report: MonthlyReport, kind: NarrativeKind, level: 2 | 3 = 3): Block[] {
  const parts = report.sections
    .filter((section) => section.kind === kind)
    .flatMap((section) => section.parts)
    .filter(({ text }) => text.trim() !== "");
  return parts.flatMap(({ department, text }) => [
    ...(department === null || report.department !== null
      ? []
      : [heading(level, departmentName(report, department))]),
    ...linesOf(text),
  ]);
}

/** Lines that begin with a dash or a plus are items of a list, the others paragraphs. */
function linesOf(text: string): Block[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [, item] = /^[-–+•]\s+(.+)$/u.exec(line) ?? [];
      return item === undefined ? paragraph(say`${line}`) : bullet(say`${item}`);
    });
}

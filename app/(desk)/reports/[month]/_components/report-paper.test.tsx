import fc from "fast-check";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { messages } from "#lib/core/i18n/messages/index.ts";
import { figureLinks } from "#lib/figures/links.ts";
import { type Block, type Content, onPaper, written, writtenAll } from "#lib/reports/content.ts";
import { reportDocument } from "#lib/reports/document.ts";
import type { MonthlyReport } from "#lib/reports/schema.ts";
import { aprilReport } from "#lib/reports/testing/april.ts";
import { reportArbitrary } from "#lib/reports/testing/arbitrary.ts";
import { DEPARTMENTS } from "#lib/reports/testing/report.ts";
import { ReportPaper } from "./report-paper.tsx";

const ALL = {
  totals: true,
  departments: DEPARTMENTS.map(({ code }) => code),
  only: null,
  inCharge: { department: null },
};

function markupOf(report: MonthlyReport): string {
  const links = figureLinks(report.summary, ALL);
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="vi" messages={messages.vi} timeZone="Asia/Ho_Chi_Minh">
      <ReportPaper document={reportDocument(report)} links={links} />
    </NextIntlClientProvider>,
  );
}

const ENTITIES: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
};
const unescaped = (html: string) =>
  html.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity);

/** The texts of all elements of a kind, without their markup. */
function textsIn(html: string, tag: string): string[] {
  return [...html.matchAll(new RegExp(`<${tag}(?: [^>]*)?>([\\s\\S]*?)</${tag}>`, "g"))].map(
    ([, inner = ""]) => unescaped(inner.replace(/<[^>]*>/g, "")),
  );
}

function sentences(block: Block): string[] {
  if (block.kind === "paragraph") return [writtenAll(block.content)];
  return block.kind === "bullet" ? [`- ${writtenAll(block.content)}`] : [];
}

describe("the preview", () => {
  it("says the sentences and figures of the report's blocks", () => {
    fc.assert(
      fc.property(reportArbitrary, (report) => {
        const html = markupOf(report);
        const { blocks, annexes } = reportDocument(report);
        const paragraphs = textsIn(html, "p");
        const missing = blocks.flatMap(sentences).filter((text) => !paragraphs.includes(text));
        expect(missing).toEqual([]);

        const tables = [
          ...blocks.flatMap((block) => (block.kind === "table" ? [block.table] : [])),
          ...annexes.map(({ table }) => table),
        ].map(onPaper);
        const row = (content: Content) => content.map(written);
        const cells = tables.flatMap(({ groups, total }) => [
          ...groups.flatMap(({ rows }) => rows.flatMap(row)),
          ...(total ? row(total) : []),
        ]);
        expect(textsIn(html, "td")).toEqual(cells);
      }),
      { numRuns: 40 },
    );
  });

  it("opens its figures to as many tasks", () => {
    const report = aprilReport();
    const opened = [
      ...markupOf(report).matchAll(/<a href="([^"]*)"(?: data-count="(\d+)")?>/g),
    ].map(([, href = "", count]) => `${unescaped(href)} ${count ?? ""}`);
    const economy = report.summary.overdue.byDepartment.find(({ code }) => code === "PHONG_KT");
    expect(opened).toContain("/tasks?late=2026-04 195");
    expect(opened).toContain("/tasks?late=2026-04&lateKind=outstanding 167");
    expect(opened).toContain(
      `/tasks?department=PHONG_KT&late=2026-04&lateKind=carriedOver ${economy?.carriedOver}`,
    );
    expect(opened).toContain("/tasks/1 ");
  });
});

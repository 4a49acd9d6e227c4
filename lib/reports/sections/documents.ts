import {
  type Block,
  type Content,
  count,
  heading,
  paragraph,
  say,
  type Table,
  text,
} from "../content.ts";
import type { DocumentFigures, MonthlyReport } from "../schema.ts";

const TITLE = "Văn bản tiếp nhận, ban hành";

/** Documents received and issued, and who signed them; a sum that does not add up is said. */
export function documentsSection(report: MonthlyReport): Block[] {
  if (report.department !== null) return [];
  return [
    heading(2, `3. ${TITLE}`),
    { kind: "table", table: documentsTable(report) },
    ...unsigned(report.documents),
  ];
}

export function documentsTable({ documents }: MonthlyReport): Table {
  const { received, issued, bySigner } = documents;
  const rows = [
    row("Văn bản tiếp nhận, xử lý", received),
    row("Văn bản ban hành", issued),
    ...bySigner.map((signer) => row(`– ${signer.name}`, signer)),
  ];
  return {
    id: "documents",
    title: TITLE,
    columns: [
      { key: "what", label: "Nội dung", width: 90, align: "left" },
      { key: "now", label: "Trong tháng", width: 25, align: "right" },
      { key: "before", label: "Tháng trước", width: 25, align: "right" },
      { key: "change", label: "Tăng, giảm", width: 25, align: "right" },
    ],
    rows,
    total: null,
    groupedBy: null,
  };
}

function row(
  name: string,
  { now, before }: { now: number | null; before: number | null },
): Content {
  const change = now === null || before === null ? null : now - before;
  return [text(name), count(now), count(before), count(change)];
}

function unsigned({ issued, bySigner }: DocumentFigures): Block[] {
  if (issued.now === null || bySigner.length === 0) return [];
  const signed = bySigner.reduce((sum, { now }) => sum + (now ?? 0), 0);
  if (signed === issued.now) return [];
  return [
    paragraph(
      say`Số văn bản theo người ký cộng lại là ${count(signed)}, tổng số ban hành là ${count(issued.now)}, chênh lệch ${count(Math.abs(issued.now - signed))} văn bản.`,
    ),
  ];
}

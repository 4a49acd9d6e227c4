import { addDays, businessDayOf } from "#lib/core/dates.ts";
import { type Block, type Content, date, paragraph, say, type Table } from "./content.ts";
import type { MonthlyReport } from "./schema.ts";
import { annexTable } from "./sections/annex.ts";
import { completionSection } from "./sections/completion.ts";
import { documentsSection } from "./sections/documents.ts";
import { dueNextTable, focusSection } from "./sections/focus.ts";
import { indicatorsSection, indicatorTable, shownIndicators } from "./sections/indicators.ts";
import { lateSection } from "./sections/late.ts";
import { narrativeSection } from "./sections/narrative.ts";
import { communeOf, departmentName, ofMonth, reporterOf } from "./wording.ts";

/** A report in the parts that Decree 30/2020/NĐ-CP lays out, its figures still values. */
export type ReportDocument = {
  /** The body above the one that issues, where there is one; then the one that issues. */
  issuer: { above: string | null; lines: string[] };
  number: string;
  placeAndDate: string;
  title: string;
  /** What the report is about, below its title. */
  abstract: string[];
  blocks: Block[];
  recipients: string[];
  signer: { authority: string | null; position: string };
  annexes: { title: string; subject: string; attachedTo: string; table: Table }[];
};

const upper = (words: string) => words.toLocaleUpperCase("vi");

/**
 * The monthly report of the commune, or of one department, in the order of domain rules "The
 * monthly report". Preview, print and Word show these blocks and nothing else.
 */
export function reportDocument(report: MonthlyReport): ReportDocument {
  const commune = communeOf(report);
  const reporter = reporterOf(report);
  const issuedIn = addDays(report.period.to, 1).slice(0, 4);
  const of = ofMonth(report.period.month);
  const symbol = report.department === null ? "BC-UBND" : "BC-…";
  const annexes = [
    annexTable(report),
    dueNextTable(report),
    indicatorTable(report, shownIndicators(report)),
  ].map((table, index) => ({ title: `Phụ lục 0${index + 1}`, table }));
  return {
    issuer:
      report.department === null
        ? { above: null, lines: ["ỦY BAN NHÂN DÂN", upper(commune.name)] }
        : { above: `UBND ${upper(commune.name)}`, lines: [upper(reporter)] },
    number: `Số: …/${symbol}`,
    placeAndDate: `${commune.place}, ngày … tháng … năm ${issuedIn}`,
    title: "BÁO CÁO",
    abstract: [`Kết quả thực hiện nhiệm vụ ${of}`, "và nhiệm vụ trọng tâm tháng tiếp theo"],
    blocks: [
      ...opening(report),
      ...completionSection(report),
      ...documentsSection(report),
      ...indicatorsSection(report),
      ...lateSection(report),
      ...narrativeSection(report),
      ...focusSection(report),
      paragraph(say`Trên đây là báo cáo kết quả thực hiện nhiệm vụ ${of} của ${reporter}./.`),
    ],
    recipients:
      report.department === null
        ? [
            "Ban Thường vụ Đảng ủy xã (để báo cáo);",
            "Thường trực HĐND xã;",
            "Chủ tịch, các Phó Chủ tịch UBND xã;",
            "Các phòng, ban, đơn vị;",
            "Lưu: VT.",
          ]
        : [
            "Chủ tịch, các Phó Chủ tịch UBND xã (để báo cáo);",
            "Văn phòng HĐND và UBND xã;",
            "Lưu: VT.",
          ],
    signer:
      report.department === null
        ? { authority: "TM. ỦY BAN NHÂN DÂN", position: "CHỦ TỊCH" }
        : { authority: null, position: headOf(departmentName(report, report.department)) },
    annexes: annexes
      .filter(({ table }) => table.rows.length > 0)
      .map(({ title, table }) => ({
        title,
        subject: upper(table.title),
        attachedTo: `(Kèm theo Báo cáo số …/${symbol} ngày … tháng … năm ${issuedIn} của ${reporter})`,
        table,
      })),
  };
}

function opening(report: MonthlyReport): Block[] {
  const { from, to } = report.period;
  return [
    paragraph(
      say`${reporterOf(report)} báo cáo kết quả thực hiện nhiệm vụ ${ofMonth(report.period.month)} (từ ngày ${date(from)} đến ngày ${date(to)}) như sau:`,
    ),
    ...standing(report).map((content) => paragraph(content, "italic")),
  ];
}

/** How final the figures are, and whether they are real: every output says so. */
export function standing({ closing, period, demonstration }: MonthlyReport): Content[] {
  return [
    closing === null
      ? say`Số liệu tạm tính đến ngày ${date(period.asOf)}, chưa chốt.`
      : say`Số liệu chốt ngày ${date(businessDayOf(closing.closedAt))}, mã đối chiếu ${closing.contentHash.slice(0, 12)}.`,
    ...(demonstration
      ? [say`Sổ nhiệm vụ minh họa: dựng lại từ số liệu tổng hợp đã công bố, không phải hồ sơ thật.`]
      : []),
  ];
}

/** What the head of a department signs as, by what kind of body it is. */
function headOf(name: string): string {
  if (/^ban chỉ huy/iu.test(name)) return "CHỈ HUY TRƯỞNG";
  if (/^công an/iu.test(name)) return "TRƯỞNG CÔNG AN";
  if (/^phòng\b/iu.test(name)) return "TRƯỞNG PHÒNG";
  if (/^ban\b/iu.test(name)) return "TRƯỞNG BAN";
  if (/^văn phòng/iu.test(name)) return "CHÁNH VĂN PHÒNG";
  if (/^trung tâm/iu.test(name)) return "GIÁM ĐỐC";
  if (/^trạm/iu.test(name)) return "TRƯỞNG TRẠM";
  return "THỦ TRƯỞNG ĐƠN VỊ";
}

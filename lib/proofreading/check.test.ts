import { describe, expect, test } from "vitest";
import { readData } from "#prisma/seed/data.ts";
import { proofread } from "./check.ts";
import { isError } from "./schema.ts";
import { ERRORS, RIGHT } from "./testing/april.ts";
import { HELD_OUT } from "./testing/held-out.ts";
import { HELD_OUT_SECOND } from "./testing/held-out-second.ts";
import { LONG_REPORT } from "./testing/long-report.ts";
import { outcomeOf, readMarked } from "./testing/marked.ts";

type Published = {
  inconsistencies: { id: string; kind: string }[];
  checks_ok: unknown[];
};
const published: Published = JSON.parse(readData("overdue_2026_04.json"));

const CLEAN = { missed: [], false: [], overlooked: [] };

describe("the report of April 2026", () => {
  const wanted = published.inconsistencies.filter(
    ({ kind }) => kind.startsWith("PERCENT_") || kind === "SUM_MISMATCH",
  );

  test.each(wanted)("$id ($kind) is found however it is worded", ({ id }) => {
    const passages = ERRORS[id] ?? [];
    expect(passages.length).toBeGreaterThanOrEqual(3);
    for (const passage of passages) expect(outcomeOf(passage), passage).toMatchObject(CLEAN);
  });

  test("what is right raises no alarm however it is worded", () => {
    expect(RIGHT).toHaveLength(published.checks_ok.length);
    for (const passages of RIGHT) {
      expect(passages.length).toBeGreaterThanOrEqual(3);
      for (const passage of passages) expect(outcomeOf(passage), passage).toMatchObject(CLEAN);
    }
  });

  test("all of it in one draft is told as in single passages", () => {
    const all = [...Object.values(ERRORS), ...RIGHT].flat().join("\n\n");
    expect(outcomeOf(all)).toMatchObject(CLEAN);
  });
});

test("a long report has the errors that were put into it and no others", () => {
  expect(outcomeOf(LONG_REPORT)).toMatchObject({ ...CLEAN, found: 9 });
});

describe("wordings that the finder was not written by", () => {
  const count = (passages: readonly string[], of: "missed" | "false") =>
    passages.map(outcomeOf).reduce((sum, each) => sum + each[of].length, 0);

  test("those looked at since are told as they are", () => {
    expect(count(HELD_OUT, "false")).toBe(0);
    expect(count(HELD_OUT, "missed")).toBe(0);
  });

  test("those only measured raise no false alarm, and most of their errors are found", () => {
    expect(count(HELD_OUT_SECOND, "false")).toBe(0);
    expect(count(HELD_OUT_SECOND, "missed")).toBeLessThanOrEqual(2);
  });
});

describe("however it is typed", () => {
  const ways: [string, (text: string) => string][] = [
    ["decomposed", (text) => text.normalize("NFD")],
    ["in capitals", (text) => text.toUpperCase()],
    ["with non-breaking spaces", (text) => text.replaceAll(" ", "\u00a0")],
    [
      "with other dashes, slashes and signs",
      (text) => text.replaceAll("-", "–").replaceAll("/", "∕").replaceAll("%", "％"),
    ],
    ["with soft hyphens and zero-width spaces", (text) => text.replaceAll("vụ", "v\u00adụ\u200b")],
    ["with Windows line ends", (text) => text.replaceAll("\n", "\r\n")],
  ];
  test.each(ways)("%s", (_, change) => {
    const { text } = readMarked(LONG_REPORT);
    const plain = proofread(text).map(({ verdict, kind }) => `${kind} ${verdict}`);
    const changed = change(text);
    const findings = proofread(changed);
    expect(findings.map(({ verdict, kind }) => `${kind} ${verdict}`)).toEqual(plain);
    for (const { at } of findings) expect(changed.slice(at.start, at.end)).toMatch(/^\d[\d.,]*/);
  });
});

describe("what is no claim", () => {
  test.each([
    "Công văn 1628/UBND-KGVX ngày 20/4/2026, Nghị quyết 71-NQ/TW, 05-CTr/TU, đạt 100%.",
    "Quý II/2026, khóa XXII, nhiệm kỳ 2021-2026, từ 01/7 đến 15/7, 100% thôn tham gia.",
    "Điều 5 khoản 2, mục 2.1, phụ lục 01, ĐT: 0243.874.0001 - 0912.345.678, 3 - 5%.",
    "Ngày Thương binh 27/7, 100% gia đình chính sách được tặng quà; lễ 2/9, 30/4.",
    "Thông báo kết luận[1] của Chủ tịch¹; 09 nghị quyết (1) của Bộ Chính trị.",
    "Có 195 nhiệm vụ, trong đó có 12 nhiệm vụ trọng tâm, 5 nhiệm vụ cấp bách.",
    "Giá 92 triệu đồng/người/năm; 3 buổi/tuần; trực 24/24 giờ; tỷ lệ 1/500.",
    "constructor toString 5 __proto__ = 5% hasOwnProperty/3",
    "",
    "%%%///===(((;;;",
  ])("%s", (text) => {
    expect(proofread(text).filter(({ verdict }) => isError(verdict))).toEqual([]);
  });

  test("a dot in the wrong place of what cannot be counted in fractions is told", () => {
    expect(proofread("Chi trả cho 15.78 đối tượng bảo trợ xã hội.")).toMatchObject([
      { kind: "FORMAT", verdict: "WRONG", recomputed: { value: 1578 } },
    ]);
    expect(proofread("Mục 15.78 của biểu; đường 2.5 km; phiên bản 4.0")).toEqual([]);
  });
});

test("a share of a plan said twice from different wholes is doubted, within rounding not", () => {
  const claims = (second: string) =>
    proofread(
      `Giải ngân 51,326 tỷ đồng = 12,01% kế hoạch vốn năm 2026. Quý II giải ngân 71,2 tỷ đồng = ${second} kế hoạch vốn năm 2026.`,
    );
  expect(claims("17%").some(({ kind }) => kind === "BASE")).toBe(false);
  expect(claims("19,5%")).toContainEqual(
    expect.objectContaining({ kind: "BASE", verdict: "UNVERIFIABLE" }),
  );
});

test("the row of totals of a table is added up, percentages and numbers of rows are not", () => {
  const table = (total: string) =>
    `STT\tĐơn vị\tGiao\tXong\tTỷ lệ\n1\tPhòng A\t10\t5\t50%\n2\tPhòng B\t20\t15\t75%\n\tTổng cộng\t30\t${total}\t66,7%`;
  const sums = (text: string) => proofread(text).filter(({ kind }) => kind === "SUM");
  expect(sums(table("20"))).toMatchObject([{ verdict: "RIGHT" }, { verdict: "RIGHT" }]);
  expect(sums(table("21"))).toMatchObject([
    { verdict: "RIGHT" },
    { verdict: "WRONG", recomputed: { value: 20 } },
  ]);
});

/** Milliseconds of the processor, so that other work on the machine does not count. */
function timed(text: string): number {
  const before = process.cpuUsage();
  proofread(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe("time", () => {
  const SIZE = 50_000;
  const fill = (piece: string) => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE);

  test.each([
    ["brackets", "("],
    ["brackets around numbers", "1 ("],
    ["slashes", "1/"],
    ["digits", "1"],
    ["dots", "1."],
    ["totals that overlap", "tổng số 5, trong đó 1, "],
    ["totals without end", "5 gồm 1; "],
    ["lines of totals", "195 gồm:\n"],
    ["empty lines", "tổng số 5:\n\n\n\n\n"],
    ["marks", "a\u0301"],
    ["plus signs", "1+"],
    ["changes", "tăng 5 so với "],
    ["shares", "5 đạt 10% "],
    ["document numbers", "1-a"],
    ["one word", "a"],
  ])("grows with the length alone, whatever the text: %s", (_, piece) => {
    const text = fill(piece);
    timed(text.slice(0, 10_000));
    const [short, long] = [timed(text.slice(0, SIZE / 5)), timed(text)];
    expect(long).toBeLessThan(5 * Math.max(short, 40) * 2.5);
  });
});

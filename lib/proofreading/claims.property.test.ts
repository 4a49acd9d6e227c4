import fc from "fast-check";
import { expect, test } from "vitest";
import { proofread } from "./check.ts";
import { isError } from "./schema.ts";

const write = (value: number, decimals = 0) => {
  const [whole = "", fraction] = value.toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  return fraction ? `${grouped},${fraction}` : grouped;
};
/** Half up of a/b in per cent, by whole numbers only. */
const percent = (a: number, b: number, decimals: number) =>
  Math.floor((2 * a * 100 * 10 ** decimals + b) / (2 * b)) / 10 ** decimals;

const NOUNS = ["nhiệm vụ", "hồ sơ", "trường hợp", "đơn", "hộ", "vụ việc", "văn bản"] as const;
const SHARES: readonly ((a: string, b: string, p: string, noun: string) => string)[] = [
  (a, b, p, noun) => `Đã hoàn thành ${a}/${b} ${noun}, đạt ${p}%.`,
  (a, b, p, noun) => `Kết quả: ${a}/${b} ${noun} (${p} %).`,
  (a, b, p) => `Tiến độ ${a}/${b} = ${p}%.`,
  (a, b, p, noun) =>
    `Xử lý ${a} ${noun} trên tổng số ${b} ${noun}, đạt tỷ lệ ${p}%; nhiệm vụ khác đúng hạn.`,
  (a, b, p, noun) => `Tỷ lệ đạt ${p}% (${a}/${b} ${noun}), cao nhất từ đầu năm 2026.`,
  (a, b, p, noun) => `Trong tháng 4 có ${a} trên ${b} ${noun}, chiếm ${p}%.`,
  (a, b, p, noun) =>
    `Có ${a} ${noun} trong tổng số ${b} ${noun}, bằng ${p}%, theo Kế hoạch 12/KH-UBND.`,
  (a, b, p, noun) => `Tổng số ${b} ${noun}, đã giải quyết ${a} ${noun}, đạt ${p}%.`,
];
const CHANGES: readonly ((x: string, y: string, z: string, p: string, noun: string) => string)[] = [
  (x, y, _, p, noun) => `Tăng ${x} ${noun} so với ${y} ${noun} của tháng trước = ${p}%.`,
  (x, y, _, p, noun) => `Số lượng tăng ${x} ${noun} (tương ứng ${p}%) so với ${y} ${noun} tháng 3.`,
  (_, y, z, p, noun) => `Tăng từ ${y} ${noun} lên ${z} ${noun} (${p}%).`,
  (_, y, z, p, noun) => `Trong kỳ có ${z} ${noun}, tăng ${p}% so với cùng kỳ (${y} ${noun}).`,
  (x, _, z, p, noun) => `Phát sinh ${z} ${noun}, tăng ${x} ${noun} so với tháng 03/2026 = ${p}%.`,
];
const SUMS: readonly ((total: string, parts: string[], noun: string) => string)[] = [
  (total, parts, noun) =>
    `Tổng số ${total} ${noun}, gồm: ${parts.map((part, index) => `Phòng ${"ABCDEFGH"[index]} ${part}`).join("; ")}.`,
  (total, parts, noun) =>
    `Tổng số ${total} ${noun}, trong đó ${parts.map((part) => `${part} ${noun} loại khác`).join(", ")}.`,
  (total, parts, noun) =>
    `Có ${total} ${noun} (${parts.map((part) => `${part} tại đơn vị`).join(", ")}).`,
  (total, parts) => `${parts.join(" + ")} = ${total}.`,
  (total, parts, noun) =>
    `Tổng số ${total} ${noun}, cụ thể:\n${parts.map((part) => `- Đơn vị: ${part} ${noun}`).join("\n")}\nHết.`,
  (total, parts, noun) =>
    `Tổng số ${total} ${noun} bao gồm ${parts
      .slice(0, -1)
      .map((part) => `${part} ${noun}`)
      .join(", ")} và ${parts.at(-1)} ${noun} khác.`,
];

const noun = fc.constantFrom(...NOUNS);
const errors = (text: string) => proofread(text).filter(({ verdict }) => isError(verdict));
const RUNS = { numRuns: 600 };

test("a right share is never flagged, a wrong one always is", () => {
  const claim = fc.record({
    b: fc.integer({ min: 32, max: 99_999 }),
    part: fc.double({ min: 0.02, max: 1, noNaN: true }),
    decimals: fc.integer({ min: 0, max: 2 }),
    by: fc.integer({ min: 2, max: 300 }),
    form: fc.constantFrom(...SHARES),
    noun,
  });
  fc.assert(
    fc.property(claim, ({ b, part, decimals, by, form, noun: what }) => {
      const a = Math.max(1, Math.floor(b * part));
      const right = percent(a, b, decimals);
      const text = (p: number) => form(write(a), write(b), write(p, decimals), what);
      expect(errors(text(right)), text(right)).toEqual([]);
      const wrong = right + by / 10 ** decimals;
      expect(errors(text(wrong)), text(wrong)).toMatchObject([
        { verdict: "WRONG", recomputed: { value: right } },
      ]);
      const cut = Math.floor((a * 100 * 10 ** decimals) / b) / 10 ** decimals;
      if (cut !== right) {
        expect(errors(text(cut)), text(cut)).toMatchObject([{ verdict: "TRUNCATED" }]);
      }
    }),
    RUNS,
  );
});

test("a right change is never flagged, a wrong one always is", () => {
  const claim = fc.record({
    y: fc.integer({ min: 13, max: 20_000 }),
    x: fc.integer({ min: 1, max: 12_000 }),
    by: fc.integer({ min: 2, max: 300 }),
    form: fc.constantFrom(...CHANGES),
    noun,
  });
  fc.assert(
    fc.property(claim, ({ y, x, by, form, noun: what }) => {
      const right = percent(x, y, 1);
      const text = (p: number) => form(write(x), write(y), write(x + y), write(p, 1), what);
      expect(errors(text(right)), text(right)).toEqual([]);
      const wrong = right + by / 10;
      expect(errors(text(wrong)), text(wrong)).toMatchObject([{ verdict: "WRONG" }]);
    }),
    RUNS,
  );
});

test("a right sum is never flagged, a wrong one always is", () => {
  const claim = fc.record({
    parts: fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 2, maxLength: 8 }),
    by: fc.integer({ min: 1, max: 9 }),
    more: fc.boolean(),
    form: fc.constantFrom(...SUMS),
    noun,
  });
  fc.assert(
    fc.property(claim, ({ parts, by, more, form, noun: what }) => {
      const total = parts.reduce((sum, part) => sum + part, 0);
      const text = (of: number) =>
        form(
          write(of),
          parts.map((part) => write(part)),
          what,
        );
      expect(errors(text(total)), text(total)).toEqual([]);
      // So little that a total of small parts stays one that they could be meant to make up.
      const slip = Math.min(by, Math.max(1, Math.floor(total / 5)));
      const wrong = more ? total + slip : Math.max(1, total - slip);
      fc.pre(!parts.includes(wrong) && wrong !== total);
      expect(errors(text(wrong)), text(wrong)).toMatchObject([
        { verdict: "WRONG", kind: "SUM", recomputed: { value: total } },
      ]);
    }),
    RUNS,
  );
});

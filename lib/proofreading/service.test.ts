import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Viewer } from "#lib/users/schema.ts";
import { MOST_CHARACTERS, MOST_FILE_BYTES } from "./schema.ts";
import { proofreadDraft } from "./service.ts";
import { LONG_REPORT } from "./testing/long-report.ts";
import { readMarked } from "./testing/marked.ts";

const viewer = (role: Viewer["role"]): Viewer => ({
  role,
  departmentId: null,
  portfolioDepartmentIds: [],
});
const OFFICE = viewer("OFFICE");
const ERROR = "Đã hoàn thành 138/142 nhiệm vụ, đạt 97,1%.";

const ask = (bytes: Uint8Array, name: string | null = null) =>
  proofreadDraft(OFFICE, { name, bytes });
const problem = (key: string) => ({
  code: "INVALID_INPUT",
  explanation: { key: `proofreading.problems.${key}` },
});

const row = (...cells: string[]) =>
  new TableRow({
    children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })),
  });

async function word(...children: (Paragraph | Table)[]): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

describe("a Word file", () => {
  test("is read with its lists and tables", async () => {
    const bytes = await word(
      new Paragraph("Tổng số 72 hồ sơ quá hạn, cụ thể:"),
      new Paragraph({ text: "Phòng Kinh tế: 41 hồ sơ", bullet: { level: 0 } }),
      new Paragraph({ text: "Công an xã: 17 hồ sơ & khác", bullet: { level: 0 } }),
      new Paragraph("Hết."),
      new Table({
        rows: [row("Đơn vị", "Chậm"), row("A", "10"), row("B", "20"), row("Tổng", "31")],
      }),
    );
    const { text, findings } = await ask(bytes, "Báo cáo.docx");
    expect(text).toContain("Công an xã: 17 hồ sơ & khác\nHết.\nĐơn vị\tChậm\nA\t10\n");
    expect(findings).toMatchObject([
      { kind: "SUM", verdict: "WRONG", recomputed: { value: 58 } },
      { kind: "SUM", verdict: "WRONG", recomputed: { value: 30 } },
    ]);
  });

  test("of 500 pages is read whole, while other work gets its turn", async () => {
    const lines = Array.from({ length: 130 }, () =>
      readMarked(LONG_REPORT).text.split("\n"),
    ).flat();
    const bytes = await word(...lines.map((line) => new Paragraph(line)));
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const { text, findings } = await ask(bytes, "dài.docx");
    clearInterval(timer);
    expect(text.length).toBeGreaterThan(700_000);
    expect(findings.filter(({ verdict }) => verdict === "WRONG")).toHaveLength(7 * 130);
    // A fraction of it on a free machine; what matters is that it is no matter of many seconds.
    expect(longest).toBeLessThan(4000);
  });

  test("that is none, broken, old, protected or too large is refused by what is wrong", async () => {
    const zip = (name: string, content: string) => zipSync({ [name]: strToU8(content) });
    const whole = await word(new Paragraph(ERROR));
    const ole = (text: string) =>
      new Uint8Array([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        0xa1,
        0xb1,
        0x1a,
        0xe1,
        ...Buffer.from(text, "utf16le"),
      ]);
    await expect(ask(whole.slice(0, whole.length / 2), "a.docx")).rejects.toMatchObject(
      problem("broken"),
    );
    await expect(ask(strToU8("not a Word file"), "a.docx")).rejects.toMatchObject(
      problem("broken"),
    );
    await expect(ask(strToU8("%PDF-1.7 …"), "a.docx")).rejects.toMatchObject(problem("pdf"));
    await expect(ask(ole("WordDocument"), "a.doc")).rejects.toMatchObject(problem("oldWord"));
    await expect(ask(ole("EncryptedPackage"), "a.docx")).rejects.toMatchObject(
      problem("protectedFile"),
    );
    await expect(ask(zip("xl/workbook.xml", "<x/>"), "a.xlsx")).rejects.toMatchObject(
      problem("unknownType"),
    );
    await expect(ask(zip("word/document.xml", "<x/>"), "a.docx")).rejects.toMatchObject(
      problem("broken"),
    );
    await expect(ask(new Uint8Array([1, 0, 2, 0, 3]), "a.bin")).rejects.toMatchObject(
      problem("unknownType"),
    );
    const large = new Uint8Array(MOST_FILE_BYTES + 1);
    await expect(ask(large, "a.txt")).rejects.toMatchObject(problem("tooLarge"));
  });

  test("that would unpack to far more than it is, is not unpacked", async () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(90 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(200_000);
    const before = performance.now();
    await expect(ask(bomb, "a.docx")).rejects.toMatchObject(problem("unpackedTooLarge"));
    expect(performance.now() - before).toBeLessThan(2000);
  });

  test("whose size is lied about does not unpack beyond what it says", async () => {
    const bytes = zipSync({ "word/document.xml": strToU8(`<w:body>${"x".repeat(100_000)}`) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at + 30 < bytes.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
    }
    const outcome = await ask(bytes, "a.docx").then(
      ({ text }) => text.length,
      () => 0,
    );
    expect(outcome).toBeLessThan(200);
  });
});

describe("a text", () => {
  const utf16 = (mark: string) => new Uint8Array(Buffer.from(mark + ERROR, "utf16le"));
  const swapped = (mark: string) => new Uint8Array(Buffer.from(mark + ERROR, "utf16le").swap16());

  test.each([
    ["UTF-8", strToU8(ERROR)],
    ["UTF-8 with a mark", strToU8(`\ufeff${ERROR}`)],
    ["UTF-16 with a mark", utf16("\ufeff")],
    ["UTF-16 without", utf16("")],
    ["UTF-16 the other way round", swapped("\ufeff")],
  ])("in %s is read", async (_, bytes) => {
    expect(await ask(bytes, "a.txt")).toMatchObject({
      text: ERROR,
      findings: [{ verdict: "TRUNCATED" }],
    });
  });

  test("is proofread in slices as in one piece", async () => {
    const once = readMarked(LONG_REPORT).text;
    const { text, findings } = await ask(strToU8(`${once}\n`.repeat(12)));
    expect(text.length).toBeGreaterThan(60_000);
    expect(findings.filter(({ verdict }) => verdict === "WRONG")).toHaveLength(7 * 12);
    for (const { at } of findings)
      expect(text.slice(at.start, at.end)).toMatch(/^\d[\d.,]*( ?%)?$/);
  });

  test("without content, in another encoding or without end is refused", async () => {
    await expect(ask(strToU8(" \n "))).rejects.toMatchObject(problem("empty"));
    await expect(ask(new Uint8Array())).rejects.toMatchObject(problem("empty"));
    await expect(ask(new Uint8Array([0xe1, 0x20, 0xff]), "a.txt")).rejects.toMatchObject(
      problem("encoding"),
    );
    await expect(ask(strToU8("a".repeat(MOST_CHARACTERS + 1)))).rejects.toMatchObject(
      problem("tooLong"),
    );
  });
});

test("everyone with a desk may ask, an administrator may not", async () => {
  const draft = { name: null, bytes: strToU8(ERROR) };
  for (const role of [
    "CHAIRMAN",
    "VICE_CHAIRMAN",
    "OFFICE",
    "DEPARTMENT_HEAD",
    "OFFICER",
    "OBSERVER",
  ] as const) {
    expect((await proofreadDraft(viewer(role), draft)).findings).toHaveLength(1);
  }
  await expect(proofreadDraft(viewer("ADMIN"), draft)).rejects.toMatchObject({ status: 403 });
});

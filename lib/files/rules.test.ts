import { describe, expect, test } from "vitest";
import { allowedExtension, cleanFileName, contentAgrees } from "./rules.ts";
import { fileIdsSchema } from "./schema.ts";

describe("cleanFileName", () => {
  test.each([
    ["Tờ trình số 12 về đất đai.pdf", "Tờ trình số 12 về đất đai.pdf"],
    ["Quyết định.pdf".normalize("NFD"), "Quyết định.pdf"],
    ["C:\\Users\\Phòng KT\\báo cáo.docx", "báo cáo.docx"],
    ["../../etc/passwd.txt", "passwd.txt"],
    ["bảng\u0000 kê\r\n\t.xlsx", "bảng kê.xlsx"],
    ["hợp đồng\u202Efdp.exe", "hợp đồngfdp.exe"],
    ["  .ẩn .. ", "ẩn"],
    ['"kế hoạch" <1>.pdf', '"kế hoạch" <1>.pdf'],
    ["...", ""],
    ["\u200b", ""],
    ["thư mục/", ""],
  ])("%j is kept as %j", (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  test("a long name loses the end of its stem and keeps its extension", () => {
    const kept = cleanFileName(`${"ế".repeat(300)}.docx`);
    expect([...kept]).toHaveLength(200);
    expect(kept).toBe(`${"ế".repeat(195)}.docx`);
    expect(cleanFileName(`${"a".repeat(196)}.pdf`)).toHaveLength(200);
  });
});

test.each([
  ["a.pdf", "pdf"],
  ["BÁO CÁO.PDF", "pdf"],
  ["ảnh.JPEG", "jpeg"],
  ["a.pdf.exe", null],
  ["a.svg", null],
  ["a.html", null],
  ["a.docm", null],
  ["a.constructor", null],
  ["không đuôi", null],
  [".pdf", null],
])("allowedExtension(%j) is %j", (name, extension) => {
  expect(allowedExtension(name)).toBe(extension);
});

describe("contentAgrees, of text", () => {
  const agrees = (bytes: Uint8Array) => contentAgrees("csv", null, bytes);

  test("letters of any 8-bit table and of UTF-16 are text", () => {
    expect(agrees(Buffer.from("\ufeffSTT;Nội dung\r\n1;Đất đai\t\r\n", "utf8"))).toBe(true);
    expect(agrees(Buffer.from([0x53, 0xe8, 0xff, 0x0d, 0x0a]))).toBe(true);
    expect(agrees(Buffer.from("\ufeffNội dung", "utf16le"))).toBe(true);
  });

  test("what begins like a picture or a program may be text, and zeros are none", () => {
    expect(contentAgrees("txt", "image/bmp", Buffer.from("BM-01: Biểu mẫu"))).toBe(true);
    expect(agrees(Buffer.from([0x42, 0x4d, 0x00, 0x01]))).toBe(false);
    expect(agrees(Buffer.from("\ufeffNội\u0000dung", "utf16le"))).toBe(false);
  });
});

describe("fileIdsSchema", () => {
  const [a, b] = ["0b6f6a5e-6f0f-4f53-9f7c-6a1f2f3f4a5b", "1b6f6a5e-6f0f-4f53-9f7c-6a1f2f3f4a5b"];

  test("takes a form's text, a list, and nothing", () => {
    expect(fileIdsSchema.parse(`${a},${b},${a}`)).toEqual([a, b]);
    expect(fileIdsSchema.parse([a])).toEqual([a]);
    expect(fileIdsSchema.parse("")).toEqual([]);
    expect(fileIdsSchema.parse(undefined)).toEqual([]);
  });

  test("says what is wrong", () => {
    const message = (given: unknown) => fileIdsSchema.safeParse(given).error?.issues[0]?.message;
    expect(message("1")).toBe("files.problems.notThere");
    const eleven = Array.from({ length: 11 }, (_, index) => a?.replace(/^0b/, String(index + 10)));
    expect(message(eleven)).toBe("files.problems.tooMany");
  });
});

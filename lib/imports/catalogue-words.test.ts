import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readRows } from "#prisma/seed/data.ts";
import { aliasOf, type Named, understand, understandSeveral } from "./catalogue-words.ts";

const catalogue = (file: string, names: { short?: string; nameEn?: string } = {}): Named[] =>
  readRows(file).map((row) => ({
    code: row.text("code"),
    name: row.text("name_vi"),
    ...(names.short && { short: row.text(names.short) }),
    ...(names.nameEn && { nameEn: row.text(names.nameEn) }),
  }));

const DEPARTMENTS = catalogue("departments.csv", { short: "short_vi", nameEn: "name_en" });
const FIELDS = catalogue("fields.csv", { nameEn: "name_en" });
const SECTORS = catalogue("sectors.csv", { nameEn: "name_en" });
const BODIES = catalogue("issuing_bodies.csv");
const NONE = new Map<string, string>();

const meaning = (word: string, entries: readonly Named[]) => understand(word, entries, NONE);
const codeOf = (word: string, entries: readonly Named[]) => {
  const meant = meaning(word, entries);
  return "code" in meant ? meant.code : null;
};

describe("exact", () => {
  it("is every code and name, in whatever accents, case and punctuation", () => {
    for (const entries of [DEPARTMENTS, FIELDS, SECTORS, BODIES]) {
      for (const { code, name, short, nameEn } of entries) {
        for (const word of [code, name, short, nameEn]) {
          if (!word) continue;
          const exact = { code, how: "exact" };
          expect(meaning(word, entries), word).toEqual(exact);
          expect(meaning(word.toUpperCase(), entries), word).toEqual(exact);
          expect(meaning(word.normalize("NFD"), entries), word).toEqual(exact);
          expect(meaning(aliasOf(word), entries), word).toEqual(exact);
          expect(meaning(`  ${word.replaceAll(" ", "\n ")}.`, entries), word).toEqual(exact);
        }
      }
    }
  });

  it("is a short name with its mark or without", () => {
    expect(meaning("P Kinh te", DEPARTMENTS)).toEqual({ code: "PHONG_KT", how: "exact" });
    expect(meaning("P.Kinh tế", DEPARTMENTS)).toEqual({ code: "PHONG_KT", how: "exact" });
    expect(meaning("p.VHXH", DEPARTMENTS)).toEqual({ code: "PHONG_VHXH", how: "exact" });
  });
});

describe("a guess at a department", () => {
  test.each([
    ["P.KT", "PHONG_KT"],
    ["P. KT", "PHONG_KT"],
    ["PKT", "PHONG_KT"],
    ["KT", "PHONG_KT"],
    ["Phòng KT", "PHONG_KT"],
    ["phong k.t", "PHONG_KT"],
    ["Kinh tế", "PHONG_KT"],
    ["Phòng Kinh tế xã", "PHONG_KT"],
    ["phòng kinhtế", "PHONG_KT"],
    ["Phogn Kinh tế", "PHONG_KT"],
    ["Phòng Kih tế", "PHONG_KT"],
    ["P.VH-XH", "PHONG_VHXH"],
    ["Phòng VHXH", "PHONG_VHXH"],
    ["Phòng VH&XH", "PHONG_VHXH"],
    ["VHXH", "PHONG_VHXH"],
    ["Văn hóa - Xã hội", "PHONG_VHXH"],
    ["Phòng Văn hoá và Xã hội", "PHONG_VHXH"],
    ["VP", "VP_HDND_UBND"],
    ["VP.", "VP_HDND_UBND"],
    ["VP HĐND-UBND", "VP_HDND_UBND"],
    ["VP HĐND&UBND xã", "VP_HDND_UBND"],
    ["Văn phòng UBND xã", "VP_HDND_UBND"],
    ["Văn phòng HĐND, UBND", "VP_HDND_UBND"],
    ["Văn phòng HĐND - UBND xã", "VP_HDND_UBND"],
    ["CA xã", "CONG_AN"],
    ["CAX", "CONG_AN"],
    ["Công an", "CONG_AN"],
    ["BCH quân sự", "BCH_QS"],
    ["BCHQS", "BCH_QS"],
    ["BCH QS xã", "BCH_QS"],
    ["Ban CHQS xã", "BCH_QS"],
    ["Quân sự", "BCH_QS"],
    ["QLDA", "BAN_QLDA"],
    ["Ban QL dự án", "BAN_QLDA"],
    ["Ban Quản lý dự án", "BAN_QLDA"],
    ["Ban QLDA đầu tư - hạ tầng", "BAN_QLDA"],
    ["BQLDA", "BAN_QLDA"],
    ["TTDVTH", "TT_DVTH"],
    ["TT. DVTH", "TT_DVTH"],
    ["Trung tâm DVTH", "TT_DVTH"],
    ["TT Dịch vụ tổng hợp", "TT_DVTH"],
    ["Trạm YT", "TRAM_YT"],
    ["Y tế", "TRAM_YT"],
    ["Trạm Y tế xã", "TRAM_YT"],
    ["PVHCC", "DIEM_PVHCC"],
    ["Điểm phục vụ HCC", "DIEM_PVHCC"],
    ["Điểm PVHCC xã", "DIEM_PVHCC"],
    ["UBMTTQ", "UBMTTQ_XA"],
    ["MTTQ xã", "UBMTTQ_XA"],
    ["UB MTTQ xã", "UBMTTQ_XA"],
    ["UBMTTQ Việt Nam xã", "UBMTTQ_XA"],
    ["Ủy ban MTTQ Việt Nam xã", "UBMTTQ_XA"],
    ["Mặt trận Tổ quốc", "UBMTTQ_XA"],
    ["BCĐ toàn dân đoàn kết", "BCD_TDDK"],
  ])("%j is %s", (word, code) => {
    // What is the same as a code but for its punctuation is no guess: "Phòng KT" is PHONG_KT.
    const same = DEPARTMENTS.some((entry) => aliasOf(entry.code) === aliasOf(word));
    const short = DEPARTMENTS.some((entry) => aliasOf(entry.short ?? "") === aliasOf(word));
    expect(meaning(word, DEPARTMENTS)).toEqual({ code, how: same || short ? "exact" : "guess" });
  });

  test.each([
    "Phòng Nội vụ",
    "Phòng Tài chính - Kế hoạch",
    "Phòng Kinh tế - Hạ tầng và Đô thị",
    "Phòng Quản lý đô thị",
    "Trung tâm Y tế",
    "Trung tâm Văn hóa",
    "Công an thành phố",
    "Công an huyện Gia Lâm",
    "Văn phòng Đảng ủy",
    "Văn phòng đăng ký đất đai",
    "VP Đảng ủy",
    "Ban Tuyên giáo",
    "Ban Chỉ đạo",
    "BCĐ 35",
    "Ban",
    "Phòng",
    "Phòng ban",
    "Các phòng, ban",
    "UBND xã",
    "HĐND xã",
    "Đảng ủy",
    "Trạm bơm",
    "Hội Phụ nữ",
    "Thôn Giang Cao",
    "BCH Đoàn xã",
    "abc",
    "12",
    "P",
    "",
  ])("%j is not made", (word) => {
    expect(meaning(word, DEPARTMENTS)).toMatchObject({ nearest: expect.any(Array) });
  });

  it("names what is nearest to a word that it does not know", () => {
    expect(meaning("Phòng Kinh tế - Hạ tầng và Đô thị", DEPARTMENTS)).toMatchObject({
      nearest: expect.arrayContaining(["PHONG_KT"]),
      problem: {
        key: "imports.problems.word.nearest",
        values: { nearest: expect.stringContaining("“Phòng Kinh tế”") },
      },
    });
    expect(meaning("xyz", DEPARTMENTS)).toEqual({
      nearest: [],
      problem: { key: "imports.problems.word.unknown", values: { text: "xyz" } },
    });
  });
});

test.each([
  ["TBKL", "TBKL_UBND"],
  ["Thông báo kết luận", "TBKL_UBND"],
  ["Thông báo kết luận của UBND xã", "TBKL_UBND"],
  ["TB kết luận", "TBKL_UBND"],
  ["Phần mềm QLVB", "QLVB_DIEU_HANH"],
  ["Phần mềm quản lý văn bản", "QLVB_DIEU_HANH"],
  ["PM giao nhiệm vụ", "PM_GIAO_NHIEM_VU"],
  ["Phần mềm giao nhiệm vụ", "PM_GIAO_NHIEM_VU"],
  ["Đơn thư", "DON_THU_KNTC"],
  ["Đơn thư KNTC", "DON_THU_KNTC"],
  ["Khiếu nại, tố cáo", "DON_THU_KNTC"],
  ["Kết luận thanh tra", "KL_THANH_TRA"],
  ["KL thanh tra", "KL_THANH_TRA"],
  ["Thanh tra", "KL_THANH_TRA"],
  ["Phần mềm", null],
  ["Nhiệm vụ", null],
  ["Kết luận", null],
  ["Đất đai", null],
])("the field %j is %s", (word, code) => {
  expect(codeOf(word, FIELDS)).toBe(code);
});

test.each([
  ["Đất đai", "DAT_DAI"],
  ["QL đất đai", "DAT_DAI"],
  ["Quy hoạch", "QUY_HOACH"],
  ["Kinh tế", "KINH_TE"],
  ["Tài chính, ngân sách", "TAI_CHINH_NGAN_SACH"],
  ["TTXD", "TRAT_TU_XAY_DUNG"],
  ["Trật tự xây dựng", "TRAT_TU_XAY_DUNG"],
  ["QL TTXD", "TRAT_TU_XAY_DUNG"],
  ["Giải phóng mặt bằng", "GPMB"],
  ["GPMB", "GPMB"],
  ["Đầu tư công", "DAU_TU_CONG"],
  ["Vệ sinh môi trường", "MOI_TRUONG_DO_THI"],
  ["Nội vụ", "NOI_VU"],
  ["Văn hóa", "VAN_HOA_THE_THAO"],
  ["Y tế", "Y_TE"],
  ["An toàn thực phẩm", "Y_TE"],
  ["Giáo dục", "GIAO_DUC"],
  ["GD&ĐT", "GIAO_DUC"],
  ["Giáo dục - Đào tạo", "GIAO_DUC"],
  ["Chuyển đổi số", "CCHC_CHUYEN_DOI_SO"],
  ["Tiếp công dân", "TIEP_CONG_DAN_KNTC"],
  ["Khiếu nại tố cáo", "TIEP_CONG_DAN_KNTC"],
  ["PCCC", "QUOC_PHONG_AN_NINH"],
  ["An ninh", "QUOC_PHONG_AN_NINH"],
  ["Quản lý", null],
  ["Xây dựng", null],
  ["Tư pháp", null],
  ["Trật tự", null],
])("the sector %j is %s", (word, code) => {
  expect(codeOf(word, SECTORS)).toBe(code);
});

test.each([
  ["UBND TP", "UBND_TP"],
  ["UBND TP Hà Nội", "UBND_TP"],
  ["UBND Thành phố", "UBND_TP"],
  ["Ủy ban nhân dân thành phố", "UBND_TP"],
  ["UBND thành phố Hà Nội", "UBND_TP"],
  ["HĐND TP", "HDND_TP"],
  ["HĐND Thành phố", "HDND_TP"],
  ["Thành ủy", "THANH_UY"],
  ["BTV Thành ủy", "BTV_THANH_UY"],
  ["Ban Thường vụ Thành ủy", "BTV_THANH_UY"],
  ["Sở Nội vụ", "SO_NOI_VU"],
  ["Sở NV", "SO_NOI_VU"],
  ["Sở KHCN", "SO_KHCN"],
  ["Sở KH&CN", "SO_KHCN"],
  ["Sở NN&MT", "SO_NN_MT"],
  ["Sở Nông nghiệp và Môi trường", "SO_NN_MT"],
  ["Sở QHKT", "SO_QHKT"],
  ["Sở QH-KT", "SO_QHKT"],
  ["Đảng ủy xã", "DANG_UY_XA"],
  ["HĐND xã", "HDND_XA"],
  ["UBND xã", "UBND_XA"],
  ["UBND xã Bát Tràng", "UBND_XA"],
  ["Chủ tịch xã", "CHU_TICH_UBND_XA"],
  ["CT UBND xã", "CHU_TICH_UBND_XA"],
  ["Thủ tướng", "THU_TUONG_CP"],
  ["TTg", null],
  ["Thủ tướng CP", "THU_TUONG_CP"],
  ["Bộ Tư lệnh Thủ đô", "BO_TU_LENH_THU_DO"],
  ["BCH Trung ương Đảng", "BCH_TW_DANG"],
  ["BCH TW Đảng", "BCH_TW_DANG"],
  ["Bộ Nội vụ", null],
  ["Sở Tài chính", null],
  ["Sở Ngoại vụ", null],
  ["Sở", null],
  ["UBND", "UBND_XA"],
  ["PCT UBND xã", null],
  ["Phó Chủ tịch UBND xã", null],
  ["Chủ tịch UBND Thành phố", null],
  ["UBND huyện Gia Lâm", null],
  ["Văn phòng UBND Thành phố", null],
])("the issuing body %j is %s", (word, code) => {
  expect(codeOf(word, BODIES)).toBe(code);
});

it("remembers what someone said, before it guesses, and only of entries that there are", () => {
  const aliases = new Map([
    [aliasOf("Phòng KT - HT"), "PHONG_KT"],
    [aliasOf("VP"), "PHONG_VHXH"],
    [aliasOf("Phòng cũ"), "GONE"],
    [aliasOf("PHONG_KT"), "PHONG_VHXH"],
  ]);
  const remembered = (word: string) => understand(word, DEPARTMENTS, aliases);
  expect(remembered("PHÒNG KT-HT")).toEqual({ code: "PHONG_KT", how: "remembered" });
  expect(remembered("vp")).toEqual({ code: "PHONG_VHXH", how: "remembered" });
  expect(remembered("phòng cũ")).not.toHaveProperty("code");
  // A name is what it says, whatever was said of it.
  expect(remembered("PHONG_KT")).toEqual({ code: "PHONG_KT", how: "exact" });
});

it("does not choose between two entries of the same name", () => {
  const twice = [
    { code: "A", name: "Tổ một", short: "Tổ" },
    { code: "B", name: "Tổ hai", short: "Tổ" },
  ];
  expect(understand("Tổ", twice, NONE)).toMatchObject({ nearest: ["A", "B"] });
  expect(understand("tổ hai", twice, NONE)).toEqual({ code: "B", how: "exact" });
});

describe("several in one cell", () => {
  const codes = (text: string) =>
    understandSeveral(text, DEPARTMENTS, NONE).map(({ word, meant }) =>
      "code" in meant ? meant.code : `?${word}`,
    );

  test.each([
    ["P.KT; VP, CA xã", ["PHONG_KT", "VP_HDND_UBND", "CONG_AN"]],
    ["Phòng Kinh tế\nCông an xã", ["PHONG_KT", "CONG_AN"]],
    ["- Phòng Kinh tế;\n- Công an xã;", ["PHONG_KT", "CONG_AN"]],
    ["Phòng Kinh tế và Công an xã", ["PHONG_KT", "CONG_AN"]],
    ["Văn phòng HĐND và UBND", ["VP_HDND_UBND"]],
    ["Văn phòng HĐND và UBND, Phòng Kinh tế", ["VP_HDND_UBND", "PHONG_KT"]],
    ["Phòng Văn hóa - Xã hội và Văn phòng HĐND và UBND", ["PHONG_VHXH", "VP_HDND_UBND"]],
    ["Ban Quản lý dự án đầu tư - hạ tầng, CA xã", ["BAN_QLDA", "CONG_AN"]],
    ["PHONG_KT,TRAM_YT", ["PHONG_KT", "TRAM_YT"]],
    ["P.KT + VP / CA xã", ["PHONG_KT", "VP_HDND_UBND", "CONG_AN"]],
    ["P.KT, Hội Phụ nữ, CA xã", ["PHONG_KT", "?Hội Phụ nữ", "CONG_AN"]],
    ["Phòng Kinh tế", ["PHONG_KT"]],
    ["", []],
    ["-", []],
  ])("%j", (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it("finds any list of exact names again, however it is parted", () => {
    const lists = fc.array(fc.constantFrom(...DEPARTMENTS), { minLength: 1, maxLength: 5 });
    const marks = fc.constantFrom(", ", "; ", "\n", " và ", " + ");
    fc.assert(
      fc.property(lists, marks, (entries, mark) => {
        expect(codes(entries.map(({ name }) => name).join(mark))).toEqual(
          entries.map(({ code }) => code),
        );
      }),
      { numRuns: 50 },
    );
  });
});

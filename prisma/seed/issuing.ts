import { type CivilDate, civilDate, daysBetween } from "#lib/core/dates.ts";
import type { Level } from "#lib/tasks/schema.ts";
import { COMMUNE_BEGINS, type DirectiveDraft } from "./knownDirectives.ts";
import { leaderOf } from "./people.ts";
import { type Random, randomOf } from "./random.ts";
import type { Sketch } from "./sketch.ts";

/** A body that writes to the commune, or the commune itself. */
type Issuer = {
  /** Papers numbered a day. */
  pace: number;
  signer: string | null;
  /** What follows the number. */
  symbol: string;
};

const ISSUERS: Readonly<Record<string, Issuer>> = {
  UBND_TP: { pace: 14.9, signer: "Phó Chủ tịch UBND Thành phố", symbol: "/UBND" },
  SO_NN_MT: { pace: 24, signer: "Phó Giám đốc Sở", symbol: "/SNNMT-VP" },
  SO_QHKT: { pace: 14, signer: "Phó Giám đốc Sở", symbol: "/QHKT-KHTH" },
  SO_NOI_VU: { pace: 18, signer: "Giám đốc Sở", symbol: "/SNV-TCBC" },
  SO_KHCN: { pace: 9, signer: "Phó Giám đốc Sở", symbol: "/SKHCN-CĐS" },
  BO_TU_LENH_THU_DO: { pace: 8, signer: "Phó Tham mưu trưởng", symbol: "/BTL-TM" },
  THANH_UY: { pace: 0.9, signer: "Phó Bí thư Thành ủy", symbol: "-CV/TU" },
  DANG_UY_XA: { pace: 1.1, signer: "Bí thư Đảng ủy xã", symbol: "-CV/ĐU" },
  HDND_XA: { pace: 0.4, signer: "Phó Chủ tịch HĐND xã", symbol: "/HĐND-VP" },
  THUE_CS12: { pace: 7, signer: "Phó Trưởng Thuế cơ sở", symbol: "/TCS12-QLT" },
  THONG_KE_CS12: { pace: 2, signer: "Trưởng Thống kê cơ sở", symbol: "/TKCS12" },
  CN_VPDKDD: { pace: 6, signer: "Giám đốc Chi nhánh", symbol: "/CNVPĐK-ĐKCG" },
  CN6_PVHCC: { pace: 2, signer: "Giám đốc Chi nhánh", symbol: "/CN6-PVHCC" },
  BCH_PTKV4: { pace: 2.2, signer: "Chỉ huy trưởng", symbol: "/BCH-TM" },
  CO_QUAN_THANH_TRA: { pace: 1.3, signer: "Trưởng đoàn thanh tra", symbol: "/KL-TTr" },
  CONG_DAN: { pace: 0.6, signer: null, symbol: "/ĐT" },
  UBND_XA: { pace: 0.9, signer: "Chủ tịch UBND xã", symbol: "/TB-UBND" },
  CHU_TICH_UBND_XA: { pace: 0.9, signer: "Chủ tịch UBND xã", symbol: "/TB-UBND" },
  PCT_UBND_XA_KT: {
    pace: 0.9,
    signer: "Phó Chủ tịch UBND xã phụ trách Kinh tế",
    symbol: "/TB-UBND",
  },
  PCT_UBND_XA_VHXH: {
    pace: 0.9,
    signer: "Phó Chủ tịch UBND xã phụ trách Văn hóa - Xã hội",
    symbol: "/TB-UBND",
  },
};

function issuerOf(body: string): Issuer {
  const issuer = ISSUERS[body];
  if (!issuer) throw new Error(`${body} issues nothing`);
  return issuer;
}

/** Which of the City People's Committee's desks a sector is handled by. */
const CITY_DESKS: Readonly<Record<string, string>> = {
  KINH_TE: "KT",
  TAI_CHINH_NGAN_SACH: "KT",
  QUY_HOACH: "ĐT",
  DAT_DAI: "NNMT",
  TRAT_TU_XAY_DUNG: "ĐT",
  GPMB: "NNMT",
  DAU_TU_CONG: "ĐT",
  MOI_TRUONG_DO_THI: "NNMT",
  NOI_VU: "NC",
  VAN_HOA_THE_THAO: "KGVX",
  AN_SINH_XA_HOI: "KGVX",
  Y_TE: "KGVX",
  GIAO_DUC: "KGVX",
  CCHC_CHUYEN_DOI_SO: "KSTTHC",
  QUOC_PHONG_AN_NINH: "NC",
};

const CITY_BODIES: Readonly<Record<string, readonly string[]>> = {
  DAT_DAI: ["SO_NN_MT"],
  MOI_TRUONG_DO_THI: ["SO_NN_MT"],
  KINH_TE: ["SO_NN_MT"],
  QUY_HOACH: ["SO_QHKT"],
  TRAT_TU_XAY_DUNG: ["SO_QHKT"],
  NOI_VU: ["SO_NOI_VU"],
  AN_SINH_XA_HOI: ["SO_NOI_VU"],
  CCHC_CHUYEN_DOI_SO: ["SO_KHCN"],
  QUOC_PHONG_AN_NINH: ["BO_TU_LENH_THU_DO"],
  CHI_DAO_DIEU_HANH: ["THANH_UY"],
};

const OTHER_BODIES: Readonly<Record<string, string>> = {
  KINH_TE: "THONG_KE_CS12",
  TAI_CHINH_NGAN_SACH: "THUE_CS12",
  DAT_DAI: "CN_VPDKDD",
  GPMB: "CN_VPDKDD",
  QUOC_PHONG_AN_NINH: "BCH_PTKV4",
  CCHC_CHUYEN_DOI_SO: "CN6_PVHCC",
};

/** Which body gives a task; one from the centre or elsewhere comes through the Party if need be. */
export function bodyOf(sketch: Sketch, level: Level, random: Random): string {
  const { field, sector, key } = sketch;
  if (level === "OTHER" && field === "DON_THU_KNTC") return "CONG_DAN";
  if (level === "OTHER" && field === "KL_THANH_TRA") return "CO_QUAN_THANH_TRA";
  switch (level) {
    case "CITY":
      return random.chance(0.5) ? random.pick(CITY_BODIES[sector] ?? ["UBND_TP"]) : "UBND_TP";
    case "OTHER":
      return OTHER_BODIES[sector] ?? "DANG_UY_XA";
    case "COMMUNE":
      if (field === "QLVB_DIEU_HANH") return "HDND_XA";
      return noticeBodyOf(sketch.department, key.startsWith("may/") ? 0.9 : random.next());
    default:
      return "DANG_UY_XA";
  }
}

const BODY_OF_LEADER: Readonly<Record<string, string>> = {
  chutich: "CHU_TICH_UBND_XA",
  "pct.kinhte": "PCT_UBND_XA_KT",
  "pct.vanhoa": "PCT_UBND_XA_VHXH",
};

/** Who concluded what a department is to do: the leader in charge, the chairman, or all of them. */
function noticeBodyOf(department: string, chance: number): string {
  if (chance < 0.22) return "UBND_XA";
  if (chance < 0.36) return "CHU_TICH_UBND_XA";
  return BODY_OF_LEADER[leaderOf(department)] ?? "UBND_XA";
}

/** The position that signs for a body. */
export function signerOf(body: string): string | null {
  return issuerOf(body).signer;
}

/** Bodies that began to number with the commune. */
const OWN = /_XA$|_XA_|CONG_DAN/;

function firstDayOfNumbers(body: string, year: string): CivilDate {
  return year === "2025" && OWN.test(body) ? COMMUNE_BEGINS : civilDate(`${year}-01-01`);
}

/**
 * Numbers made-up directives in the order of their dates, each series by the year; the
 * commune's notices make one series whoever signs them.
 * @param taken numbers that are real
 */
export function numbered(drafts: readonly DirectiveDraft[], taken: ReadonlySet<string>): void {
  const last = new Map<string, number>();
  const dated = drafts.flatMap((draft) => (draft.issuedOn ? [{ draft, on: draft.issuedOn }] : []));
  for (const { draft, on } of dated.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const { pace, symbol } = issuerOf(draft.body);
    const year = on.slice(0, 4);
    const series = `${symbol}/${year}`;
    const random = randomOf(`${series}/${last.get(series) ?? 0}`);
    const days = daysBetween(firstDayOfNumbers(draft.body, year), on);
    const expected = Math.max(1, Math.round(pace * (days + random.next())));
    let number = Math.max(expected, (last.get(series) ?? 0) + 1);
    const text = () => {
      const suffix = draft.body === "UBND_TP" ? `-${CITY_DESKS[draft.sector] ?? "TH"}` : "";
      const plan = draft.type === "PLAN" ? "/KH-UBND" : `${symbol}${suffix}`;
      const letter = draft.body === "CO_QUAN_THANH_TRA" && draft.type === "OFFICIAL_LETTER";
      return `${number}${letter ? "/TTr-VP" : plan}`;
    };
    while (taken.has(text())) number += 1;
    last.set(series, number);
    draft.number = text();
  }
}

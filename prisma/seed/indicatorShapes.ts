// How the figures of one month hang together, by which those of other months are made up.

/** What is a percentage of what. */
export const RATIOS: Readonly<Record<string, readonly [numerator: string, denominator: string]>> = {
  TY_LE_NV_TP_HOAN_THANH: ["NV_TP_HOAN_THANH", "NV_TP_GIAO"],
  TY_LE_HS_DAT_DAI_GIAI_QUYET: ["HS_DAT_DAI_GIAI_QUYET", "HS_DAT_DAI_TIEP_NHAN"],
  TY_LE_HS_NCC_BTXH: ["HS_NCC_BTXH_TIEP_NHAN", "HS_NCC_BTXH_TIEP_NHAN"],
  TY_LE_DON_GIAI_QUYET: ["DON_GIAI_QUYET_XONG", "DON_TRONG_KY"],
  TY_LE_HS_TRUC_TUYEN: ["HS_TTHC_TRUC_TUYEN", "HS_TTHC_MOI"],
  TY_LE_HS_TTHC_GIAI_QUYET: ["HS_TTHC_GIAI_QUYET", "HS_TTHC_TONG"],
  TY_LE_IHANOI_GIAI_QUYET: ["IHANOI_GIAI_QUYET", "IHANOI_TIEP_NHAN"],
};

/** Percentages that the report gives without their parts, and what they are percentages of. */
export const SHARES_OF: Readonly<Record<string, string>> = {
  TY_LE_GPXD_DUNG_HAN: "HS_GPXD",
  TY_LE_CONG_TRINH_LAP_HS: "THONG_BAO_KHOI_CONG",
  TY_LE_THANH_TOAN_TT: "HS_TTHC_TRUC_TUYEN",
};

/** What adds up from what (a minus sign before what is taken away). */
export const SUMS: Readonly<Record<string, readonly string[]>> = {
  VB_BAN_HANH: ["VB_KY_CHU_TICH", "VB_KY_PCT_VHXH", "VB_KY_PCT_KT"],
  HS_DAT_DAI_DANG_XU_LY: ["HS_DAT_DAI_TIEP_NHAN", "-HS_DAT_DAI_GIAI_QUYET"],
  HS_VPDKDD_DANG_RA_SOAT: ["HS_VPDKDD_PHOI_HOP", "-HS_VPDKDD_CO_KET_QUA"],
  DON_HUONG_DAN_CHUYEN: ["DON_TRONG_KY", "-DON_THU_LY"],
  HS_TTHC_MOI: ["HS_TTHC_TRUC_TUYEN", "HS_TTHC_TRUC_TIEP"],
  HS_TTHC_TONG: ["HS_TTHC_MOI", "HS_TTHC_CHUYEN_KY"],
  HS_TTHC_GIAI_QUYET: ["HS_TTHC_TONG", "-HS_TTHC_DANG_XU_LY"],
  IHANOI_GIAI_QUYET: ["IHANOI_TIEP_NHAN", "-IHANOI_DANG_XU_LY"],
};

/** What is a part of, or goes in step with, another one. */
export const IN_STEP: Readonly<Record<string, string>> = {
  GIET_MO_VI_PHAM: "GIET_MO_KIEM_TRA",
  TIEN_PHAT_THU_Y: "GIET_MO_VI_PHAM",
  HS_DAT_DAI_GIAI_QUYET: "HS_DAT_DAI_TIEP_NHAN",
  HS_VPDKDD_CO_KET_QUA: "HS_VPDKDD_PHOI_HOP",
  DON_XAC_NHAN_DA_TRA: "DON_XAC_NHAN_TIEP_NHAN",
  GPXD_THU_THUE: "HS_GPXD",
  THU_THUE_XD_NHA_O: "GPXD_THU_THUE",
  DT_THONG_BAO_THU_HOI: "THUA_DAT_THU_HOI",
  NCC_SO_TIEN: "NCC_NGUOI_HUONG",
  TC_NQ02_SO_TIEN: "TC_NQ02_NGUOI_HUONG",
  BTXH_SO_TIEN: "BTXH_NGUOI_HUONG",
  MAI_TANG_SO_TIEN: "MAI_TANG_SO_NGUOI",
  TRE_KT_NHE_SO_TIEN: "TRE_KT_NHE_SO_NGUOI",
  LUOT_KCB_BHYT: "LUOT_KCB",
  LUOT_CHUYEN_VIEN: "LUOT_KCB",
  TRE_BEO_PHI: "HS_KHAM_DINH_DUONG",
  TRE_SUY_DINH_DUONG: "HS_KHAM_DINH_DUONG",
  TRE_BENH_RANG_MIENG: "HS_KHAM_DINH_DUONG",
  TRE_BENH_HO_HAP: "HS_KHAM_DINH_DUONG",
  CONG_DAN_DUOC_TIEP: "LUOT_TIEP_CONG_DAN",
  DON_THU_LY: "DON_TRONG_KY",
  DON_GIAI_QUYET_XONG: "DON_TRONG_KY",
  XPHC_MOI_TRUONG_TIEN: "XPHC_MOI_TRUONG_SO_VU",
  XPHC_TRAT_TU_TIEN: "XPHC_TRAT_TU_SO_VU",
};
/** Fixed amounts a head or a case: they go in step exactly. */
export const EXACT: readonly string[] = [
  ...["NCC_SO_TIEN", "TC_NQ02_SO_TIEN", "BTXH_SO_TIEN", "MAI_TANG_SO_TIEN", "TRE_KT_NHE_SO_TIEN"],
  "TIEN_PHAT_THU_Y",
];

/** What happens only in some months of the year. */
export const SEASONS: Readonly<Record<string, readonly number[]>> = {
  TY_LE_DK_NVQS: [4],
  TY_LE_DK_DU_BI: [4],
  TY_LE_DK_DQTV: [4],
  HS_TUYEN_SINH_QS: [3, 4],
  HS_KHAM_DINH_DUONG: [1, 3, 4, 5, 9, 10, 11, 12],
  TAP_HUAN_HANOIWORK: [4, 9, 11],
};

/** Stocks: how much they grow a month, and where they end. */
export const STOCKS: Readonly<Record<string, { growth: number; most: number }>> = {
  NCC_NGUOI_HUONG: { growth: -0.6, most: 420 },
  TC_NQ02_NGUOI_HUONG: { growth: 1.5, most: 400 },
  BTXH_NGUOI_HUONG: { growth: 6, most: 1700 },
  TRE_KT_NHE_SO_NGUOI: { growth: 0.1, most: 9 },
  HS_SUC_KHOE_LAM_SACH: { growth: 1650, most: 52_900 },
  HO_GIA_DINH_TAO_LAP: { growth: 240, most: 12_858 },
  TTHC_THAM_QUYEN: { growth: 1.4, most: 436 },
  TTHC_LIEN_THONG: { growth: 0.2, most: 15 },
  TTHC_TOAN_TRINH: { growth: 4, most: 262 },
  TTHC_PHI_DIA_GIOI: { growth: 1.8, most: 430 },
};

/** Share of the year's investment plan disbursed by the end of each month, in percent. */
export const DISBURSED = [1.4, 3.1, 7.2, 12.01, 14.6, 17.9, 24.3, 31.2, 40.5, 51.8, 65.1, 91.7];
/** Billions of đồng; what 51,326 being 12,01 % comes to. */
export const INVESTMENT_PLAN = 427.4;

/** Less is done around Tết, more towards the year's end. */
export const ACTIVITY = [0.95, 0.72, 1.02, 1, 1.04, 1.01, 0.96, 0.98, 1.05, 1.08, 1.06, 1.12];

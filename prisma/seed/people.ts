import { DEMO_ACCOUNTS } from "./accounts.ts";
import type { Random } from "./random.ts";

/** The login that keeps the register. */
export const OFFICE_LOGIN = "vanphong";
export const CHAIRMAN_LOGIN = "chutich";

const heads = new Map(
  DEMO_ACCOUNTS.flatMap(({ login, role, departmentCode }) =>
    role === "DEPARTMENT_HEAD" && departmentCode !== null ? [[departmentCode, login]] : [],
  ),
);

const viceChairmen = new Map(
  DEMO_ACCOUNTS.flatMap(({ login, portfolio }) =>
    (portfolio?.departmentCodes ?? []).map((code): [string, string] => [code, login]),
  ),
);

/** The officers of a department by the areas of work that they know; the first knows the rest. */
const officers: Record<string, readonly { login: string; sectors: readonly string[] }[]> = {
  PHONG_KT: [
    { login: "cv.datdai", sectors: ["DAT_DAI", "QUY_HOACH", "TIEP_CONG_DAN_KNTC"] },
    { login: "cv.xaydung", sectors: ["TRAT_TU_XAY_DUNG", "DAU_TU_CONG", "GPMB"] },
    { login: "cv.taichinh", sectors: ["TAI_CHINH_NGAN_SACH", "KINH_TE"] },
    { login: "cv.moitruong", sectors: ["MOI_TRUONG_DO_THI", "Y_TE", "KINH_TE"] },
  ],
  PHONG_VHXH: [
    { login: "cv.noivu", sectors: ["NOI_VU", "CCHC_CHUYEN_DOI_SO"] },
    { login: "cv.vanhoa", sectors: ["VAN_HOA_THE_THAO", "KINH_TE", "MOI_TRUONG_DO_THI"] },
    { login: "cv.xahoi", sectors: ["AN_SINH_XA_HOI", "Y_TE"] },
    { login: "cv.giaoduc", sectors: ["GIAO_DUC"] },
  ],
  VP_HDND_UBND: [
    { login: "cv.tonghop", sectors: ["CHI_DAO_DIEU_HANH", "CCHC_CHUYEN_DOI_SO"] },
    { login: "cv.tiepdan", sectors: ["TIEP_CONG_DAN_KNTC"] },
  ],
  BAN_QLDA: [
    { login: "cv.duan", sectors: ["DAU_TU_CONG", "KINH_TE", "QUY_HOACH"] },
    { login: "cv.gpmb", sectors: ["GPMB"] },
  ],
  TRAM_YT: [{ login: "cv.yte", sectors: [] }],
  CONG_AN: [{ login: "cb.congan", sectors: [] }],
  BCH_QS: [{ login: "cb.quansu", sectors: [] }],
  DIEM_PVHCC: [{ login: "cv.motcua", sectors: [] }],
};

/** The head of a department. */
export function headOf(department: string): string {
  const login = heads.get(department);
  if (!login) throw new Error(`${department} has no head`);
  return login;
}

/** The leader in charge: the vice-chairman with the department in the portfolio, or the chairman. */
export function leaderOf(department: string): string {
  return viceChairmen.get(department) ?? CHAIRMAN_LOGIN;
}

/** Who in a department does such work; null where the head does it alone. */
export function officerOf(department: string, sector: string, random: Random): string | null {
  const all = officers[department] ?? [];
  const knowing = all.filter(({ sectors }) => sectors.includes(sector));
  if (knowing.length > 0) return random.pick(knowing).login;
  return all[0]?.login ?? null;
}

import type { Role } from "#lib/users/schema.ts";

/** The published password of every demonstration account. */
export const DEMO_PASSWORD = "battrang-2026";

export type DemoAccount = {
  login: string;
  /** A position, never a person's name. */
  displayName: string;
  role: Role;
  departmentCode: string | null;
  portfolio: { name: string; departmentCodes: readonly string[] } | null;
  mustChangePassword: boolean;
};

function account(
  login: string,
  displayName: string,
  role: Role,
  departmentCode: string | null = null,
  rest: Partial<Pick<DemoAccount, "portfolio" | "mustChangePassword">> = {},
): DemoAccount {
  return {
    login,
    displayName,
    role,
    departmentCode,
    portfolio: null,
    mustChangePassword: false,
    ...rest,
  };
}

/** The accounts of the demonstration register, those that show the most first in each role. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  account("chutich", "Chủ tịch UBND xã", "CHAIRMAN"),
  account("pct.kinhte", "Phó Chủ tịch UBND xã phụ trách Kinh tế", "VICE_CHAIRMAN", null, {
    portfolio: { name: "Kinh tế", departmentCodes: ["PHONG_KT", "BAN_QLDA", "TT_DVTH"] },
  }),
  account("pct.vanhoa", "Phó Chủ tịch UBND xã phụ trách Văn hóa - Xã hội", "VICE_CHAIRMAN", null, {
    portfolio: {
      name: "Văn hóa - Xã hội",
      departmentCodes: ["PHONG_VHXH", "TRAM_YT", "DIEM_PVHCC", "BCD_TDDK"],
    },
  }),
  account("vanphong", "Chánh Văn phòng HĐND và UBND", "OFFICE", "VP_HDND_UBND"),
  account("tp.kinhte", "Trưởng phòng Kinh tế", "DEPARTMENT_HEAD", "PHONG_KT"),
  account("tp.vhxh", "Trưởng phòng Văn hóa - Xã hội", "DEPARTMENT_HEAD", "PHONG_VHXH"),
  account("gd.qlda", "Giám đốc Ban QLDA đầu tư - hạ tầng", "DEPARTMENT_HEAD", "BAN_QLDA"),
  account("pvp.hanhchinh", "Phó Chánh Văn phòng", "DEPARTMENT_HEAD", "VP_HDND_UBND"),
  account("gd.ttdvth", "Giám đốc Trung tâm Dịch vụ tổng hợp", "DEPARTMENT_HEAD", "TT_DVTH"),
  account("tt.tramyt", "Trưởng Trạm Y tế", "DEPARTMENT_HEAD", "TRAM_YT"),
  account("ch.quansu", "Chỉ huy trưởng Ban Chỉ huy Quân sự", "DEPARTMENT_HEAD", "BCH_QS"),
  account("ta.congan", "Trưởng Công an xã", "DEPARTMENT_HEAD", "CONG_AN"),
  account("pt.pvhcc", "Phụ trách Điểm phục vụ hành chính công", "DEPARTMENT_HEAD", "DIEM_PVHCC"),
  account("ct.mttq", "Chủ tịch Ủy ban MTTQ Việt Nam xã", "DEPARTMENT_HEAD", "UBMTTQ_XA"),
  account("tt.tddk", "Thường trực Ban Chỉ đạo TDĐK", "DEPARTMENT_HEAD", "BCD_TDDK"),
  account("cv.datdai", "Chuyên viên đất đai, quy hoạch", "OFFICER", "PHONG_KT"),
  account("cv.xaydung", "Chuyên viên xây dựng", "OFFICER", "PHONG_KT"),
  account("cv.taichinh", "Chuyên viên tài chính, thương mại", "OFFICER", "PHONG_KT"),
  account("cv.moitruong", "Chuyên viên nông nghiệp, môi trường", "OFFICER", "PHONG_KT"),
  account("cv.noivu", "Chuyên viên nội vụ, cải cách hành chính", "OFFICER", "PHONG_VHXH"),
  account("cv.vanhoa", "Chuyên viên văn hóa, du lịch", "OFFICER", "PHONG_VHXH"),
  account("cv.xahoi", "Chuyên viên người có công, xã hội", "OFFICER", "PHONG_VHXH"),
  account("cv.giaoduc", "Chuyên viên giáo dục", "OFFICER", "PHONG_VHXH"),
  account("cv.tonghop", "Chuyên viên tổng hợp", "OFFICER", "VP_HDND_UBND"),
  account("cv.tiepdan", "Chuyên viên tiếp công dân", "OFFICER", "VP_HDND_UBND"),
  account("cv.duan", "Cán bộ quản lý dự án", "OFFICER", "BAN_QLDA"),
  account("cv.gpmb", "Cán bộ giải phóng mặt bằng", "OFFICER", "BAN_QLDA"),
  account("cv.yte", "Cán bộ y tế dự phòng", "OFFICER", "TRAM_YT"),
  account("cb.congan", "Cán bộ Công an xã", "OFFICER", "CONG_AN"),
  account("cb.quansu", "Cán bộ Ban Chỉ huy Quân sự", "OFFICER", "BCH_QS"),
  account("cv.motcua", "Công chức một cửa", "OFFICER", "DIEM_PVHCC"),
  account("cv.moi", "Chuyên viên mới nhận việc", "OFFICER", "PHONG_VHXH", {
    mustChangePassword: true,
  }),
  account("giamsat", "Thường trực Đảng ủy (theo dõi)", "OBSERVER"),
  account("quantri", "Quản trị hệ thống", "ADMIN"),
];

/** The account that a register without demonstration data begins with. */
export const FIRST_ADMIN = account("admin", "Quản trị hệ thống", "ADMIN", null, {
  mustChangePassword: true,
});

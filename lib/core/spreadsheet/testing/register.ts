/*
 * A register of tasks as communes keep them, for several programs to write: a title block, a
 * heading of two lines, sub-headings, hidden rows, dates in two formats, a percentage, a total.
 */

/** A cell to be written; a day with the format that it is shown in, by its place in `DAY_FORMATS`. */
export type MadeCell =
  | string
  | number
  | { day: string; format: 0 | 1 }
  | { percent: number }
  | { formula: string; result: number }
  | null;

export type MadeSheet = {
  name: string;
  hidden?: boolean;
  /** From line 1 on. */
  rows: readonly (readonly MadeCell[])[];
  merges: readonly string[];
  hiddenLines: readonly number[];
  hiddenColumns: readonly number[];
};

export const DAY_FORMATS = ["[$-42A]dd/mm/yyyy", '"ngày" dd "tháng" mm'] as const;

const due = (day: string) => ({ day, format: 0 }) as const;
const issued = (day: string) => ({ day, format: 1 }) as const;

export const REGISTER: MadeSheet = {
  name: "Theo dõi nhiệm vụ",
  rows: [
    ["ỦY BAN NHÂN DÂN XÃ"],
    ["BẢNG THEO DÕI NHIỆM VỤ NĂM 2026"],
    [],
    [],
    [
      "STT",
      "Nội dung nhiệm vụ",
      "Văn bản giao",
      null,
      "Đơn vị chủ trì",
      "Thời hạn",
      "Tiến độ",
      "Ghi chú",
    ],
    [null, null, "Số, ký hiệu", "Ngày văn bản"],
    ["I. Phòng Kinh tế"],
    [
      1,
      "Rà soát hồ sơ đất đai",
      "120/UBND-KT",
      issued("2026-03-02"),
      "Phòng Kinh tế",
      due("2026-05-15"),
      { percent: 85 },
    ],
    [
      2,
      "Kiểm tra trật tự xây dựng\nkhu vực ven sông",
      "57/TB-UBND",
      issued("2026-03-20"),
      "P. KT",
      "trước ngày 15/5",
      { percent: 7 },
      "Đang chờ số liệu",
    ],
    ["II. Phòng Văn hóa - Xã hội"],
    [
      3,
      "Tổ chức lễ hội làng nghề",
      "88/KH-UBND",
      issued("2026-02-28"),
      "Phòng VHXH",
      due("2026-04-30"),
      { percent: 100 },
    ],
    [4, "Nhiệm vụ đã ẩn", null, null, "Phòng VHXH", due("2024-02-29"), { percent: 0 }],
    ["Tổng cộng", { formula: "COUNT(A8:A12)", result: 4 }],
  ],
  merges: ["A1:H1", "A2:H2", "A5:A6", "B5:B6", "C5:D5", "E5:E6", "F5:F6", "A7:H7", "A10:H10"],
  hiddenLines: [12],
  hiddenColumns: [7],
};

export const NOTES_SHEET: MadeSheet = {
  name: "Danh mục",
  hidden: true,
  rows: [["Đơn vị"], ["Phòng Kinh tế"]],
  merges: [],
  hiddenLines: [],
  hiddenColumns: [],
};

import {
  DEPARTMENT,
  DIRECTIVE_NUMBER,
  EXTERNAL_ID,
  ISSUED_ON,
  ISSUING_BODY,
  list,
  NOTE,
  SECTOR,
  type Spellings,
} from "./heading-parts.ts";
import type {
  DirectiveEntry,
  Entry,
  ImportKind,
  IndicatorValueEntry,
  UserEntry,
} from "./schema.ts";
import { TASKS } from "./task-headings.ts";

/*
 * How registers head their columns. Accents, case, punctuation and the abbreviations of
 * heading-parts do not matter; the order of `names` does: of two columns the one named earlier in it
 * wins. A code of ours ("dueOn", "due_on") need not be listed: every entry is also known by it.
 */

const DIRECTIVES: Record<DirectiveEntry, Spellings> = {
  externalId: { names: EXTERNAL_ID },
  number: {
    names: DIRECTIVE_NUMBER,
    perhaps: list("Số | Văn bản"),
    unless: list("đến | trích yếu | thứ tự | loại | người | cơ quan"),
  },
  issuedOn: {
    names: ISSUED_ON,
    perhaps: list("Ngày tháng | Ngày | Ngày văn bản đến"),
    unless: list("nhận | hạn | số"),
  },
  issuingBody: {
    names: ISSUING_BODY,
    perhaps: list("Cơ quan | Đơn vị"),
    unless: list("soạn thảo | nhận | thực hiện | chủ trì | phối hợp | xử lý"),
  },
  type: {
    names: list(`
      Loại văn bản | Loại VB | Hình thức văn bản | Thể loại | Tên loại | Loại | type
      document type
    `),
    unless: list("trích yếu"),
  },
  abstract: {
    names: list(`
      Trích yếu | Trích yếu nội dung | Trích yếu nội dung văn bản
      Tên loại và trích yếu nội dung văn bản | Tên loại và trích yếu nội dung
      Trích yếu văn bản | Về việc | Tên văn bản | Nội dung văn bản | Nội dung chỉ đạo | Nội dung
      abstract | subject | subject vi | title
    `),
    unless: list("số | ngày"),
  },
  sector: SECTOR,
  signerPosition: {
    names: list(`
      Chức vụ người ký | Chức danh người ký | Người ký | Người ký văn bản | Chức vụ ký
      signer position | signed by | signer
    `),
    unless: list("ngày"),
  },
  receivedOn: {
    names: list(`
      Ngày đến | Ngày nhận | Ngày nhận văn bản | Ngày tiếp nhận | Ngày vào sổ | Thời gian nhận
      received on | received date
    `),
    unless: list("người"),
  },
  urgency: {
    names: list("Độ khẩn | Mức độ khẩn | Mức khẩn | Khẩn | urgency"),
    perhaps: list("Mức độ"),
  },
};

const INDICATOR_VALUES: Record<IndicatorValueEntry, Spellings> = {
  code: { names: list("Mã chỉ số | Mã chỉ tiêu | Mã số | Mã | indicator code | code") },
  name: {
    names: list(`
      Tên chỉ số | Tên chỉ tiêu | Chỉ số | Chỉ tiêu | Nội dung chỉ tiêu | Nội dung | indicator
      indicator name | name vi
    `),
    perhaps: list("Tên"),
    unless: list("mã | giá trị | năm | kế hoạch | giao | tháng | quý"),
  },
  month: {
    names: list("Tháng | Kỳ báo cáo | Tháng báo cáo | Kỳ | Kỳ số liệu | month | period"),
    unless: list("giá trị | thực hiện | số | kết quả"),
  },
  value: {
    names: list(`
      Giá trị | Thực hiện trong tháng | Thực hiện tháng | Kết quả tháng | Số liệu tháng
      Giá trị tháng | Số liệu | Kết quả trong tháng | Trong tháng | Kết quả thực hiện
      Thực hiện | Kết quả | Số lượng | value
    `),
    perhaps: list("Tháng | Số"),
    unless: list(`
      lũy kế | kế hoạch | cùng kỳ | tháng trước | năm trước | so sánh | tỷ lệ
    `),
  },
  numerator: { names: list("Tử số | Số đạt | numerator") },
  denominator: { names: list("Mẫu số | Tổng số | denominator") },
  state: { names: list("Tình trạng báo cáo | Tình trạng | Trạng thái | state | status") },
  note: NOTE,
};

const USERS: Record<UserEntry, Spellings> = {
  login: {
    names: list(`
      Tên đăng nhập | Tài khoản | Tên tài khoản | Tài khoản đăng nhập | login | username
      user name
    `),
  },
  displayName: {
    names: list(`
      Chức danh | Chức vụ | Tên hiển thị | Vị trí công tác | Vị trí việc làm | Chức danh, vị trí
      Họ tên | Họ và tên | display name | position | full name
    `),
    perhaps: list("Tên"),
  },
  role: { names: list("Vai trò | Quyền | Nhóm quyền | Phân quyền | role") },
  department: {
    names: ["Đơn vị công tác", ...DEPARTMENT.names],
    unless: list("tính | phụ trách"),
  },
  portfolioName: {
    names: list(`
      Mảng phụ trách | Lĩnh vực phụ trách | Phân công phụ trách | portfolio | portfolio name
    `),
  },
  portfolioDepartments: {
    names: list(`
      Đơn vị phụ trách | Phòng ban phụ trách | Các đơn vị phụ trách
      Phòng, ban, đơn vị phụ trách | portfolio departments
    `),
  },
};

/** The spellings of the headings of every entry, by kind of import. */
export const HEADINGS: Record<ImportKind, Partial<Record<Entry, Spellings>>> = {
  TASKS,
  DIRECTIVES,
  INDICATOR_VALUES,
  USERS,
};

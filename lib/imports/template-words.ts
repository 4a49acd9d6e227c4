import type {
  DirectiveEntry,
  Entry,
  ImportKind,
  IndicatorValueEntry,
  TaskEntry,
  UserEntry,
} from "./schema.ts";

/*
 * What the template's explanation sheet says of each column. The template is a document of the
 * commune's: it is in Vietnamese whoever asks for it.
 */

/** When a column has to be filled in: always, for what is new, or never. */
export type Need = "always" | "new" | "never";

export type Guide = { need: Need; says: string; example: string };

export const NEED_WORDS: Record<Need, string> = {
  always: "Bắt buộc",
  new: "Cần khi thêm mới",
  never: "Không bắt buộc",
};

const guide = (need: Need, says: string, example = ""): Guide => ({ need, says, example });

const DAY = "Ghi ngày/tháng/năm.";
const FROM_LIST = "Chọn trong danh sách, hoặc ghi tên, tên tắt hay mã ở trang “Danh mục”.";
const EXTERNAL_ID =
  "Mã của dòng này ở phần mềm gửi đi. Nhập lại tệp có cùng mã thì cập nhật, không tạo thêm.";
const EXTERNAL_EXAMPLE = "HNW-2026-00123";

const TASKS: Record<TaskEntry, Guide> = {
  code: guide(
    "never",
    "Mã nhiệm vụ đã có trong hệ thống, để sửa nhiệm vụ đó. Bỏ trống khi thêm mới.",
  ),
  externalId: guide("never", EXTERNAL_ID, EXTERNAL_EXAMPLE),
  title: guide("always", "Việc phải làm.", "Rà soát hồ sơ đất đai khu vực ven sông"),
  deliverable: guide("never", "Sản phẩm phải nộp.", "Báo cáo kết quả rà soát"),
  department: guide("new", `Đơn vị chủ trì. ${FROM_LIST}`, "Phòng Kinh tế"),
  cooperating: guide(
    "never",
    "Các đơn vị phối hợp, ngăn bằng dấu chấm phẩy.",
    "Văn phòng; Công an xã",
  ),
  field: guide("never", `Lĩnh vực theo dõi. ${FROM_LIST}`),
  sector: guide("never", `Mảng công tác. ${FROM_LIST}`),
  directiveNumber: guide("never", "Số, ký hiệu văn bản giao việc.", "120/UBND-KT"),
  directiveDate: guide("never", `Ngày của văn bản giao việc. ${DAY}`, "02/03/2026"),
  issuingBody: guide("never", `Cơ quan ban hành văn bản. ${FROM_LIST}`),
  leader: guide("never", "Chức danh lãnh đạo phụ trách. Chọn trong danh sách."),
  assignee: guide(
    "never",
    "Chức danh người thực hiện, thuộc đơn vị chủ trì. Chọn trong danh sách.",
  ),
  decidingAuthority: guide("never", "Cấp có thẩm quyền quyết định.", "Chủ tịch UBND xã"),
  priority: guide("never", "Chọn trong danh sách. Bỏ trống là bình thường."),
  assignedOn: guide("new", `Ngày giao việc, có thể ở các tháng trước. ${DAY}`, "02/03/2026"),
  dueOn: guide(
    "never",
    "Ngày cuối cùng còn trong hạn. Ghi được cả khoảng: hạn là ngày cuối của khoảng đó. Bỏ trống là không có hạn.",
    "15/05/2026; tháng 6/2026; Quý II/2026",
  ),
  extendedTo: guide(
    "never",
    `Hạn mới, nếu đã được gia hạn; cột “Hạn hoàn thành” giữ hạn ban đầu. ${DAY}`,
    "30/06/2026",
  ),
  extensionRequestedOn: guide("never", `Ngày đơn vị xin gia hạn. ${DAY}`, "10/05/2026"),
  extensionDecidedOn: guide("never", `Ngày được duyệt gia hạn. ${DAY}`, "12/05/2026"),
  status: guide("never", "Chọn trong danh sách."),
  progress: guide("never", "Phần đã làm, từ 0 đến 100.", "85"),
  completedOn: guide(
    "never",
    `Ngày làm xong. Có ngày này thì nhiệm vụ đã hoàn thành. ${DAY}`,
    "28/04/2026",
  ),
  cancelledOn: guide("never", `Ngày dừng nhiệm vụ, nếu đã dừng. ${DAY}`, "20/04/2026"),
  note: guide("never", "Ghi chú, lý do."),
};

const DIRECTIVES: Record<DirectiveEntry, Guide> = {
  externalId: guide("never", EXTERNAL_ID, EXTERNAL_EXAMPLE),
  number: guide("always", "Số và ký hiệu, như trên văn bản.", "120/UBND-KT"),
  issuedOn: guide("new", `Ngày ban hành. ${DAY}`, "02/03/2026"),
  issuingBody: guide("new", `Cơ quan ban hành. ${FROM_LIST}`),
  type: guide("never", "Chọn trong danh sách. Bỏ trống thì lấy theo ký hiệu."),
  abstract: guide("always", "Trích yếu nội dung.", "Về việc rà soát hồ sơ đất đai"),
  sector: guide("never", `Mảng công tác. ${FROM_LIST}`),
  signerPosition: guide(
    "never",
    "Chức vụ người ký, không ghi tên người.",
    "Phó Chủ tịch UBND thành phố",
  ),
  receivedOn: guide("never", `Ngày đến. ${DAY}`, "04/03/2026"),
  urgency: guide("never", "Chọn trong danh sách. Bỏ trống là thường."),
};

const INDICATOR_VALUES: Record<IndicatorValueEntry, Guide> = {
  code: guide("new", "Mã chỉ số. Chọn trong danh sách; tên tương ứng ở trang “Danh mục”."),
  name: guide("never", "Tên chỉ số, thay cho mã khi không nhớ mã."),
  month: guide("new", "Ghi tháng/năm.", "04/2026"),
  value: guide(
    "always",
    "Số của tháng. Chỉ số là tỷ lệ thì ghi tử số và mẫu số, tỷ lệ được tính.",
    "1.408",
  ),
  numerator: guide("never", "Tử số, với chỉ số là tỷ lệ.", "138"),
  denominator: guide("never", "Mẫu số, với chỉ số là tỷ lệ.", "142"),
  state: guide(
    "never",
    "Chọn trong danh sách. “Không phát sinh” khác với số 0 và khác với chưa báo cáo.",
  ),
  note: guide("never", "Ghi chú."),
};

const USERS: Record<UserEntry, Guide> = {
  login: guide(
    "always",
    "Chữ thường không dấu, số, dấu gạch. Không đổi được về sau.",
    "truong-phong-kinh-te",
  ),
  displayName: guide("new", "Chức danh, không ghi tên người.", "Trưởng phòng Kinh tế"),
  role: guide("new", "Chọn trong danh sách."),
  department: guide(
    "never",
    `Cần với thủ trưởng đơn vị và công chức. ${FROM_LIST}`,
    "Phòng Kinh tế",
  ),
  portfolioName: guide("never", "Với Phó Chủ tịch: tên mảng phụ trách.", "Kinh tế - đô thị"),
  portfolioDepartments: guide(
    "never",
    "Với Phó Chủ tịch: các đơn vị phụ trách, ngăn bằng dấu chấm phẩy.",
    "Phòng Kinh tế; Ban QLDA",
  ),
};

/** What is said of each column, by kind. */
export const GUIDES: Record<ImportKind, Partial<Record<Entry, Guide>>> = {
  TASKS,
  DIRECTIVES,
  INDICATOR_VALUES,
  USERS,
};

/** Where a kind calls a column otherwise than the others do: an account is of a department, and leads nothing. */
export const OWN_NAMES: Partial<Record<ImportKind, Partial<Record<Entry, string>>>> = {
  USERS: { department: "Đơn vị" },
};

export const SHEET_NAMES = { rows: "Nhập liệu", guide: "Hướng dẫn", lists: "Danh mục" } as const;

/** What stands above the columns' explanations. */
export const GUIDE_LINES = [
  "Điền vào trang “Nhập liệu”, mỗi dòng một mục, không đổi tên các cột. Cột không dùng có thể xóa hoặc để trống.",
  "Khi tải lên, hệ thống kiểm tra và cho xem trước từng dòng; chưa ghi gì cho đến khi bấm áp dụng.",
  "Ngày ghi ngày/tháng/năm, số thập phân dùng dấu phẩy.",
] as const;

export const GUIDE_HEADINGS = ["Cột", "Có bắt buộc không", "Ghi gì", "Ví dụ"] as const;

/** What is said of a day that is none, before it is taken all the same. */
export const DAY_HINT = {
  title: "Ngày",
  text: "Ghi ngày/tháng/năm, ví dụ 15/05/2026. Giữ lại nội dung đã ghi nếu là khoảng thời gian như “Quý II/2026”.",
} as const;

export const LIST_HINT = {
  title: "Không có trong danh sách",
  text: "Chọn một mục trong danh sách. Giữ lại nội dung đã ghi nếu là tên tắt hoặc mã.",
} as const;

/*
 * What the spellings of headings are made of: what is left out of a heading, and the columns that
 * several kinds of registers have.
 */

export type Spellings = {
  /** Surely this entry. */
  names: readonly string[];
  /** This entry if no other fits better; what stands in the column decides. */
  perhaps?: readonly string[];
  /** Never this entry when the heading has one of these. */
  unless?: readonly string[];
};

/** Spellings parted by bars. */
export const list = (text: string): string[] =>
  text
    .split(/[|\n]/)
    .map((name) => name.trim())
    .filter(Boolean);

/** Short words of headings, folded, with what they stand for. */
export const ABBREVIATIONS: Readonly<Record<string, string>> = {
  dv: "don vi",
  cq: "co quan",
  bp: "bo phan",
  vb: "van ban",
  nv: "nhiem vu",
  cv: "cong viec",
  nd: "noi dung",
  ht: "hoan thanh",
  th: "thuc hien",
  kq: "ket qua",
  sp: "san pham",
  tg: "thoi gian",
  ld: "lanh dao",
  cb: "can bo",
  pt: "phu trach",
  ph: "phoi hop",
  lv: "linh vuc",
  gh: "gia han",
  bc: "bao cao",
  ts: "tu so",
  ms: "mau so",
};

/** Words of headings that say nothing, folded. */
export const FILLERS: ReadonlySet<string> = new Set("cua cac duoc nhung cho va".split(" "));

/** Columns that are known and are no entry. */
export const NO_ENTRY: readonly string[] = list(`
  STT | TT | Số TT | Số thứ tự | No | Stt đơn vị | seq | source | lead basis | Số đến
  Đơn vị tính | ĐVT | Số ngày chậm | Số ngày quá hạn | Số ngày còn lại | Thời gian quá hạn
  Quá hạn ngày | So với hạn | Trong kỳ | Cấp giao nhiệm vụ | Against the deadline | Days late
  In the period | Level | Đính kèm | File đính kèm | Tệp đính kèm | Email | Thư điện tử | Điện thoại
  Số điện thoại | Lỗi cần sửa | Ký nhận | Nơi nhận văn bản | Mật | Độ mật
`);

export const EXTERNAL_ID: readonly string[] = list(`
  Mã nguồn | Mã bên gửi | Mã trên hệ thống nguồn | Mã hệ thống | Mã phản ánh | Mã hồ sơ
  Mã đơn | Mã vụ việc | ID | external id
`);

export const DIRECTIVE_NUMBER: readonly string[] = list(`
  Số, ký hiệu văn bản | Số/ký hiệu | Số KH văn bản | Số và ký hiệu | Số ký hiệu VB đến
  Số hiệu văn bản | Số hiệu | Số VB | Số công văn | Số CV | Số ký hiệu, ngày tháng văn bản
  Số, ngày văn bản | Số văn bản, ngày tháng | Số văn bản, ngày tháng năm ban hành | Văn bản số
  number | directive number | document number
`);

export const ISSUED_ON: readonly string[] = list(`
  Ngày ban hành | Ngày văn bản | Ngày tháng văn bản | Ngày tháng năm văn bản | Ngày VB đến
  Ngày ký | Ngày phát hành | Ngày, tháng, năm ban hành | issued on | issue date | directive date
`);

export const ISSUING_BODY: readonly string[] = list(`
  Cơ quan ban hành | Cơ quan ban hành văn bản | Đơn vị ban hành | Nơi ban hành | Cơ quan giao
  Cấp giao | Nơi gửi | Cơ quan gửi | Đơn vị gửi | Nơi gửi đến | Tác giả văn bản | Tác giả
  Cơ quan chỉ đạo | Cấp ban hành | issuing body | issuing body code | issued by | sender
`);

export const DEPARTMENT: Spellings = {
  names: list(`
    Đơn vị chủ trì | Đơn vị chủ trì thực hiện | Đơn vị chủ trì tham mưu | Cơ quan chủ trì
    Phòng ban chủ trì | Phòng chủ trì | Bộ phận chủ trì | Chủ trì | Chủ trì thực hiện
    Chủ trì tham mưu | Đơn vị xử lý chính | Xử lý chính | Đơn vị đầu mối | Đầu mối
    Cơ quan thực hiện | Đơn vị thực hiện | Đơn vị được giao | Đơn vị được giao nhiệm vụ
    Đơn vị phụ trách | Phòng ban phụ trách | Phòng ban đơn vị phụ trách | Phòng ban thực hiện
    Phòng thực hiện | Bộ phận thực hiện | Bộ phận phụ trách | Đơn vị tham mưu | Cơ quan tham mưu
    Đơn vị chịu trách nhiệm | Đơn vị xử lý | Đơn vị giải quyết | Phòng, ban, đơn vị | Phòng/ban
    Phòng ban | Đơn vị | lead | lead department | lead department code | department code
    responsible department
  `),
  perhaps: list(`
    Phòng | Bộ phận | Cơ quan | Cơ quan, đơn vị | Đơn vị nhận | Nơi nhận | Thực hiện
  `),
  unless: list(`
    phối hợp | ban hành | tính | gửi | kết quả | ngày | thời gian | tiến độ | người
  `),
};

export const SECTOR: Spellings = {
  names: list("Mảng công tác | Mảng | Lĩnh vực công tác | Chuyên ngành | sector | sector code"),
  perhaps: list("Lĩnh vực | Nhóm lĩnh vực | Ngành | Nhóm nhiệm vụ"),
  unless: list("phụ trách | theo dõi"),
};

export const NOTE: Spellings = {
  names: list(`
    Ghi chú | Nguyên nhân chậm | Nguyên nhân | Lý do | Lý do chậm | note | notes | remarks
  `),
  perhaps: list(`
    Khó khăn, vướng mắc | Vướng mắc | Kết quả thực hiện | Kết quả | Tình hình thực hiện
    Tiến độ | Nội dung thực hiện | Ý kiến | Giải trình | Đề xuất, kiến nghị | Đánh giá
  `),
};

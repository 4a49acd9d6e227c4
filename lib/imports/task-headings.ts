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
import type { TaskEntry } from "./schema.ts";

/** The columns of registers of tasks. */
export const TASKS: Record<TaskEntry, Spellings> = {
  code: {
    names: list("Mã nhiệm vụ | Mã NV | Mã công việc | Mã | Mã số nhiệm vụ | task code"),
    perhaps: list("Mã số"),
    unless: list("lĩnh vực | đơn vị | nguồn"),
  },
  externalId: { names: EXTERNAL_ID },
  title: {
    names: list(`
      Nội dung nhiệm vụ | Tên nhiệm vụ | Nội dung công việc | Tên công việc | Nội dung chỉ đạo
      Nội dung giao việc | Nội dung nhiệm vụ được giao | Nội dung được giao | Nội dung giao
      Nội dung yêu cầu | Nhiệm vụ được giao | Nhiệm vụ cụ thể | Nhiệm vụ, công việc | Nhiệm vụ
      Công việc | Công việc cần làm | Việc cần làm | Đầu việc | Nội dung kết luận | Nội dung
      Tên việc | title | task | task name | content | subject | title vi
    `),
    perhaps: list(`
      Trích yếu | Trích yếu nội dung | Trích yếu văn bản | Tên loại và trích yếu nội dung | Việc
    `),
    unless: list(`
      sản phẩm | nhóm | mã | loại nhiệm vụ | số | ngày | người | đơn vị | trạng thái
    `),
  },
  deliverable: {
    names: list(`
      Sản phẩm | Sản phẩm đầu ra | Sản phẩm, kết quả | Kết quả, sản phẩm dự kiến
      Kết quả/sản phẩm | Sản phẩm hoàn thành | Sản phẩm dự kiến | Kết quả đầu ra
      Kết quả dự kiến | deliverable | deliverable vi | output
    `),
    unless: list("ngày | số"),
  },
  department: DEPARTMENT,
  cooperating: {
    names: list(`
      Đơn vị phối hợp | Cơ quan phối hợp | Phối hợp | Phòng ban phối hợp
      Đơn vị phối hợp thực hiện | Đơn vị phối hợp xử lý | Phối hợp thực hiện | Bộ phận phối hợp
      cooperating | cooperating departments
    `),
  },
  field: {
    names: list(`
      Lĩnh vực theo dõi | Lĩnh vực | Nguồn nhiệm vụ | Nguồn giao | Kênh giao | Loại nhiệm vụ
      field | field code
    `),
    unless: list("phụ trách | công tác"),
  },
  sector: SECTOR,
  directiveNumber: {
    names: [
      ...DIRECTIVE_NUMBER,
      ...list("Văn bản giao nhiệm vụ | Văn bản giao việc | Văn bản giao | Văn bản chỉ đạo"),
      ...list("Căn cứ | Căn cứ giao việc | directive"),
    ],
    perhaps: list("Văn bản | Số | Nguồn gốc | Thông báo kết luận | Kết luận thanh tra"),
    unless: list("đến | ngày quá hạn | trích yếu | cơ quan | thứ tự"),
  },
  directiveDate: {
    names: ISSUED_ON,
    perhaps: list("Ngày tháng"),
    unless: list("ngày giao | hoàn thành | hạn | số | kết thúc | bắt đầu"),
  },
  issuingBody: { names: ISSUING_BODY },
  leader: {
    names: list(`
      Lãnh đạo phụ trách | Lãnh đạo chỉ đạo | Lãnh đạo UBND phụ trách | Lãnh đạo giao việc
      Lãnh đạo giao | Người giao | Người chỉ đạo | Chỉ đạo | Lãnh đạo | leader
      leader in charge
    `),
    unless: list("nội dung | văn bản | cơ quan | ngày"),
  },
  assignee: {
    names: list(`
      Người thực hiện | Cán bộ thực hiện | Chuyên viên thực hiện | Công chức thực hiện
      Cán bộ xử lý | Chuyên viên xử lý | Người xử lý | Cán bộ phụ trách | Người phụ trách
      Người chịu trách nhiệm | Cá nhân thực hiện | Người được giao | Cán bộ | Công chức
      Chuyên viên | Người nhận việc | assignee | person in charge
    `),
    perhaps: list("Họ tên | Họ và tên | Cán bộ theo dõi | Chuyên viên theo dõi"),
    unless: list("ngày | số | gửi | đơn | giao việc"),
  },
  decidingAuthority: {
    names: list(`
      Thẩm quyền quyết định | Thẩm quyền | Cấp có thẩm quyền | Cấp quyết định | Người phê duyệt
      deciding authority
    `),
  },
  priority: {
    names: list("Mức ưu tiên | Mức độ ưu tiên | Độ ưu tiên | Ưu tiên | priority"),
    perhaps: list("Mức độ | Độ khẩn | Mức độ khẩn"),
  },
  assignedOn: {
    names: list(`
      Ngày giao | Ngày giao việc | Ngày giao nhiệm vụ | Thời gian giao | Ngày được giao
      Ngày chuyển | Ngày chuyển xử lý | Ngày nhận việc | Ngày nhận | Ngày tiếp nhận
      Thời gian tiếp nhận | Ngày bắt đầu | Thời gian bắt đầu | Thời gian thực hiện bắt đầu | Bắt đầu | Từ ngày
      assigned on | assigned date | assigned | start date
    `),
    perhaps: list("Ngày đến | Ngày tháng | Ngày"),
    unless: list("hạn | hoàn thành | ban hành | ký | kết thúc | văn bản"),
  },
  dueOn: {
    names: list(`
      Hạn hoàn thành | Thời hạn hoàn thành | Hạn xử lý | Thời hạn xử lý | Thời hạn | Hạn
      Hạn ban đầu | Hạn thực hiện | Thời hạn thực hiện | Hạn giải quyết | Thời hạn giải quyết
      Hạn báo cáo | Hạn trả lời | Hạn chót | Thời gian hoàn thành | Thời gian phải hoàn thành
      Thời gian thực hiện kết thúc | Kết thúc theo kế hoạch | Hoàn thành theo kế hoạch
      Ngày đến hạn | Ngày hết hạn | Đến hạn | Đến ngày | Thời gian kết thúc | Tiến độ yêu cầu
      Thời gian yêu cầu | deadline | due date | due
    `),
    perhaps: list(`
      Thời gian thực hiện | Thời gian | Tiến độ | Tiến độ thực hiện | Tiến độ hoàn thành
      Kết thúc | Theo kế hoạch | Ngày kết thúc | Ngày hoàn thành | Hoàn thành
    `),
    unless: list(`
      gia hạn | điều chỉnh | số ngày | quá hạn | thực tế | bắt đầu | trạng thái | tình trạng
      xin | chậm
    `),
  },
  extendedTo: {
    names: list(`
      Gia hạn đến | Gia hạn đến ngày | Hạn sau gia hạn | Thời hạn sau gia hạn | Hạn gia hạn
      Hạn mới | Thời hạn mới | Hạn điều chỉnh | Thời hạn điều chỉnh | Hạn hoàn thành sau gia hạn
      Hạn hoàn thành sau điều chỉnh | Được gia hạn đến | Thời gian gia hạn | Gia hạn
      extended to
    `),
    unless: list("xin | đề nghị | duyệt | số lần | lý do"),
  },
  extensionRequestedOn: {
    names: list(`
      Ngày xin gia hạn | Ngày đề nghị gia hạn | Ngày trình gia hạn | extension requested on
    `),
  },
  extensionDecidedOn: {
    names: list(`
      Ngày duyệt gia hạn | Ngày gia hạn | Ngày quyết định gia hạn | Ngày đồng ý gia hạn
      extension decided on
    `),
    unless: list("xin | đề nghị | đến"),
  },
  status: {
    names: list(`
      Trạng thái | Tình trạng | Trạng thái xử lý | Tình trạng xử lý | Tình trạng thực hiện
      Trạng thái thực hiện | Kết quả thực hiện | Kết quả xử lý | Tình hình thực hiện | Kết quả
      Đánh giá | Đánh giá kết quả | Mức độ hoàn thành | Đã hoàn thành | Đã thực hiện
      Đã giải quyết | Đã xử lý | Kết quả giải quyết | status | state
    `),
    perhaps: list("Tiến độ | Tiến độ thực hiện | Hoàn thành | Kết luận | Xử lý"),
    unless: list("sản phẩm | ngày | dự kiến | đầu ra"),
  },
  progress: {
    names: list(`
      % hoàn thành | Tỷ lệ hoàn thành | Tiến độ (%) | Tiến độ % | Tiến độ | Tiến độ thực hiện
      Phần trăm hoàn thành | Phần trăm | progress | % complete | % done
    `),
    perhaps: list("Mức độ hoàn thành | Kết quả thực hiện | Tỷ lệ"),
  },
  completedOn: {
    names: list(`
      Ngày hoàn thành thực tế | Ngày HT thực tế | Ngày hoàn thành | Thời gian hoàn thành thực tế
      Ngày kết thúc thực tế | Kết thúc thực tế | Hoàn thành thực tế | Ngày thực tế hoàn thành
      Ngày kết thúc | Ngày xong | Thời gian xử lý xong | Ngày báo cáo hoàn thành | Ngày giải quyết xong | completed on
      completed date | completion date | date completed | completed
    `),
    perhaps: list("Thực tế | Hoàn thành | Đã hoàn thành | Ngày báo cáo | Ngày xử lý"),
    unless: list("hạn | kế hoạch | dự kiến | yêu cầu | tỷ lệ | phần trăm"),
  },
  cancelledOn: {
    names: list("Ngày dừng | Ngày hủy | Ngày dừng thực hiện | Ngày thu hồi | cancelled on"),
  },
  note: NOTE,
};

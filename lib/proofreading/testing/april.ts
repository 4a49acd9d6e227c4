/*
 * Passages around what the report of April 2026 says and what is wrong with it
 * (prisma/seed/data/overdue_2026_04.json), each in several wordings, marked as in held-out.ts.
 */

const LINES = `- Nhiệm vụ tại Thông báo kết luận của tập thể UBND, Chủ tịch, các Phó Chủ tịch UBND: 84 nhiệm vụ (45 nhiệm vụ kỳ trước chuyển qua, 39 nhiệm vụ phát sinh trong tháng).
- Nhiệm vụ giao trên phần mềm quản lý văn bản và điều hành: 44 nhiệm vụ (16 nhiệm vụ kỳ trước chuyển qua, gồm 04 nhiệm vụ tháng 02 và 12 nhiệm vụ tháng 03; 28 nhiệm vụ phát sinh trong tháng).
- Nhiệm vụ trên các hệ thống phần mềm giao nhiệm vụ: 39 nhiệm vụ (04 nhiệm vụ tháng 02 chuyển sang, 35 nhiệm vụ phát sinh trong tháng; đến nay chỉ còn 11 nhiệm vụ chưa hoàn thành).
- Đơn thư, khiếu nại, tố cáo: 11 nội dung kỳ trước chuyển qua.
- Thực hiện kết luận thanh tra: 17 nội dung kỳ trước chuyển qua (14 kết luận và 03 văn bản khác).`;

/** The first two entries belong together: both columns of one table of lines. */
const COLUMNS = [
  `Tổng số nhiệm vụ chậm muộn trong tháng là 195 nhiệm vụ ({W:96} nhiệm vụ kỳ trước chuyển qua; {W:99} nhiệm vụ phát sinh trong tháng). Cụ thể:
${LINES}`,
  `2.1. Trong tháng 4, toàn xã có tổng số 195 nhiệm vụ chậm muộn, trong đó: {W:96} nhiệm vụ từ kỳ trước chuyển qua và {W:99} nhiệm vụ phát sinh trong tháng, chia theo lĩnh vực như sau:
+ Thông báo kết luận: 84 nhiệm vụ (kỳ trước 45, phát sinh 39);
+ Phần mềm quản lý văn bản: 44 nhiệm vụ (kỳ trước 16, phát sinh 28);
+ Phần mềm giao nhiệm vụ: 39 nhiệm vụ (kỳ trước 4, phát sinh 35);
+ Đơn thư khiếu nại, tố cáo: 11 vụ việc kỳ trước;
+ Kết luận thanh tra: 17 nội dung kỳ trước chuyển sang.`,
  `Tổng số 195 nhiệm vụ quá hạn ({W:96} kỳ trước chuyển qua; {W:99} phát sinh), gồm: Thông báo kết luận 84 nhiệm vụ (45 kỳ trước chuyển qua, 39 phát sinh); quản lý văn bản 44 nhiệm vụ (16 kỳ trước chuyển qua, 28 phát sinh); giao nhiệm vụ 39 nhiệm vụ (4 kỳ trước chuyển qua, 35 phát sinh); đơn thư 11 nhiệm vụ (11 kỳ trước chuyển qua); thanh tra 17 nhiệm vụ (17 kỳ trước chuyển qua).`,
  `TỔNG SỐ NHIỆM VỤ CHẬM MUỘN: 195 NHIỆM VỤ ({W:96} NHIỆM VỤ TỒN TỪ KỲ TRƯỚC; {W:99} NHIỆM VỤ PHÁT SINH MỚI)
a) Thông báo kết luận: 84 nhiệm vụ, trong đó 45 nhiệm vụ tồn từ kỳ trước, 39 nhiệm vụ phát sinh mới
b) Quản lý văn bản: 44 nhiệm vụ, trong đó 16 nhiệm vụ tồn từ kỳ trước, 28 nhiệm vụ phát sinh mới
c) Giao nhiệm vụ: 39 nhiệm vụ, trong đó 4 nhiệm vụ tồn từ kỳ trước, 35 nhiệm vụ phát sinh mới
d) Đơn thư: 11 nhiệm vụ tồn từ kỳ trước
đ) Thanh tra: 17 nhiệm vụ tồn từ kỳ trước`,
] as const;

/** By the entry's id: passages in which its error stands, with nothing else wrong. */
export const ERRORS: Readonly<Record<string, readonly string[]>> = {
  INC_01: COLUMNS,
  INC_02: COLUMNS,
  INC_06: [
    "Hoàn thành đăng ký quân nhân dự bị 29/29 = {W:10%}.",
    "Đăng ký quân nhân dự bị cho 29/29 đồng chí, đạt {W:10%} kế hoạch.",
    "Đã đăng ký 29 trên tổng số 29 quân nhân dự bị, đạt tỷ lệ {W:10 %}.",
    "Tỷ lệ đăng ký quân nhân dự bị đạt {W:10%} (29/29 quân nhân).",
  ],
  INC_07: [
    "Xử phạt vi phạm hành chính về môi trường 5,5 triệu đồng, giảm 7 triệu đồng so với tháng 03/2026 = {W:44%}.",
    "Số tiền xử phạt là 5,5 triệu đồng (giảm 7 triệu đồng so với tháng 3, tương ứng {W:44%}).",
    "Tiền phạt giảm 7 triệu đồng so với 12,5 triệu đồng của tháng 03/2026, bằng {W:44%}.",
    "Tiền phạt giảm từ 12,5 triệu đồng xuống còn 5,5 triệu đồng (giảm {W:44%}).",
  ],
  INC_08: [
    "Toàn xã có 12.535/12.858 hộ đạt danh hiệu Gia đình văn hóa, đạt {W:97,32%}.",
    "Số hộ đạt Gia đình văn hóa là 12.535 hộ trên tổng số 12.858 hộ, chiếm tỷ lệ {W:97,32 %}.",
    "Tỷ lệ hộ gia đình đạt danh hiệu văn hóa: {W:97,32%} (12.535/12.858 hộ).",
  ],
  INC_09: [
    "Toàn xã có 12.535/12.858 hộ đạt danh hiệu Gia đình văn hóa, đạt {W:97,32%}, vượt {W:9,32%} so với chỉ tiêu Thành phố giao.",
    "Có 12.535/12.858 hộ đạt Gia đình văn hóa = {W:97,32%} (chỉ tiêu Thành phố giao 88%, vượt {W:9,32%}).",
    "12.535 hộ trên tổng số 12.858 hộ đạt Gia đình văn hóa, tỷ lệ {W:97,32%}, vượt chỉ tiêu {W:9,32%}.",
  ],
  INC_10: [
    "Nhiệm vụ Thành phố giao: đã hoàn thành 138/142 nhiệm vụ, đạt {T:97,1%}.",
    "Tổng số nhiệm vụ Thành phố giao là 142 nhiệm vụ, đã hoàn thành 138 nhiệm vụ, đạt tỷ lệ {T:97,1 %}.",
    "Hoàn thành 138 trên tổng số 142 nhiệm vụ được giao ({T:97,1%}).",
    "UBND xã đạt {T:97,1%} (138/142 nhiệm vụ Thành phố giao).",
  ],
  INC_11: [
    "Đăng ký nghĩa vụ quân sự lần đầu cho 340/365 công dân, đạt {T:93,1%}.",
    "Đăng ký nghĩa vụ quân sự lần đầu 340/365 = {T:93,1%}.",
    "Có 340 công dân trong tổng số 365 công dân nam đủ 17 tuổi đăng ký nghĩa vụ quân sự lần đầu, bằng {T:93,1%}.",
  ],
  INC_12: [
    "Đăng ký dân quân tự vệ 140/178, đạt {T:78,6}.",
    "Đăng ký dân quân tự vệ cho 140/178 đồng chí = {T:78,6}.",
    "Đăng ký dân quân tự vệ 140 trên 178 đồng chí, đạt tỷ lệ {T:78,6%}.",
  ],
};

/** By the entry's place in the list: passages that are right. */
export const RIGHT: readonly (readonly string[])[] = [
  [
    "Trong tháng, UBND xã ban hành {R:658} văn bản, trong đó Chủ tịch ký 238 văn bản, Phó Chủ tịch thứ nhất ký 207 văn bản, Phó Chủ tịch thứ hai ký 213 văn bản.",
    "Văn bản đi: 238 + 207 + 213 = {R:658}.",
    "Tổng số văn bản đi là {R:658} (238; 207 và 213 theo từng lãnh đạo ký).",
  ],
  [
    `Tổng số nhiệm vụ chậm muộn: {R:195} nhiệm vụ, cụ thể như sau:\n${LINES}`,
    "Chậm muộn {R:195} nhiệm vụ, gồm: thông báo kết luận 84; quản lý văn bản 44; giao nhiệm vụ 39; đơn thư 11; thanh tra 17.",
    "84 + 44 + 39 + 11 + 17 = {R:195} nhiệm vụ.",
  ],
  [
    "Tổng số {R:195} nhiệm vụ chậm muộn (96 kỳ trước chuyển qua; 99 phát sinh trong tháng).",
    "Có {R:195} nhiệm vụ chậm, trong đó 96 nhiệm vụ kỳ trước chuyển qua và 99 nhiệm vụ phát sinh.",
    "{R:195} nhiệm vụ = 96 nhiệm vụ tồn + 99 nhiệm vụ mới.",
  ],
  [
    "Thông báo kết luận: {R:84} nhiệm vụ (kỳ trước 45, phát sinh 39).",
    "Theo thông báo kết luận có {R:84} nhiệm vụ chậm, gồm 45 nhiệm vụ kỳ trước chuyển qua và 39 nhiệm vụ phát sinh.",
    "{R:84} nhiệm vụ, trong đó: 45 nhiệm vụ kỳ trước, 39 nhiệm vụ phát sinh trong tháng.",
  ],
  [
    "Phần mềm quản lý văn bản: {R:44} nhiệm vụ (kỳ trước chuyển qua {R:16} nhiệm vụ (tháng 02: 4; tháng 03: 12), phát sinh trong tháng 28).",
    "Quản lý văn bản {R:44} nhiệm vụ: {R:16} nhiệm vụ kỳ trước (4 của tháng 02, 12 của tháng 03) và 28 nhiệm vụ phát sinh.",
    "Có {R:16} nhiệm vụ kỳ trước chuyển qua, gồm 04 nhiệm vụ của tháng 02 và 12 nhiệm vụ của tháng 03; cộng 28 nhiệm vụ phát sinh là 44 nhiệm vụ.",
  ],
  [
    "Phần mềm giao nhiệm vụ: {R:39} nhiệm vụ (04 nhiệm vụ tháng 02 chuyển sang, 35 phát sinh trong tháng; đến nay chỉ còn 11 việc chưa hoàn thành).",
    "Có {R:39} nhiệm vụ chậm trên phần mềm, trong đó 04 nhiệm vụ tháng 02 chuyển sang và 35 nhiệm vụ phát sinh, đến nay chỉ còn 11 nhiệm vụ.",
    "4 + 35 = {R:39} nhiệm vụ trên phần mềm giao nhiệm vụ.",
  ],
  [
    "Kết luận thanh tra: {R:17} nội dung (14 kết luận và 03 văn bản khác) kỳ trước chuyển qua.",
    "Thực hiện kết luận thanh tra còn {R:17} nội dung, gồm 14 kết luận và 3 văn bản khác.",
    "{R:17} nội dung chậm: 14 kết luận, 03 văn bản khác.",
  ],
  [
    "Theo đơn vị, {R:195} nhiệm vụ chậm gồm: Văn phòng HĐND và UBND 09; Phòng Kinh tế 141; Phòng Văn hóa - Xã hội 13; Trung tâm DVTH 01; Ban QLDA 17; Trạm Y tế 05; Ban Chỉ huy quân sự 02; Công an xã 07.",
    `{R:195} nhiệm vụ chậm muộn, trong đó:
- Phòng Kinh tế: 141;
- Ban Quản lý dự án: 17;
- Phòng Văn hóa - Xã hội: 13;
- Văn phòng HĐND và UBND: 9;
- Công an xã: 7;
- Trạm Y tế: 5;
- Ban Chỉ huy Quân sự: 2;
- Trung tâm Dịch vụ tổng hợp: 1.`,
    "9 + 141 + 13 + 1 + 17 + 5 + 2 + 7 = {R:195}",
  ],
  [
    "Hồ sơ đất đai: tiếp nhận {R:100} hồ sơ, đã giải quyết 72 hồ sơ, đang giải quyết {R:28} hồ sơ; hồ sơ tồn {R:27} (12 quá hạn, 15 trong hạn).",
    "Đã giải quyết 72/100 hồ sơ, còn {R:28} hồ sơ; {R:27} hồ sơ bổ sung gồm 12 hồ sơ cấp mới và 15 hồ sơ cấp đổi.",
    "{R:100} hồ sơ (72 hồ sơ đã xong, 28 hồ sơ đang xử lý); 12 + 15 = {R:27}.",
  ],
  [
    "Tiếp nhận và giải quyết 36/36 hồ sơ bảo trợ xã hội, đạt {R:100%}.",
    "36/36 hồ sơ = {R:100%}.",
    "Đạt {R:100%} (36/36 hồ sơ đúng hạn).",
  ],
  [
    "Tổng số đơn: {R:20} đơn (17 đơn mới tiếp nhận, 03 đơn tháng trước chuyển sang).",
    "Trong tháng có {R:20} đơn thư phải giải quyết, trong đó tiếp nhận mới 17 đơn, kỳ trước chuyển sang 3 đơn.",
    "17 đơn + 03 đơn = {R:20} đơn.",
  ],
  [
    "Tiếp nhận {R:03} tin báo: 01 vụ trộm cắp, 01 vụ lừa đảo, 01 vụ gây rối.",
    "Công an xã tiếp nhận 03 tin báo tố giác, trong đó 01 vụ trộm cắp tài sản, 01 vụ lừa đảo và vụ cố ý gây thương tích.",
    "1 + 1 + 1 = {R:3} tin báo.",
  ],
  [
    "Tổng số hồ sơ tiếp nhận và giải quyết: {R:1.905} hồ sơ (trực tuyến 889, trực tiếp 920, kỳ trước chuyển sang 96); đã giải quyết 1.783 hồ sơ, đang giải quyết {R:122} hồ sơ.",
    "Điểm phục vụ hành chính công tiếp nhận {R:1.905} hồ sơ, gồm 889 hồ sơ trực tuyến, 920 hồ sơ trực tiếp và 96 hồ sơ kỳ trước. Đã giải quyết 1.783/1.905 hồ sơ, còn {R:122} hồ sơ đang giải quyết.",
    "889 + 920 + 96 = {R:1.905}; 1.783 + 122 = {R:1.905}.",
  ],
  [
    "Phản ánh kiến nghị: đã xử lý 17/24 phản ánh, đạt {R:70,8%}, còn {R:7} phản ánh đang xử lý.",
    "Tiếp nhận 24 phản ánh, đã giải quyết 17 phản ánh ({R:70,8%}), đang giải quyết {R:7} phản ánh.",
    "17/24 = {R:70,8%}; 24 - 17 = {R:7}.",
  ],
  [
    "Khen thưởng 15 tập thể, 42 cá nhân có thành tích trong phong trào thi đua.",
    "Biểu dương 15 tập thể và 42 cá nhân; tặng giấy khen 15 tập thể, 42 cá nhân.",
    "Đề nghị khen thưởng cho 15 tập thể, 42 cá nhân theo Quyết định số 123/QĐ-UBND ngày 20/4/2026.",
  ],
  [
    "Tiếp nhận 1.408 văn bản đến, ban hành 658 văn bản đi; tổ chức 46 cuộc họp; giải ngân 51,326 tỷ đồng; cấp 61 giấy phép; xử lý 02 vụ; 396 hồ sơ.",
    "Giải ngân 51,326 tỷ đồng = 12,01% kế hoạch vốn; đã giải quyết 72/100 hồ sơ đất đai.",
    "Trong tháng: 1.905 hồ sơ tiếp nhận, 1.783 hồ sơ giải quyết, 396 lượt công dân, 02 buổi đối thoại.",
  ],
  [
    "Kỷ niệm 80 năm Ngày thành lập, 140 năm Ngày Quốc tế Lao động 01/5, 51 năm Ngày giải phóng miền Nam 30/4 và 136 năm Ngày sinh Chủ tịch Hồ Chí Minh 19/5.",
    "Tuyên truyền kỷ niệm 51 năm giải phóng miền Nam (30/4/1975 - 30/4/2026), 140 năm Quốc tế Lao động (01/5/1886 - 01/5/2026).",
    "Các ngày lễ 30/4, 1/5 và 19/5, 100% thôn treo cờ; 136 năm ngày sinh Bác.",
  ],
  [
    "Có 26/26 thôn, tổ dân phố đạt danh hiệu văn hóa, đạt {R:100%}.",
    "Danh hiệu Thôn văn hóa: 26/26 = {R:100%}.",
    "26 trên 26 thôn đạt chuẩn văn hóa, tỷ lệ {R:100%}.",
  ],
  [
    "Số giáo viên đạt chuẩn 107/118, đạt {R:90,7%}.",
    "Có 107 trên tổng số 118 chỉ tiêu hoàn thành ({R:90,7%}).",
    "Tỷ lệ chỉ tiêu hoàn thành: {R:90,7%} (107/118).",
  ],
];

/** A second set, marked like the first; looked at only to measure, never to improve the finder by. */
export const HELD_OUT_SECOND: readonly string[] = [
  "Về cải cách hành chính, Điểm phục vụ đã trả kết quả 2.114 hồ sơ trong tổng số 2.160 hồ sơ tiếp nhận (đạt tỷ lệ {W:98,7%}).",
  "Có 33/34 trường đạt chuẩn, tỷ lệ {R:97,06%}.",
  "Tỷ lệ giải ngân: 310,5/427,4 tỷ đồng = {R:72,6%}.",
  "So với tháng 3/2026 (150 hồ sơ), số hồ sơ tháng này là 180, tăng {R:20%}.",
  "Lượng khách tham quan 45.600 lượt, tăng 5.600 lượt so với cùng kỳ (40.000 lượt), tương ứng tăng {W:12,3%}.",
  "Doanh thu làng nghề đạt 310 tỷ đồng, giảm {R:7,5%} so với 335 tỷ đồng của tháng trước.",
  "Phòng Kinh tế chủ trì 141/195 nhiệm vụ chậm (chiếm {R:72,3%}).",
  "Có 28 trên 31 tổ liên gia hoạt động hiệu quả - đạt {W:93%}.",
  "Xử phạt {W:19} trường hợp với số tiền 95 triệu đồng, gồm 11 trường hợp lấn chiếm vỉa hè; 5 trường hợp đổ rác sai quy định; 2 trường hợp khác.",
  "Số trẻ ra lớp 1.320 cháu, trong đó nam 702 cháu, nữ {R:618} cháu.",
  "Số trẻ ra lớp {W:1.330} cháu, trong đó nam 702 cháu, nữ 618 cháu.",
  "Kiểm tra 16 cơ sở, 13 cơ sở đạt yêu cầu ({W:82,1%}), 03 cơ sở vi phạm bị nhắc nhở.",
  "Lấy 45 mẫu, có 43 mẫu đạt, chiếm {R:95,6%}; 2 mẫu không đạt.",
  "Lũy kế đến nay, hoàn thành 96 nhiệm vụ trên tổng số 112 nhiệm vụ được giao, đạt tỷ lệ {R:85,7 %}, tăng 3,2 điểm % so với tháng trước.",
  "Tổng nguồn vốn {R:5,4} tỷ đồng = ngân sách thành phố 3,1 tỷ đồng + ngân sách xã 1,5 tỷ đồng + xã hội hóa 0,8 tỷ đồng.",
  "Tổng nguồn vốn {W:5,6} tỷ đồng (ngân sách thành phố 3,1 tỷ đồng; ngân sách xã 1,5 tỷ đồng; xã hội hóa 800 triệu đồng).",
  "Đến nay đã thu được 7,2 tỷ đồng trên tổng số 9,6 tỷ đồng phải thu, bằng {W:72%} kế hoạch.",
  "Số hộ nghèo giảm 12 hộ, từ 41 hộ xuống còn 29 hộ (giảm {R:29,3%}).",
  "Số hộ cận nghèo giảm từ 96 hộ xuống còn 81 hộ, giảm {W:18,5%}.",
  "Năm 2026 tuyển 42 công dân nhập ngũ, đạt {U:100%} chỉ tiêu; tổ chức 05 hội nghị; 02 đồng chí được khen thưởng.",
  "Tổng số phản ánh: 24; đã xử lý 17 ({R:70,8%}); đang xử lý {R:7}.",
  "Tổng số phản ánh: {W:26}; đã xử lý 17; đang xử lý 7.",
  "Trong quý I tiếp công dân 38 lượt với 46 người; tiếp nhận 21 đơn (khiếu nại 4, tố cáo 1, kiến nghị 16).",
  "Ra quân 06 buổi, huy động 320 lượt người, tháo dỡ 45 biển quảng cáo, 12 mái che; lập biên bản 03 trường hợp.",
  "Theo Quyết định số 1234/QĐ-UBND ngày 05/5/2026, Công văn 888/STC-QLNS, khoản 3 Điều 12 Luật Đất đai 2024, mục 2.1 phụ lục 01, 9/10 tiêu chí đạt ({R:90%}).",
  "Từ ngày 15/3 đến ngày 14/4, Trạm Y tế khám cho 1.845 lượt người, trong đó khám bảo hiểm y tế 1.512 lượt (chiếm {W:84%}).",
  "Trong 195 nhiệm vụ chậm có 167 nhiệm vụ chưa hoàn thành (bằng {R:85,6%}).",
  "Công an xã tiếp nhận ba vụ việc: một vụ trộm cắp, một vụ đánh bạc, một vụ va chạm giao thông.",
  "Cấp 1.950 giấy chứng nhận/2.000 hồ sơ đủ điều kiện = {R:97,5} %.",
  "Phát 5.000 tờ rơi, treo 40 băng rôn; tuyên truyền 3 buổi/tuần; phấn đấu quý II đạt 60% kế hoạch.",
  `Văn bản đi trong tháng: {W:655} văn bản.
- Chủ tịch ký: 238 văn bản
- Phó Chủ tịch phụ trách kinh tế ký: 207 văn bản
- Phó Chủ tịch phụ trách văn hóa - xã hội ký: 213 văn bản`,
  `1. Kết quả xử lý kiến nghị: tổng số 40 kiến nghị, trong đó 15 kiến nghị kỳ trước chuyển sang và 25 kiến nghị phát sinh trong kỳ.
1.1. Lĩnh vực đất đai: 22 kiến nghị (kỳ trước 9, phát sinh 13).
1.2. Lĩnh vực môi trường: 11 kiến nghị (kỳ trước 4, phát sinh 7).
1.3. Lĩnh vực hạ tầng: 7 kiến nghị (kỳ trước 2, phát sinh 5).`,
  `Đơn vị\tChậm muộn\tKỳ trước\tPhát sinh
Phòng Kinh tế\t141\t70\t71
Văn phòng\t9\t5\t4
Công an xã\t45\t21\t24
Tổng cộng\t195\t96\t{W:98}`,
];

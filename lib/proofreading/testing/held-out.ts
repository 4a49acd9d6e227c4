/**
 * Passages in wordings that were not looked at while the finder was written; it has been
 * improved by them since. `{W:…}` stands around a figure that is wrong, `{T:…}` truncated, `{R:…}` right,
 * `{U:…}` that cannot be verified; whatever is not marked is not to be flagged.
 */
export const HELD_OUT: readonly string[] = [
  "Đến 30/4/2026, UBND xã được giao 58 nhiệm vụ, đã hoàn thành 51 nhiệm vụ, tỷ lệ {W:89,7%}; còn 7 nhiệm vụ đang thực hiện trong hạn.",
  "Công tác thu ngân sách: tổng thu đạt 18,42 tỷ đồng/24,8 tỷ đồng dự toán, bằng {R:74,3%} dự toán năm.",
  "Toàn xã có 4.215 hộ tham gia phân loại rác tại nguồn trên tổng số 5.020 hộ, tương đương {T:83,9 %}.",
  "Tiêm chủng mở rộng cho trẻ dưới 1 tuổi: 187/192 trẻ ({R:97,4%}).",
  "Cấp căn cước cho công dân từ đủ 14 tuổi: 1.236 trường hợp/1.250 trường hợp, đạt {W:99,8%}.",
  "Tổng đàn lợn là 3.480 con, tăng 180 con ({W:5,7%}) so với cùng kỳ năm trước.",
  "Số vụ vi phạm trật tự xây dựng giảm từ 24 vụ xuống 18 vụ ({R:25%}) so với quý I/2026.",
  "Trong tháng tiếp nhận {W:64} đơn, gồm: 12 đơn khiếu nại, 5 đơn tố cáo và 45 đơn kiến nghị, phản ánh.",
  "Ban hành {R:215} văn bản, bao gồm 31 quyết định, 42 kế hoạch, 18 thông báo, 09 báo cáo, 115 công văn.",
  "Hội nghị có 120 đại biểu dự, trong đó có 35 đại biểu nữ và 12 đại biểu trẻ tuổi.",
  "Thu hồi 3 khu đất, trong đó đáng chú ý là khu 2,5 ha tại thôn 3 và khu 1,2 ha tại thôn 5.",
  "Giải quyết {R:1.024} hồ sơ: trước hạn 640 hồ sơ, đúng hạn 371 hồ sơ, quá hạn 13 hồ sơ.",
  "{W:Tổng số 46 cuộc họp} (22 cuộc do Chủ tịch chủ trì, 23 cuộc do các Phó Chủ tịch chủ trì).",
  "Tỷ lệ hộ nghèo còn 0,12% (15/12.390 hộ).",
  "Tỷ lệ bao phủ bảo hiểm y tế đạt {R:95,6%} (38.240/39.980 người).",
  "Đã chi trả trợ cấp cho 1.578 đối tượng với số tiền 1,33 tỷ đồng, {U:100%} đúng thời gian quy định.",
  "Thực hiện Nghị quyết số 57-NQ/TW và Kế hoạch 125/KH-UBND ngày 12/3/2026, 05/05 chỉ tiêu hoàn thành, đạt {R:100%}.",
  "Khối lượng giải ngân lũy kế 96,4 tỷ đồng, đạt {W:25,2%} kế hoạch vốn được giao là 427,4 tỷ đồng.",
  "Kế hoạch giao 300 ha, thực hiện 276 ha, đạt {R:92%} kế hoạch.",
  "Số thu phí, lệ phí 924,8 triệu đồng, tăng 124,8 triệu đồng (tương ứng {R:15,6%}) so với tháng trước.",
  "Học sinh lớp 9 thi thử: 412 em dự thi, 371 em đạt từ 5 điểm trở lên, chiếm {R:90,0%}.",
  "Trong 26 thôn, tổ dân phố có 24 thôn, tổ đạt danh hiệu văn hóa, đạt {W:96,3%}.",
  "Tồn đọng {R:35} vụ việc (trong đó: đất đai 21, xây dựng 9, môi trường 5).",
  "Tồn đọng {W:37} vụ việc, chia theo lĩnh vực: đất đai 21; xây dựng 9; môi trường 5; lĩnh vực khác 03.",
  "Toàn xã huy động {W:450} ngày công, trong đó Đoàn Thanh niên 180 ngày công, Hội Phụ nữ 150 ngày công, Hội Cựu chiến binh 110 ngày công.",
  "Số hồ sơ tiếp nhận trực tuyến là 889/1.809 hồ sơ, chiếm tỉ lệ {R:49,1%}; trực tiếp 920 hồ sơ.",
  "Tổng số đơn phải giải quyết: 20 đơn (kỳ trước chuyển sang 03 đơn, mới tiếp nhận 17 đơn). Đã giải quyết 10/20 đơn, đạt {R:50%}, còn {R:10} đơn.",
  "Đã giải quyết 24/31 kiến nghị cử tri, còn lại {W:8} kiến nghị đang xem xét.",
  "Trong 4 tháng đầu năm thu {R:60,5} tỷ đồng, gồm thuế 41,2 tỷ đồng, phí 3,3 tỷ đồng và tiền sử dụng đất 16 tỷ đồng.",
  "Lực lượng dân quân huấn luyện đạt {R:98,9%} quân số (88/89 đồng chí).",
  "Quân số tham gia 88 trên 89 đồng chí, bằng {T:98,8%}.",
  "Kết quả khám tuyển: 61 thanh niên đủ sức khỏe trong số 145 thanh niên được khám, tỷ lệ {R:42,1%}.",
  "Hộ kinh doanh kê khai điện tử: 736 trên 812 hộ, chiếm {W:91,6%}.",
  "Diện tích gieo cấy vụ Xuân 182,5/185 ha, đạt {R:98,6%} kế hoạch; vượt 2% so với cùng kỳ.",
  "Doanh thu 12,6 tỷ đồng, vượt {R:5%} so với kế hoạch 12 tỷ đồng.",
  "Kết nạp 9 đảng viên, vượt 1 đảng viên so với chỉ tiêu (8 đảng viên), bằng {W:115%} kế hoạch năm.",
  "Chi ngân sách 27,9 tỷ đồng, bằng {R:103,3%} so với cùng kỳ (27 tỷ đồng).",
  "Tổng số 84 nhiệm vụ (45 kỳ trước, 39 phát sinh), trong đó: Phòng Kinh tế 60, Văn phòng 14, Phòng VHXH {R:10}.",
  "TỔNG SỐ {W:52} NHIỆM VỤ, TRONG ĐÓ: 30 NHIỆM VỤ ĐÃ HOÀN THÀNH, 21 NHIỆM VỤ ĐANG THỰC HIỆN.",
  "Số điện thoại đường dây nóng 0243.874.0001; 1022; theo điểm a khoản 2 Điều 15 Nghị định 335/2025/NĐ-CP, thực hiện từ 01/7/2025.",
  "Nhiệm kỳ 2021-2026, khóa XXII, kỳ họp thứ 15 thông qua 12 nghị quyết; Quý II/2026 dự kiến 3 kỳ họp; hoàn thành trước 20/4, 25/4 và 30/4/2026, bảo đảm {U:100%}.",
  "Cháy 02 vụ (tăng 01 vụ so với tháng trước), thiệt hại khoảng 150 triệu đồng, không có thiệt hại về người.",
  "Có 3 doanh nghiệp (chiếm {W:25%}) trong tổng số 14 doanh nghiệp chưa nộp báo cáo.",
  "Trong tổng số 14 doanh nghiệp có 11 doanh nghiệp ({T:78,5%}) đã nộp báo cáo.",
  "Nhiệm vụ chậm muộn giảm 30 nhiệm vụ so với tháng 3 (từ 195 xuống 165 nhiệm vụ), tương đương giảm {R:15,4%}.",
  "Tổng số vi phạm phát hiện 28 trường hợp, đã xử lý 19 trường hợp, còn lại {W:10} trường hợp.",
  `Kết quả theo đơn vị (tổng số {W:72} hồ sơ quá hạn):
- Phòng Kinh tế: 41 hồ sơ;
- Phòng Văn hóa - Xã hội: 17 hồ sơ;
- Văn phòng HĐND và UBND: 12 hồ sơ.`,
  `Trong tháng có {R:72} hồ sơ quá hạn, cụ thể như sau:
+ Phòng Kinh tế: 41 hồ sơ
+ Phòng Văn hóa - Xã hội: 17 hồ sơ
+ Văn phòng HĐND và UBND: 14 hồ sơ
Các đơn vị đã có báo cáo giải trình.`,
  `Tổng số nhiệm vụ quá hạn là 60 nhiệm vụ (trong đó {W:20} nhiệm vụ tồn từ tháng trước, {W:40} nhiệm vụ mới phát sinh), gồm:
a) Phòng Kinh tế 35 nhiệm vụ (10 tồn từ tháng trước, 25 mới phát sinh);
b) Công an xã 15 nhiệm vụ (5 tồn từ tháng trước, 10 mới phát sinh);
c) Trạm Y tế 10 nhiệm vụ (2 tồn từ tháng trước, 8 mới phát sinh).`,
  "Chỉ tiêu giao 75%, kết quả đạt 81,3%, vượt {R:6,3} điểm phần trăm so với chỉ tiêu.",
  "Thu nhập bình quân 92 triệu đồng/người/năm; tỷ lệ lao động qua đào tạo đạt {U:78,5%}.",
  "Kinh phí hỗ trợ 1.250.000.000 đồng = 1,25 tỷ đồng, hỗ trợ 250 hộ (5 triệu đồng/hộ).",
  "Đăng ký mới 12 hộ kinh doanh, lũy kế 96 hộ; tạm ngừng 3 hộ.",
  // Written when the finder was first done.

  "Kết quả giải quyết thủ tục hành chính: 1.783/1.905 hồ sơ ({T:93,5%}), còn 122 hồ sơ đang trong hạn giải quyết.",
  "Tính đến hết tháng 4, xã có 11/12 trường đạt chuẩn quốc gia, chiếm tỷ lệ {W:91,2%}.",
  "Thu ngân sách quý I ước đạt 12,4 tỷ đồng, bằng 31% dự toán giao (40 tỷ đồng).",
  "Đã cấp 56 giấy chứng nhận quyền sử dụng đất, tăng 14 giấy so với cùng kỳ năm 2025 (tăng {W:30%}).",
  "Tổng số vụ tai nạn giao thông là 4 vụ, giảm 2 vụ ({R:33,3%}) so với cùng kỳ.",
  "Vận động ủng hộ được {W:386} triệu đồng (trong đó khối thôn 215 triệu đồng, khối cơ quan 96 triệu đồng, doanh nghiệp 65 triệu đồng).",
  "Qua rà soát có {R:58} hộ kinh doanh, trong đó: 31 hộ gốm sứ, 17 hộ ăn uống và 10 hộ dịch vụ khác.",
  "Số lượng cán bộ, công chức tham gia tập huấn là 72 trên tổng số 75 người, đạt {R:96%}.",
  "Toàn xã có 9.874 hộ dùng nước sạch/12.390 hộ, đạt {T:79,6%}.",
  "Chỉ số hài lòng đạt 97,8%, tăng 1,2% so với tháng trước.",
  "Chi trả lương hưu cho 2.345 người với 12,6 tỷ đồng; trong đó qua tài khoản 1.980 người, đạt {W:82%}.",
  "UBND xã tổ chức 03 hội nghị với 450 lượt người tham dự; phát 1.200 tờ rơi; viết 25 tin, bài.",
  "Có 15 nhiệm vụ quá hạn (Phòng Kinh tế 8, Phòng VHXH 4, Công an xã {R:3}).",
  "Có {W:16} nhiệm vụ quá hạn (Phòng Kinh tế 8, Phòng VHXH 4, Công an xã 3).",
  "Đảng bộ có 35 chi bộ với 1.420 đảng viên; kết nạp 12/30 đảng viên, đạt {R:40%} chỉ tiêu năm.",
  "Lũy kế 4 tháng thực hiện 26,8 tỷ đồng/67 tỷ đồng, đạt {R:40 %} kế hoạch; còn lại {W:41,2} tỷ đồng.",
  "Tỷ lệ thất nghiệp giảm từ 2,1% xuống 1,8%.",
  "Phun hóa chất diệt muỗi tại 5 thôn (thôn 1, 2, 3, 4 và 5), đạt 100%.",
  "Trong tháng giải quyết 64 hồ sơ, trong đó có 12 hồ sơ trước hạn, 50 hồ sơ đúng hạn.",
  "Tổng diện tích đất thu hồi {R:3,7} ha (đất nông nghiệp 2,9 ha; đất ở 0,5 ha; đất khác 0,3 ha).",
  "Tổng dư nợ Ngân hàng Chính sách xã hội đạt 86,5 tỷ đồng, tăng 6,5 tỷ đồng so với đầu năm, tốc độ tăng {W:7,5%}.",
  "Đón 3 đoàn khách quốc tế với 127 người; trong đó đoàn Nhật Bản 52 người, đoàn Hàn Quốc 45 người, đoàn Pháp 30 người.",
  "Chi cục thuế quản lý 1.105 hộ, số hộ nộp thuế đúng hạn 1.012 hộ ({T:91,5%}).",
  "Số nhiệm vụ còn chậm muộn: {R:167} nhiệm vụ = 195 nhiệm vụ - 28 nhiệm vụ đã xong.",
  "Có 2/3 số hộ đồng ý phương án; 100% hộ đã nhận tiền; đạt 1/3 tiến độ.",
  "Hội Phụ nữ 1.250 hội viên (tăng 50 hội viên), Hội Nông dân 980 hội viên.",
  "Công tác khám sức khỏe học sinh: khám 3.456 em, phát hiện 412 em tật khúc xạ ({R:11,9%}), 156 em sâu răng ({W:5,4%}).",
  "Trong 24 phản ánh, có 17 phản ánh đã trả lời (chiếm {R:70,8%}), 7 phản ánh đang xử lý ({R:29,2%}).",
  "Nguồn vốn đầu tư {R:71,2} tỷ đồng: ngân sách Thành phố 50 tỷ đồng, ngân sách xã 21,2 tỷ đồng.",
  "Khối trường: mầm non 04, tiểu học 04, THCS 03; tổng cộng {R:11} trường.",
  "Khối trường: mầm non 04, tiểu học 04, THCS 03; tổng cộng {W:12} trường.",

  "Đến nay, toàn xã đã lập hồ sơ sức khỏe điện tử cho 11.830/12.390 hộ, bằng {T:95,4%} số hộ.",
  "Công tác chuyển đổi số: 1.240 trong số 2.030 hồ sơ được nộp trực tuyến (tỷ lệ {R:61,1%}).",
  "Tháng này xử lý 28 vụ vi phạm, nhiều hơn tháng trước 7 vụ ({W:35,3%}).",
  "Thu phí vệ sinh 88,4 triệu đồng trên 104 triệu đồng phải thu, đạt {R:85%}.",
  "Các đơn vị chưa nộp báo cáo gồm 4 đơn vị: Phòng Kinh tế, Trạm Y tế, Công an xã.",
  "Toàn xã hiện có {R:1.320} học sinh mầm non (trường công lập 985; tư thục 335).",
  "Số người tham gia BHXH tự nguyện 612 người, đạt {W:92,8%} chỉ tiêu (650 người).",
  "Tổng mức đầu tư {W:98,5} tỷ đồng gồm: xây lắp 71,2 tỷ đồng, thiết bị 9,8 tỷ đồng, giải phóng mặt bằng 16,5 tỷ đồng.",
  "Giải ngân 4 tháng đạt 51,326 tỷ đồng, bằng {R:12,01%} kế hoạch vốn năm 2026 (427,4 tỷ đồng), tăng 8,1 tỷ đồng so với cùng kỳ.",
  "Số ca mắc tay chân miệng tăng từ 8 ca lên 14 ca, tăng {R:75%}.",
  "Kiểm tra đột xuất 25 cơ sở; kết quả: 21 cơ sở đạt, {W:5} cơ sở không đạt.",
  "Kết quả bình xét: xuất sắc 12 chi bộ, tốt 20 chi bộ, hoàn thành 3 chi bộ, tổng số {R:35} chi bộ.",
  "Dân quân trực 24/24 giờ dịp 30/4 - 1/5, 100% quân số; tuần tra 18 lượt, huy động 72 lượt đồng chí.",
  "Tổng hợp ý kiến cử tri: 42 ý kiến, thuộc thẩm quyền xã 30 ý kiến, Thành phố 12 ý kiến; đã trả lời 26/30 ý kiến (đạt {T:86,6%}).",
  "Hồ sơ đất đai tồn 33 hồ sơ, giảm 6 hồ sơ so với tháng 5 (39 hồ sơ), tương đương {R:15,4%}.",
  "Kết quả thực hiện các chỉ tiêu: vượt 4, đạt 9, chưa đạt 2 trong tổng số 15 chỉ tiêu.",
  "Theo Thông báo số 45/TB-UBND, Chủ tịch giao 6 việc; đã xong 5/6 việc = {W:85%}.",
  `3. Kết quả xử lý vi phạm (tổng 41 vụ):
- Đất đai: 14 vụ, đã xử lý 9 vụ, còn {W:6} vụ
- Xây dựng: 17 vụ, đã xử lý 15 vụ, còn {R:2} vụ
- Môi trường: 10 vụ, đã xử lý 10 vụ`,
  `Chậm muộn tháng 6 là 88 nhiệm vụ, trong đó kỳ trước chuyển qua {W:40} nhiệm vụ, phát sinh {W:48} nhiệm vụ; chi tiết:
* Kinh tế: 50 (kỳ trước 22, phát sinh 28)
* Văn hóa - xã hội: 26 (kỳ trước 12, phát sinh 14)
* Nội vụ: 12 (kỳ trước 5, phát sinh 7)`,
  `STT\tTên trường\tSố lớp\tSố học sinh
1\tMầm non A\t12\t340
2\tTiểu học B\t20\t702
3\tTHCS C\t16\t611
\tCộng\t48\t{W:1.643}`,
  "Kinh phí hỗ trợ hộ nghèo 12 hộ x 5 triệu đồng = 60 triệu đồng.",
  "Chỉ tiêu cả năm 45 tỷ, 6 tháng thu 24,3 tỷ (đạt {R:54%}).",
  "Có 7 đồng chí nghỉ hưu, chiếm 8,2% biên chế; 2 đồng chí chuyển công tác.",
  "Tiếp nhận 35 tin báo, giải quyết 31 tin ({W:86,8%}), đang xác minh {R:4} tin.",
];

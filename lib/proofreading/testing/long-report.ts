/** A month's report as a commune writes it, with the errors that are marked and no others. */
export const LONG_REPORT = `ỦY BAN NHÂN DÂN XÃ BÁT TRÀNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 412/BC-UBND
Bát Tràng, ngày 28 tháng 6 năm 2026
BÁO CÁO
Kết quả công tác tháng 6, nhiệm vụ trọng tâm tháng 7/2026
Kính gửi: Đảng ủy xã; Hội đồng nhân dân xã.
Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND xã về thực hiện nhiệm vụ phát triển kinh tế - xã hội năm 2026, Nghị quyết 57-NQ/TW, Chương trình số 05-CTr/TU ngày 12/01/2026 của Thành ủy, Công văn 1628/UBND-KGVX ngày 20/4/2026, UBND xã báo cáo kết quả như sau:

I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH
1. Kết quả thực hiện nhiệm vụ Thành phố giao
Lũy kế từ đầu năm đến ngày 25/6/2026, Thành phố giao UBND xã 186 nhiệm vụ; đã hoàn thành 171/186 nhiệm vụ, đạt {R:91,9%}; còn {R:15} nhiệm vụ đang thực hiện, đều trong hạn. So với tháng 5, tỷ lệ hoàn thành tăng 1,4 điểm phần trăm.
2. Văn bản đến, văn bản đi
Trong tháng, UBND xã tiếp nhận 1.562 văn bản đến (tăng 154 văn bản so với tháng 5), ban hành {W:702} văn bản đi, trong đó: Chủ tịch UBND xã ký 251 văn bản, Phó Chủ tịch phụ trách kinh tế ký 226 văn bản, Phó Chủ tịch phụ trách văn hóa - xã hội ký 224 văn bản. Tỷ lệ văn bản ký số đạt {U:100%}.
3. Hội họp, tiếp công dân
Tổ chức {R:52} cuộc họp, gồm 31 cuộc họp giao ban, chuyên đề và 21 cuộc làm việc với thôn, tổ dân phố. Lãnh đạo UBND xã tiếp 14 lượt công dân với 19 người; ban hành 08 thông báo kết luận.

II. PHÁT TRIỂN KINH TẾ
1. Thu, chi ngân sách
Tổng thu ngân sách nhà nước trên địa bàn lũy kế đạt 36,48 tỷ đồng/82,5 tỷ đồng dự toán Thành phố giao, bằng {R:44,2%}. Thu từ phí, lệ phí 612,5 triệu đồng, tăng 62,5 triệu đồng so với cùng kỳ (550 triệu đồng), tương ứng tăng {T:11,3%}.
Chi ngân sách xã {R:18,9} tỷ đồng, gồm chi thường xuyên 14,2 tỷ đồng, chi đầu tư 4,1 tỷ đồng, chi khác 0,6 tỷ đồng.
2. Đầu tư công
Kế hoạch vốn đầu tư công năm 2026 được giao là 427,4 tỷ đồng. Lũy kế giải ngân 128,7 tỷ đồng, đạt 30,1% kế hoạch. Trong quý III/2026 phấn đấu giải ngân đạt tối thiểu 60% kế hoạch vốn.
3. Làng nghề, thương mại, dịch vụ
Làng gốm đón 51.200 lượt khách, tăng 12% so với cùng kỳ; doanh thu dịch vụ du lịch đạt 24,3 tỷ đồng, tăng {R:8%} so với 22,5 tỷ đồng của tháng 5. Kiểm tra 42 cơ sở sản xuất, có 39 cơ sở chấp hành tốt, chiếm {R:92,9%}; 03 cơ sở bị nhắc nhở.
4. Nông nghiệp
Diện tích lúa Xuân đã thu hoạch 178,4/185 ha, đạt {W:96,8%}. Năng suất bình quân 61,5 tạ/ha. Tổng đàn gia cầm 46.000 con, giảm 4.000 con ({R:8%}) so với tháng 5.

III. ĐẤT ĐAI, XÂY DỰNG, MÔI TRƯỜNG
1. Trong tháng tiếp nhận {R:118} hồ sơ đất đai, trong đó 31 hồ sơ kỳ trước chuyển sang và 87 hồ sơ mới; đã giải quyết 85 hồ sơ, còn {R:33} hồ sơ đang giải quyết trong hạn. Căn cứ khoản 2 Điều 15 Luật Đất đai 2024, 100% hồ sơ được công khai.
2. Cấp 47 giấy phép xây dựng. Kiểm tra 47/47 công trình có giấy phép, đạt {R:100%}. Phát hiện {W:12} trường hợp vi phạm trật tự xây dựng, gồm: 07 trường hợp xây dựng sai phép; 03 trường hợp lấn chiếm đất công; 01 trường hợp xây dựng trên đất nông nghiệp.
3. Thu gom 312,5 tấn rác thải, tỷ lệ thu gom đạt {U:99,5%}. Xử phạt 4 trường hợp vi phạm môi trường với số tiền 18 triệu đồng, tăng 6 triệu đồng so với tháng 5/2026 = {W:33,3%}.

IV. VĂN HÓA - XÃ HỘI
1. Giáo dục: Toàn xã có {R:11} trường (04 trường mầm non, 04 trường tiểu học, 03 trường trung học cơ sở), trong đó có 10/11 trường đạt chuẩn quốc gia ({R:90,9%}). Kết quả thi vào lớp 10: 398/431 học sinh trúng tuyển công lập, đạt {R:92,3%}, tăng 2,1% so với năm học trước.
2. Y tế: Trạm Y tế khám, chữa bệnh cho 1.934 lượt người. Tiêm chủng đầy đủ cho 166/173 trẻ, đạt {T:95,9%}. {R:02} ca sốt xuất huyết (01 ca thôn 3, 01 ca thôn 5), giảm 03 ca so với cùng kỳ.
3. Lao động, người có công: Chi trả trợ cấp cho 1.572 đối tượng bảo trợ xã hội với số tiền 1,32 tỷ đồng; 412 người có công với số tiền 986,4 triệu đồng. Nhân kỷ niệm 79 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2026), 100% gia đình chính sách được tặng quà. Số hộ nghèo giảm từ 15 hộ xuống còn 12 hộ (giảm {R:20%}).
4. Văn hóa: {R:26} thôn, tổ dân phố đăng ký, trong đó 22 thôn, tổ đăng ký giữ vững danh hiệu và 4 thôn, tổ đăng ký mới.

V. NỘI CHÍNH
1. Công an xã tiếp nhận {R:05} tin báo, gồm 02 vụ trộm cắp, 02 vụ lừa đảo trên mạng và 01 vụ cố ý gây thương tích; đã giải quyết 4/5 tin, đạt {R:80%}.
2. Quân sự: đăng ký dân quân tự vệ 152/178 đồng chí, đạt {R:85,4}%; huấn luyện dự bị động viên 66/66 đồng chí = {R:100%}.
3. Đơn thư: tổng số {R:24} đơn phải giải quyết (kỳ trước chuyển sang 10 đơn, phát sinh trong kỳ 14 đơn), đã giải quyết 13 đơn, còn {W:12} đơn.
4. Cải cách hành chính: tiếp nhận {R:2.030} hồ sơ (trực tuyến 1.240, trực tiếp 790); đã giải quyết 1.921 hồ sơ, trong đó trước hạn và đúng hạn 1.921 hồ sơ (đạt {R:100%}), đang giải quyết {R:109} hồ sơ. Phản ánh kiến nghị: đã trả lời 31/35 phản ánh ({R:88,6%}). Đường dây nóng: 0243.874.0001, 1022.

VI. ĐÁNH GIÁ CHUNG
1. Ưu điểm: các chỉ tiêu cơ bản đạt tiến độ; 9/11 chỉ tiêu Thành phố giao đạt trên 50% kế hoạch năm.
2. Tồn tại, hạn chế
2.1. Nhiệm vụ chậm muộn: tổng số {R:150} nhiệm vụ ({W:72} nhiệm vụ kỳ trước chuyển qua; {W:78} nhiệm vụ phát sinh trong tháng), cụ thể theo lĩnh vực:
- Thông báo kết luận: 61 nhiệm vụ (kỳ trước 30, phát sinh 31);
- Phần mềm quản lý văn bản và điều hành: 40 nhiệm vụ (kỳ trước 15, phát sinh 25);
- Phần mềm giao nhiệm vụ: 30 nhiệm vụ (kỳ trước 7, phát sinh 23);
- Đơn thư, khiếu nại, tố cáo: 8 vụ việc kỳ trước chuyển qua;
- Kết luận thanh tra: 11 nội dung kỳ trước chuyển qua.
Theo phòng, ban, đơn vị: Phòng Kinh tế 103; Ban Quản lý dự án đầu tư - hạ tầng 16; Phòng Văn hóa - Xã hội 12; Văn phòng HĐND và UBND 08; Công an xã 06; Trạm Y tế 03; Ban Chỉ huy Quân sự 01; Trung tâm Dịch vụ tổng hợp 01.
2.2. Nguyên nhân: 3 vị trí công chức còn khuyết; khối lượng việc tăng khoảng 20%.

VII. NHIỆM VỤ TRỌNG TÂM THÁNG 7/2026
1. Hoàn thành 15 nhiệm vụ Thành phố giao còn lại trước 20/7, 25/7 và 31/7/2026; phấn đấu giảm 50% số nhiệm vụ quá hạn.
2. Giải phóng mặt bằng tuyến đường 2,3 km: chi trả cho 45 hộ với số tiền 12,8 tỷ đồng trước ngày 15/7/2026.
3. Tổ chức kỳ họp thứ 5 HĐND xã khóa XXII, nhiệm kỳ 2026-2031; chuẩn bị năm học 2026-2027.
4. Trực 24/24 giờ phòng, chống thiên tai; 3 tổ xung kích, mỗi tổ 10-15 người.
Trên đây là báo cáo của UBND xã./.
Nơi nhận: Đảng ủy xã; TT HĐND xã; Lưu: VT.`;

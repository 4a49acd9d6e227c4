/*
 * The words by which a Vietnamese report says what its figures are. Each list holds single
 * words, in lower case; phrases are recognised by their telling word.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Before a number: it names a thing (điều 15, tháng 4, thôn 3) and counts nothing. */
export const NAMED_BY_NUMBER = words(
  "điều khoản mục điểm lục biểu khóa khoá thứ thôn xóm lộ km ngày tháng năm quý tuần lần đợt đoạn lớp cấp hạng độ thị luật chương cụm đội thửa lô trang covid giờ hotline zalo fax sđt thoại tel ii iii tư",
);
/** After a number: a length of time, or a clause of a rule. */
export const TIMES = words("tháng ngày giờ năm phút tuần quý giây h");
/** After "số" a number counts only when one of these stands before it. */
export const COUNTED_BY_SO = words("tổng trong quân hồ dân nhân con đơn cử sĩ");
/** Before a day and month without a year. */
export const BEFORE_DATE = words(
  "ngày trước hạn từ hết tới sáng chiều tối vào lúc dịp lễ mùng mồng nghỉ đến kỷ niệm kể",
);

/** What a number counts or measures; only like is added to like. */
export type Measure =
  | "count"
  | "money"
  | "percent"
  | "points"
  | "area"
  | "length"
  | "mass"
  | "volume";

/** Scales, as powers of ten. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ["tỷ", 9],
  ["tỉ", 9],
  ["triệu", 6],
  ["nghìn", 3],
  ["ngàn", 3],
]);
export const MONEY = words("đồng đ vnđ vnd usd");
export const MEASURES: ReadonlyMap<string, Measure> = new Map([
  ["ha", "area"],
  ["m2", "area"],
  ["m", "length"],
  ["km", "length"],
  ["km2", "area"],
  ["m3", "volume"],
  ["tấn", "mass"],
  ["tạ", "mass"],
  ["kg", "mass"],
  ["lít", "volume"],
]);

/** What is counted: after a bare "15.78" or a number in words they show that it is a number. */
export const COUNTED = words(
  "nhiệm đơn hồ trường cuộc vụ việc người hộ văn bản đối tượng lượt dự tổ cơ đồng trẻ học công con cây tin kiến nội đề thủ giấy tập cá gia doanh cháu em đại hội buổi lớp thôn xã nhà chiếc bộ quyết kế thông báo chương suất phương xe khoản điểm ca mẫu sản đoàn",
);

/** Before a share: it says which part of a whole something is. */
export const SHARE_WORDS = words("đạt chiếm bằng lệ đương ứng thành tức hay là =");
/** Strong ones, after which a share belongs to the figures before it even across a comma. */
export const STRONG_SHARE_WORDS = words("đạt chiếm bằng lệ đương ứng =");
/** Before a share or amount: it says how much something has changed. */
export const RISES = words("tăng vượt");
export const FALLS = words("giảm hụt");
/** "cao hơn", "thấp hơn" … before "hơn". */
export const MORE = words("cao nhiều lớn");
export const LESS = words("thấp ít nhỏ kém");
/** What a share is measured against where that is not the whole. */
export const AIMS = words("kế kh chỉ dự mục nghị cùng so thành ước");
/** Before a figure that is meant to be reached. */
export const AIMED_AT = words("tiêu đấu cầu thiểu nhất quá dưới khoảng");

/** Approximations, by what they allow. */
export const AT_LEAST = words("trên hơn");
export const AT_MOST = words("gần dưới");
export const ABOUT = words("khoảng xỉ ước chừng");

/** Work that is done, and what is left. */
export const DONE = words("đã hoàn giải xử trả quyết xong thành lý");
export const LEFT = words("còn đang chưa");

/** Which side of a split a label is on, whatever else it says. */
export const CARRIED_OVER = words("trước tồn chuyển cũ");
export const NEWLY = words("phát mới trong");
/** Words of labels that tell nothing apart. */
export const EMPTY_WORDS = words(
  "là và của các có số cụ thể với do được từ vụ việc nhiệm hồ sơ đơn trường hợp nội dung kỳ tháng qua sang sinh tổng về theo tại ở",
);
/** Each word of a pair means that the two are all there is. */
export const COMPLEMENTS: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[] = [
  [words("nam"), words("nữ")],
  [CARRIED_OVER, words("phát mới")],
  [words("đã"), words("chưa đang còn")],
  [words("đúng trước"), words("quá chậm trễ")],
  [words("tuyến"), words("tiếp")],
];
/** Attributes that overlap: one person may have several. */
export const OVERLAPPING = words("nữ đảng trẻ dân tôn thiểu");

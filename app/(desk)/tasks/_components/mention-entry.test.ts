import { expect, test } from "vitest";
import { mentionEntryAt, offeredPeople, withMention } from "./mention-entry.ts";

const PEOPLE = [
  { login: "chutich", displayName: "Chủ tịch UBND xã" },
  { login: "tp.kinhte", displayName: "Trưởng phòng Kinh tế" },
  { login: "cv.datdai", displayName: "Chuyên viên Đất đai" },
];

/** The entry where "|" marks the cursor. */
function entryAt(marked: string) {
  return mentionEntryAt(marked.replace("|", ""), marked.indexOf("|"));
}

test("an @ begins a mention, within words it does not", () => {
  expect(entryAt("@|")).toEqual({ at: 0, sought: "" });
  expect(entryAt("Nhờ @truong ph|")).toEqual({ at: 4, sought: "truong ph" });
  expect(entryAt("(@đất|")).toEqual({ at: 1, sought: "đất" });
  expect(entryAt("gửi vanphong@xa|")).toBeNull();
  expect(entryAt("@chutich, nhờ|")).toBeNull();
  expect(entryAt("không ai|")).toBeNull();
});

test("people are found by position or login, without accents", () => {
  const logins = (sought: string) => offeredPeople(PEOPLE, sought).map(({ login }) => login);
  expect(logins("")).toEqual(["chutich", "tp.kinhte", "cv.datdai"]);
  expect(logins("dat dai")).toEqual(["cv.datdai"]);
  expect(logins("TP.")).toEqual(["tp.kinhte"]);
  expect(logins("nobody")).toEqual([]);
});

test("whoever is chosen takes the place of what was typed", () => {
  const chosen = withMention("Nhờ @kinh xem", { at: 4, sought: "kinh" }, "tp.kinhte");
  expect(chosen).toEqual({ text: "Nhờ @tp.kinhte xem", cursor: 15 });
});

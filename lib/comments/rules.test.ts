import { describe, expect, test } from "vitest";
import { loginsOf, mentionedNames, piecesOf } from "./rules.ts";

const isLogin = (login: string) => ["vanphong", "tp.kinhte", "dot."].includes(login);

describe("piecesOf", () => {
  test("cuts a comment where it mentions someone", () => {
    expect(piecesOf("Nhờ @tp.kinhte xem, @VanPhong.", isLogin)).toEqual([
      { at: 0, text: "Nhờ " },
      { at: 4, login: "tp.kinhte" },
      { at: 14, text: " xem, " },
      { at: 20, login: "vanphong" },
      { at: 29, text: "." },
    ]);
  });

  test("a dot that belongs to the login stays with it", () => {
    expect(piecesOf("@dot.", isLogin)).toEqual([{ at: 0, login: "dot." }]);
  });

  test("what names nobody is text like any other, markup too", () => {
    const comment = "Gửi a@vanphong, @nobody <b>@</b>";
    expect(piecesOf(comment, isLogin)).toEqual([{ at: 0, text: comment }]);
    expect(piecesOf("", isLogin)).toEqual([]);
  });
});

test("names are gathered once each, as logins are written", () => {
  expect(mentionedNames("@A.B. và @a.b., (@vanphong) a@x.vn")).toEqual(["a.b.", "vanphong"]);
  expect(loginsOf("a.b.")).toEqual(["a.b.", "a.b"]);
  expect(loginsOf("a.b")).toEqual(["a.b"]);
});

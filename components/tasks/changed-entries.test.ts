import { expect, test } from "vitest";
import { changedEntries } from "./changed-entries.ts";

test("only what was changed in the form is sent", () => {
  const form = new FormData();
  form.set("id", "7");
  form.set("title", "Mới");
  form.set("field", "TBKL");
  form.append("productRequired", "");
  form.append("productRequired", "on");
  const before = { title: "Cũ", field: "TBKL", productRequired: "" };
  expect([...changedEntries(form, before)]).toEqual([
    ["id", "7"],
    ["title", "Mới"],
    ["productRequired", "on"],
  ]);
});

test("a box that was unticked is said, and one left alone is not", () => {
  const form = new FormData();
  form.append("productRequired", "");
  expect([...changedEntries(form, { productRequired: "on" })]).toEqual([["productRequired", ""]]);
  expect([...changedEntries(form, { productRequired: "" })]).toEqual([]);
});

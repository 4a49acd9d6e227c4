import { expect, test } from "vitest";
import { mergedText, reportSections } from "./rules.ts";
import type { NarrativeKind, NarrativeSection } from "./schema.ts";

const VALUES = new Map([
  ["KT.CHAM_MUON", "141"],
  ["QLDA.CHAM_MUON", "17"],
]);
const section = (
  department: string | null,
  text: string,
  kind: NarrativeKind = "RESULTS",
): NarrativeSection => ({ kind, department, text });
const WRITTEN = [
  section("QLDA", "Ban chậm {{DON_VI.CHAM_MUON}}."),
  section("KT", " Phòng chậm {{DON_VI.CHAM_MUON}}.\n"),
  section("YT", "  "),
  section("KT", "Do mặt bằng.", "CAUSES"),
];

test("the report gives each department's part in the catalogue's order, what is empty left out", () => {
  expect(reportSections(WRITTEN, ["KT", "QLDA", "YT"], VALUES, null)).toEqual([
    {
      kind: "RESULTS",
      parts: [
        { department: "KT", text: "Phòng chậm 141." },
        { department: "QLDA", text: "Ban chậm 17." },
      ],
    },
    { kind: "CAUSES", parts: [{ department: "KT", text: "Do mặt bằng." }] },
  ]);
});

test("a merged text stands in place of the parts, but not in a department's own report", () => {
  const merged = section(null, "Toàn xã: {{KT.CHAM_MUON}} và {{QLDA.CHAM_MUON}}.");
  const sections = [...WRITTEN, merged];
  const [results, causes] = reportSections(sections, ["KT", "QLDA"], VALUES, null);
  expect(results?.parts).toEqual([{ department: null, text: "Toàn xã: 141 và 17." }]);
  expect(causes?.parts).toHaveLength(1);
  expect(reportSections(sections, ["KT", "QLDA"], VALUES, "QLDA")).toEqual([
    { kind: "RESULTS", parts: [{ department: "QLDA", text: "Ban chậm 17." }] },
  ]);
  expect(reportSections(sections, ["KT", "QLDA"], VALUES, "YT")).toEqual([]);
});

test("merging says the same as the parts did, under the departments' names", () => {
  const parts = [
    { code: "KT", name: "Phòng Kinh tế", text: "Chậm {{DON_VI.CHAM_MUON}}.\nĐang xử lý. " },
    { code: "YT", name: "Trạm Y tế", text: " " },
    { code: "QLDA", name: "Ban QLDA", text: "Chậm {{QLDA.CHAM_MUON}}, {{XA.CHAM_MUON}}." },
  ];
  expect(mergedText(parts)).toBe(
    "Phòng Kinh tế:\nChậm {{KT.CHAM_MUON}}.\nĐang xử lý.\n\nBan QLDA:\nChậm {{QLDA.CHAM_MUON}}, {{XA.CHAM_MUON}}.",
  );
  expect(mergedText([])).toBe("");
});

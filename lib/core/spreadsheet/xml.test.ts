import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attribute, escapeXml, XmlScanner } from "./xml.ts";

/** What a scanner tells of a text that comes in these pieces; texts joined. */
function told(pieces: readonly string[]) {
  const events: string[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") events.push(`text ${text}`);
    text = "";
  };
  const scanner = new XmlScanner({
    open(name, attributes, { from, to }) {
      flush();
      events.push(`open ${name} ${attributes.trim()} ${from}-${to}`);
    },
    close(name) {
      flush();
      events.push(`close ${name}`);
    },
    text(piece) {
      text += piece;
    },
  });
  for (const piece of pieces) scanner.push(piece);
  scanner.end();
  return events;
}

const WHOLE =
  '<?xml version="1.0"?><!-- <a> --><x:a b="1>2" c=\'"\'>một &amp; hai<![CDATA[<ba> & ]]]]><d/> &#x1ea1;&#272;</x:a>\n';

describe("XML in pieces", () => {
  it("tells the same wherever it is cut", () => {
    const whole = told([WHOLE]);
    expect(whole).toEqual([
      'open a b="1>2" c=\'"\' 33-52',
      "text một & hai<ba> & ]]",
      `open d  ${WHOLE.indexOf("<d/>")}-${WHOLE.indexOf("<d/>") + 4}`,
      "close d",
      "text  ạĐ",
      "close a",
    ]);
    fc.assert(
      fc.property(fc.array(fc.nat(WHOLE.length - 1)), (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), WHOLE.length];
        const pieces = places.slice(1).map((to, index) => WHOLE.slice(places[index], to));
        expect(told(pieces)).toEqual(whole);
      }),
    );
  });

  it.each([
    ["<a>", "damaged"],
    ["<a></b>", "damaged"],
    ["<a/><b/>", "damaged"],
    ["<a>&x;</a>", "damaged"],
    ["<a>a & b</a>", "damaged"],
    ["<a <b/></a>", "damaged"],
    ["chữ", "damaged"],
    ["", "damaged"],
    ["<a>".repeat(101), "damaged"],
    [`<a b="${"x".repeat(1024 * 1024)}`, "damaged"],
    ["<!DOCTYPE a><a/>", "unsafe"],
    ["<a><!ENTITY b 'c'></a>", "unsafe"],
  ])("refuses what is none: %#", (xml, problem) => {
    expect(() => told([xml])).toThrow(expect.objectContaining({ problem }));
  });

  it("finds attributes however they are written", () => {
    const attributes = ` sheetId="2" r:id = 'rId"1' name="a &lt; b"\n\tid2="x"`;
    expect(attribute(attributes, "id")).toBe('rId"1');
    expect(attribute(attributes, "sheetId")).toBe("2");
    expect(attribute(attributes, "name")).toBe("a < b");
    expect(attribute(attributes, "id2")).toBe("x");
    expect(attribute(attributes, "d2")).toBeNull();
  });

  it("takes back what was escaped", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(attribute(`a="${escapeXml(text)}"`, "a")).toBe(text);
      }),
    );
  });
});

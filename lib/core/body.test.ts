import { expect, it } from "vitest";
import { MOST_BYTES, readJson } from "./body.ts";

function requestOf(body: BodyInit | null, type = "application/json"): Request {
  const init = { method: "POST", body, headers: { "content-type": type }, duplex: "half" };
  return new Request("http://desk/", init);
}

it.each(["application/json", "application/json; charset=utf-8", "application/merge-patch+json"])(
  "reads %s",
  async (type) => {
    expect(await readJson(requestOf('{"tiêu đề":1}', type))).toEqual({ "tiêu đề": 1 });
  },
);

it("takes no body for an empty one, whatever its type", async () => {
  expect(await readJson(requestOf(null, "text/plain"))).toEqual({});
});

it.each([
  ["half a document", "{", "application/json", "malformed"],
  ["what is not UTF-8", new Uint8Array([0x22, 0xff, 0x22]), "application/json", "malformed"],
  ["a form", "a=1", "application/x-www-form-urlencoded", "unsupportedMediaType"],
  ["a text that ends like JSON", "{}", "text/json", "unsupportedMediaType"],
])("refuses %s", async (_what, body, type, problem) => {
  await expect(readJson(requestOf(body, type))).rejects.toMatchObject({ problem });
});

it("stops reading at the limit, whatever length was announced", async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 65_536;
      controller.enqueue(new Uint8Array(65_536));
    },
  });
  await expect(readJson(requestOf(endless))).rejects.toMatchObject({ problem: "tooLarge" });
  expect(sent).toBeLessThan(2 * MOST_BYTES);
});

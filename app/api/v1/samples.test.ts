import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { does, givenRegister, givenTask, tokens } from "./testing/calls.ts";
import { startApiServer } from "./testing/server.ts";
import { type CurlCall, callsIn, shellBlocks } from "./testing/shell-samples.ts";

await testDatabase();

/** Files that the samples send, by their names there. */
const FILES: Readonly<Record<string, string>> = {
  "nhiem-vu.csv": "Nội dung nhiệm vụ;Đơn vị chủ trì;Lĩnh vực theo dõi\r\nRà soát;PHONG_KT;TBKL",
};

const page = await readFile(new URL("../../../docs/api.md", import.meta.url), "utf8");

let server: Awaited<ReturnType<typeof startApiServer>>;
const variables: Record<string, string> = {};

beforeAll(async () => {
  await givenRegister();
  // The samples name the fields of the real catalogue.
  await database().field.createMany({
    data: ["TBKL_UBND", "DON_THU_KNTC"].map((code, position) => ({
      ...{ code, name: code, short: code, nameEn: code, position: 100 + position },
    })),
  });
  server = await startApiServer();
  const task = await givenTask({ dueOn: "2026-12-10" });
  await does("head", "accept", task);
  const { version } = await database().task.findUniqueOrThrow({ where: { id: task } });
  Object.assign(variables, {
    DESK: server.url,
    TOKEN: tokens.office,
    TASK: `${task}`,
    VERSION: `${version}`,
  });
});
afterAll(() => server.stop());

function formOf(parts: readonly string[]): FormData {
  const form = new FormData();
  for (const part of parts) {
    const [, name = "", file = ""] = /^(\w+)=@(.+)$/.exec(part) ?? [];
    const text = FILES[file];
    if (text === undefined) throw new Error(`The test has no file for ${part}`);
    form.set(name, new File([text], file));
  }
  return form;
}

function send({ method, url, headers, body, form }: CurlCall): Promise<Response> {
  return fetch(url, { method, headers, body: form.length > 0 ? formOf(form) : body });
}

describe("the samples of docs/api.md", () => {
  it("do what they say, one after the other", async () => {
    const calls = shellBlocks(page).flatMap((block) => callsIn(block, variables));
    expect(calls.length).toBeGreaterThanOrEqual(4);
    for (const call of calls) {
      const response = await send(call);
      const text = await response.text();
      expect(response.status, `${call.line}\n${text.slice(0, 1000)}`).toBeLessThan(300);
    }
  });
});

describe("the reader of samples", () => {
  const read = (line: string) => callsIn(line, { DESK: "http://desk", TOKEN: "t", N: "7" });

  it("reads a line as a shell does", () => {
    expect(
      read(`curl -X PUT "$DESK/a b" -H "If-Match: \\"$N\\"" \\\n  -d '{"a": "$N"}'`),
    ).toMatchObject([
      {
        method: "PUT",
        url: "http://desk/a b",
        headers: { "If-Match": '"7"' },
        body: '{"a": "$N"}',
      },
    ]);
    expect(read("export DESK=http://x TOKEN=y\n# nothing\ncurl $DESK/x")).toMatchObject([
      { method: "GET", url: "http://desk/x" },
    ]);
  });

  it.each([
    ["wget $DESK", "Not curl"],
    ["curl --insecure $DESK", "Not understood"],
    ["curl $DESK | jq .", "Not understood"],
    ["curl $OTHER", "does not set"],
    ['curl "$(whoami)"', "Not understood"],
    ["export OTHER=1", "does not set"],
    ["curl 'http://x", "Never ends"],
    ["curl -H", "missing"],
  ])("refuses %s", (line, says) => {
    expect(() => read(line)).toThrow(says);
  });
});

import { createHmac } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Resolve } from "./addresses.ts";
import { newSecret, sealed } from "./secrets.ts";
import { send } from "./send.ts";
import { receiver, verified } from "./testing/receiver.ts";

vi.stubEnv("AUTH_SECRET", "a".repeat(40));

const target = await receiver();
afterAll(target.close);

const secret = newSecret();
const ID = "0b7e8f5e-5d0f-4a38-9a43-0d9a1a2b3c4d";
const BODY = JSON.stringify({ id: ID, event: "webhook.test", data: { words: "Đã gửi" } });
const letter = (url = target.url) => ({ id: ID, url, secret: sealed(secret), body: BODY });

beforeEach(() => {
  vi.stubEnv("WEBHOOK_PRIVATE_NETWORKS", "1");
  target.received.length = 0;
  target.answers();
});

/** The last that arrived. */
function latest() {
  const got = target.received.at(-1);
  if (!got) throw new Error("nothing arrived");
  return got;
}

describe("what arrives", () => {
  test("is signed, so that the receiver's library takes it", async () => {
    const attempt = await send(letter());
    expect(attempt).toEqual({
      status: 204,
      problem: null,
      detail: "",
      milliseconds: expect.any(Number),
    });
    expect(verified(secret, latest())).toEqual(JSON.parse(BODY));
    expect(latest().headers).toMatchObject({
      "webhook-id": ID,
      "content-type": "application/json; charset=utf-8",
      "user-agent": "executive-desk",
    });
  });

  test("is signed as the document says: HMAC-SHA256 over id, time and body", async () => {
    await send(letter());
    const { headers, body } = latest();
    const key = Buffer.from(secret.slice("whsec_".length), "base64");
    const signature = createHmac("sha256", key)
      .update(`${ID}.${headers["webhook-timestamp"]}.${body}`)
      .digest("base64");
    expect(headers["webhook-signature"]).toBe(`v1,${signature}`);
  });

  test("is not taken with another key, nor changed on the way", async () => {
    await send(letter());
    expect(() => verified(newSecret(), latest())).toThrow("No matching signature");
    const changed = { ...latest(), body: latest().body.replace("Đã", "Chưa") };
    expect(() => verified(secret, changed)).toThrow("No matching signature");
  });
});

describe("what does not arrive", () => {
  test("an answer that refuses is kept in its beginning, as one line", async () => {
    target.answers((response) =>
      response.writeHead(503).end(`Bảo trì\u0000\n${"x".repeat(9_000)}`),
    );
    const { status, problem, detail } = await send(letter());
    expect({ status, problem }).toEqual({ status: 503, problem: "STATUS" });
    expect(detail).toHaveLength(200);
    expect(detail).toMatch(/^Bảo trì x+$/);
  });

  test("no more than 4 KB of an endless answer are read", async () => {
    target.answers((response) => {
      const flow = () => {
        while (!response.destroyed && response.write("x".repeat(1_024)));
      };
      response.writeHead(500).on("drain", flow);
      flow();
    });
    expect(await send(letter())).toMatchObject({ status: 500, problem: "STATUS" });
  });

  test("an accepting answer without an end has arrived", async () => {
    target.answers((response) => response.writeHead(200).write("…"));
    expect(await send(letter(), { timeout: 500 })).toMatchObject({ status: 200, problem: null });
  });

  test("a redirect is not followed", async () => {
    target.answers((response) => response.writeHead(302, { Location: target.url }).end());
    expect(await send(letter())).toMatchObject({ status: 302, problem: "STATUS" });
    expect(target.received).toHaveLength(1);
  });

  test("a receiver that does not answer is waited for so long and no longer", async () => {
    target.answers(() => {});
    const attempt = await send(letter(), { timeout: 200 });
    expect(attempt).toMatchObject({ status: null, problem: "TIMEOUT", detail: "" });
    expect(attempt.milliseconds).toBeGreaterThanOrEqual(190);
    expect(attempt.milliseconds).toBeLessThan(5_000);
  });

  test("a name that never resolves is not waited for longer either", async () => {
    const resolve: Resolve = () => new Promise(() => {});
    const attempt = await send(letter("http://slow.example/"), { resolve, timeout: 200 });
    expect(attempt).toMatchObject({ status: null, problem: "TIMEOUT" });
  });

  test("nobody listens there", async () => {
    const closed = await receiver();
    await closed.close();
    expect(await send(letter(closed.url))).toMatchObject({ status: null, problem: "REFUSED" });
  });

  test("the connection breaks off", async () => {
    target.answers((response) => response.socket?.destroy());
    expect(await send(letter())).toMatchObject({ problem: "NETWORK", detail: "ECONNRESET" });
  });

  test("a name that nobody knows", async () => {
    const resolve: Resolve = async () => {
      throw Object.assign(new Error("unknown"), { code: "ENOTFOUND" });
    };
    const attempt = await send(letter("http://nowhere.example/"), { resolve });
    expect(attempt).toMatchObject({ problem: "NAME", detail: "ENOTFOUND" });
    const none = await send(letter("http://nowhere.example/"), { resolve: async () => [] });
    expect(none).toMatchObject({ problem: "NAME" });
  });

  test("a server without a certificate is not spoken to in the clear", async () => {
    const attempt = await send(letter(target.url.replace("http:", "https:")));
    expect(attempt).toMatchObject({ status: null, problem: "NETWORK" });
    expect(target.received).toHaveLength(0);
  });

  test("a key that cannot be read signs nothing", async () => {
    const attempt = await send({ ...letter(), secret: "v1:AAAA" });
    expect(attempt).toMatchObject({ status: null, problem: "SECRET" });
    expect(target.received).toHaveLength(0);
  });
});

describe("addresses of one's own network", () => {
  beforeEach(() => vi.stubEnv("WEBHOOK_PRIVATE_NETWORKS", "0"));

  test.each(["127.0.0.1", "[::ffff:127.0.0.1]", "0x7f000001"])("%s is refused", async (host) => {
    const attempt = await send(letter(`http://${host}:${target.port}/`));
    expect(attempt).toMatchObject({ status: null, problem: "ADDRESS" });
    expect(target.received).toHaveLength(0);
  });

  test("a name that leads there is refused, also where another of its addresses is open", async () => {
    const url = `http://inside.example:${target.port}/`;
    const resolve: Resolve = async () => [
      { address: "203.162.4.191", family: 4 },
      { address: "127.0.0.1", family: 4 },
    ];
    expect(await send(letter(url), { resolve })).toMatchObject({
      problem: "ADDRESS",
      detail: "127.0.0.1",
    });
    expect(target.received).toHaveLength(0);
  });

  test("a name is looked at once in each attempt, and connected to as it was looked at", async () => {
    vi.stubEnv("WEBHOOK_PRIVATE_NETWORKS", "1");
    // Sent to when it is first asked, and a machine's metadata from then on.
    const answers = ["127.0.0.1", "169.254.169.254"];
    let asked = 0;
    const resolve: Resolve = async () => {
      asked += 1;
      return [{ address: answers[asked - 1] ?? "", family: 4 }];
    };
    const url = `http://rebinding.example:${target.port}/`;
    expect(await send(letter(url), { resolve })).toMatchObject({ status: 204, problem: null });
    expect(asked).toBe(1);
    expect(await send(letter(url), { resolve })).toMatchObject({
      problem: "ADDRESS",
      detail: "169.254.169.254",
    });
    expect(target.received).toHaveLength(1);
  });

  test("where the operator opens it, the same name is sent to", async () => {
    vi.stubEnv("WEBHOOK_PRIVATE_NETWORKS", "1");
    const resolve: Resolve = async () => [{ address: "127.0.0.1", family: 4 }];
    const url = `http://inside.example:${target.port}/`;
    expect(await send(letter(url), { resolve })).toMatchObject({ status: 204, problem: null });
    expect(latest().headers.host).toBe(`inside.example:${target.port}`);
  });
});

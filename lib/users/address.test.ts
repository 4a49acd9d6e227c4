import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { clientAddressOf, recordClientAddresses } from "./address.ts";

const from = (forwarded: string) => new Headers({ "x-forwarded-for": forwarded });

afterEach(() => {
  delete process.env.TRUST_PROXY;
});

test("one IPv4 address is one client, one IPv6 network is one client", () => {
  expect(clientAddressOf(from("192.0.2.7"))).toBe("192.0.2.7");
  expect(clientAddressOf(from("::ffff:192.0.2.7"))).toBe("192.0.2.7");
  expect(clientAddressOf(from("::1"))).toBe("127.0.0.1");
  expect(clientAddressOf(from("2001:db8:0:42::7"))).toBe("2001:db8:0:42::/64");
  expect(clientAddressOf(from("2001:0DB8::42:ffff:1:2:3"))).toBe("2001:db8:0:42::/64");
  expect(clientAddressOf(from("fe80::1%eth0"))).toBe("fe80:0:0:0::/64");
});

test("anything else is unknown", () => {
  for (const text of ["", "somewhere", "192.0.2.7'; --"]) {
    expect(clientAddressOf(from(text))).toBe("unknown");
  }
  expect(clientAddressOf(new Headers())).toBe("unknown");
});

test("behind proxies the entry counts that the outermost of them appended", () => {
  const header = from("10.0.0.1, 198.51.100.2, 203.0.113.3");
  process.env.TRUST_PROXY = "1";
  expect(clientAddressOf(header)).toBe("203.0.113.3");
  process.env.TRUST_PROXY = "2";
  expect(clientAddressOf(header)).toBe("198.51.100.2");
  process.env.TRUST_PROXY = "some";
  expect(() => clientAddressOf(header)).toThrow("TRUST_PROXY");
});

test("without a proxy the header is the connection's address, whatever the client claims", async () => {
  recordClientAddresses();
  const server = createServer((request: IncomingMessage, response) => {
    response.end(request.headers["x-forwarded-for"]);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const headers = { "x-forwarded-for": "203.0.113.9" };
    const answer = await fetch(`http://127.0.0.1:${port}/`, { headers });
    expect(await answer.text()).toBe("127.0.0.1");
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});

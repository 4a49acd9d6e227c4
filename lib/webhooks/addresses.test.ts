import { describe, expect, test } from "vitest";
import { isRefusedAddress, literalAddress } from "./addresses.ts";

/** As a URL writes it: numbers in other bases, names in brackets. */
const hostOf = (url: string) => literalAddress(new URL(url).hostname);

const PRIVATE = [
  "127.0.0.1",
  "127.8.9.1",
  "10.1.2.3",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "100.64.0.1",
  "198.18.0.1",
  "::1",
  "fd12:3456::1",
  "::ffff:127.0.0.1",
  "::ffff:192.168.1.1",
  "::ffff:7f00:1",
];

const NEVER = [
  "0.0.0.0",
  "0.1.2.3",
  "169.254.169.254",
  "169.254.1.1",
  "100.100.100.200",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::7f00:1",
  "::ffff:169.254.169.254",
  "::ffff:0:0",
  "fe80::1",
  "fe80::1%eth0",
  "fec0::1",
  "ff02::1",
  "fd00:ec2::254",
  "64:ff9b::7f00:1",
  "64:ff9b:1::a00:1",
  "100::1",
  "2001::1",
  "2001:db8::1",
  "2002:7f00:1::",
  "3fff::1",
  "not an address",
  "",
];

const OPEN = [
  "8.8.8.8",
  "172.15.0.1",
  "172.32.0.1",
  "203.162.4.191",
  "2606:4700::1111",
  "::ffff:8.8.8.8",
];

describe("addresses that are resolved to", () => {
  test.each(PRIVATE)("%s is one's own: refused unless the operator opens it", (address) => {
    expect(isRefusedAddress(address, false)).toBe(true);
    expect(isRefusedAddress(address, true)).toBe(false);
  });

  test.each(NEVER)("%s is refused whatever the operator says", (address) => {
    expect(isRefusedAddress(address, false)).toBe(true);
    expect(isRefusedAddress(address, true)).toBe(true);
  });

  test.each(OPEN)("%s is sent to", (address) => {
    expect(isRefusedAddress(address, false)).toBe(false);
  });
});

describe("addresses written otherwise", () => {
  test.each([
    "http://2130706433/",
    "http://0x7f.1/",
    "http://017700000001/",
    "http://127.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://１２７.0.0.1/",
  ])("%s is known for what it is", (url) => {
    const address = hostOf(url);
    expect(address !== null && isRefusedAddress(address, false)).toBe(true);
  });

  test("a name is none", () => {
    expect(hostOf("https://hanoiwork.example/hook")).toBeNull();
  });
});

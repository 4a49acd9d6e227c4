import { NextRequest } from "next/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { config, proxy } from "./proxy.ts";

/** The headers of an answer, and those that the page or route gets to see (prefix removed). */
function headersFor(address: string, sent: Record<string, string> = {}) {
  const { headers } = proxy(new NextRequest(address, { headers: sent }));
  const passedOn = (name: string) => headers.get(`x-middleware-request-${name}`);
  return { answer: headers, passedOn };
}

const ADDRESS = "http://desk.test/tasks?q=%C4%91%E1%BA%A5t";

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("proxy", () => {
  it("allows only scripts and styles of this answer", () => {
    const { answer, passedOn } = headersFor(ADDRESS);
    const policy = answer.get("content-security-policy") ?? "";
    const nonce = passedOn("x-nonce");
    expect(nonce).toMatch(/^[0-9a-f]{32}$/);
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic';`);
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}';`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe-eval");
    expect(passedOn("content-security-policy")).toBe(policy);
    expect(headersFor(ADDRESS).passedOn("x-nonce")).not.toBe(nonce);
  });

  it("gives each request an id of its own and tells the page its address", () => {
    const sent = { "x-request-id": "forged", "x-path": "/forged", "x-nonce": "forged" };
    const { answer, passedOn } = headersFor(ADDRESS, sent);
    expect(answer.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(passedOn("x-request-id")).toBe(answer.get("x-request-id"));
    expect(passedOn("x-path")).toBe("/tasks?q=%C4%91%E1%BA%A5t");
    expect(passedOn("x-nonce")).not.toBe("forged");
  });

  it("insists on https only where the product is reached by it", () => {
    const plain = headersFor(ADDRESS).answer;
    expect(plain.get("strict-transport-security")).toBeNull();
    expect(plain.get("content-security-policy")).not.toContain("upgrade-insecure-requests");
    vi.stubEnv("APP_URL", "https://desk.test");
    const secure = headersFor(ADDRESS).answer;
    expect(secure.get("strict-transport-security")).toContain("max-age=");
    expect(secure.get("content-security-policy")).toContain("upgrade-insecure-requests");
  });

  it("lets our own pages show a file in a frame, where it can do nothing", () => {
    const { answer } = headersFor("http://desk.test/api/files/0b6f6a5e?preview=1");
    const policy = "sandbox; default-src 'none'; frame-ancestors 'self'";
    expect(answer.get("content-security-policy")).toBe(policy);
    expect(answer.get("x-frame-options")).toBe("SAMEORIGIN");
    expect(answer.get("x-content-type-options")).toBe("nosniff");
    for (const other of ["/api/files/a/b", "/api/filesystem", "/files/a", "/"]) {
      expect(headersFor(`http://desk.test${other}`).answer.get("x-frame-options")).toBe("DENY");
    }
  });

  it("leaves uploads alone, which it would cut off", () => {
    const [pattern] = config.matcher;
    const passes = (path: string) => new RegExp(`^${pattern}$`).test(path);
    expect(["/api/files", "/api/proofreading"].map(passes)).toEqual([false, false]);
    expect(["/", "/api/files/a", "/api/filesystem"].map(passes)).toEqual([true, true, true]);
  });

  it("sends the usual refusals with every answer, those of the interface for machines too", () => {
    const { answer } = headersFor("http://desk.test/api/v1/tasks");
    expect(answer.get("x-content-type-options")).toBe("nosniff");
    expect(answer.get("referrer-policy")).toBe("same-origin");
    expect(answer.get("permissions-policy")).toContain("camera=()");
    expect(answer.get("cross-origin-opener-policy")).toBe("same-origin");
  });
});

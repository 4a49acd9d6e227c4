import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newSecret, opened, sealed, UnreadableSecretError } from "./secrets.ts";

beforeEach(() => vi.stubEnv("AUTH_SECRET", "a".repeat(40)));
afterEach(() => vi.unstubAllEnvs());

test("a key is 256 random bits, and no two are the same", () => {
  const [one, other] = [newSecret(), newSecret()];
  expect(one).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(one).not.toBe(other);
});

test("what is stored tells nothing and is read with the same secret", () => {
  const secret = newSecret();
  const stored = sealed(secret);
  expect(stored).not.toContain(secret.slice(6, 20));
  expect(sealed(secret)).not.toBe(stored);
  expect(opened(stored)).toBe(secret);
});

test("it is not read with another secret of the product, nor once it was changed", () => {
  const stored = sealed(newSecret());
  const bytes = Buffer.from(stored.slice(3), "base64");
  bytes.writeUInt8(bytes.readUInt8(30) ^ 1, 30);
  expect(() => opened(`v1:${bytes.toString("base64")}`)).toThrow(UnreadableSecretError);
  expect(() => opened("")).toThrow(UnreadableSecretError);
  vi.stubEnv("AUTH_SECRET", "b".repeat(40));
  expect(() => opened(stored)).toThrow(UnreadableSecretError);
});

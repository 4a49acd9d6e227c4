import { expect, test } from "vitest";
import { hashPassword, initialPassword, verifyPassword } from "./passwords.ts";
import { CHEAP_COST } from "./testing/accounts.ts";

test("a hash is argon2id, salted, and fits its own password only", async () => {
  const [hash, another] = await Promise.all([
    hashPassword("một câu dài"),
    hashPassword("một câu dài"),
  ]);
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=2,p=1\$/);
  expect(hash).not.toBe(another);
  expect(await verifyPassword(hash, "một câu dài")).toBe(true);
  expect(await verifyPassword(hash, "mot cau dai")).toBe(false);
});

test("where there is no account no password fits, and it takes as long to say so", async () => {
  const hash = await hashPassword("một câu dài");
  const timeOf = async (passwordHash: string | undefined) => {
    const begun = performance.now();
    expect(await verifyPassword(passwordHash, "một câu khác")).toBe(false);
    return performance.now() - begun;
  };
  await timeOf(undefined);
  // The fastest of several: what else the machine does only ever adds.
  const fastest = async (passwordHash: string | undefined) => {
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) times.push(await timeOf(passwordHash));
    return Math.min(...times);
  };
  const [wrong, unknown] = [await fastest(hash), await fastest(undefined)];
  // An answer without hashing comes a thousand times faster; a busy machine only slows both.
  expect(unknown).toBeGreaterThan(wrong / 20);
});

test("a cheaper hash is told apart by its parameters", async () => {
  expect(await hashPassword("một câu dài", CHEAP_COST)).toContain("m=1024,t=1");
});

test("initial passwords are never the same twice", () => {
  const made = new Set(Array.from({ length: 200 }, initialPassword));
  expect(made.size).toBe(200);
  for (const password of made)
    expect(password).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$/);
});

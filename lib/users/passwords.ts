import { randomBytes, randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** What one hash costs: kibibytes of memory and passes over them. */
export type HashCost = { memoryCost: number; timeCost: number };

/** Twice the first option of the OWASP Password Storage Cheat Sheet (argon2id, one lane). */
export const STANDARD_COST: HashCost = { memoryCost: 47_104, timeCost: 2 };

/**
 * The argon2id hash of a password, in NFC so that the same letters typed on another machine
 * give the same bytes. Tests may ask for a cheaper one.
 */
export function hashPassword(password: string, cost: HashCost = STANDARD_COST): Promise<string> {
  return hash(password.normalize("NFC"), { ...cost, parallelism: 1 });
}

let stranger: Promise<string> | undefined;

/**
 * Whether the password is the one that was hashed. Without a hash (no such account) it takes
 * as long and is false, so that the time does not tell which accounts exist.
 */
export async function verifyPassword(
  passwordHash: string | undefined,
  password: string,
): Promise<boolean> {
  stranger ??= hashPassword(randomBytes(32).toString("base64"));
  const matches = await verify(passwordHash ?? (await stranger), password.normalize("NFC"));
  return passwordHash !== undefined && matches;
}

/** Letters and digits that nobody confuses when reading them from paper. */
const READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

/** A password for a person to type once: four groups of four, 79 bits. */
export function initialPassword(): string {
  const group = () =>
    Array.from({ length: 4 }, () => READABLE.charAt(randomInt(READABLE.length))).join("");
  return [group(), group(), group(), group()].join("-");
}

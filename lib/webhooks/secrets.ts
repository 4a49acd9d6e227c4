import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { sessionSecret } from "#lib/users/cookies.ts";

const CIPHER = "aes-256-gcm";
const KEY_BYTES = 32;
const VECTOR_BYTES = 12;
const TAG_BYTES = 16;
/** Stands before what is encrypted, so that it can be done otherwise one day. */
const VERSION = "v1:";

/** The product's own secret for this use only. */
function encryptionKey(): Buffer {
  const key = hkdfSync("sha256", sessionSecret(), "", "executive-desk webhook secrets", KEY_BYTES);
  return Buffer.from(key);
}

/** A new key of a receiver, 256 random bits, as Standard Webhooks writes it: `whsec_<base64>`. */
export function newSecret(): string {
  return `whsec_${randomBytes(KEY_BYTES).toString("base64")}`;
}

/** A receiver's key as it is stored: encrypted and authenticated under AUTH_SECRET. */
export function sealed(secret: string): string {
  const vector = randomBytes(VECTOR_BYTES);
  const cipher = createCipheriv(CIPHER, encryptionKey(), vector);
  const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return VERSION + Buffer.concat([vector, cipher.getAuthTag(), text]).toString("base64");
}

/** What was stored cannot be read: it was changed, or AUTH_SECRET is another one. */
export class UnreadableSecretError extends Error {}

/** A receiver's key from what is stored. @throws UnreadableSecretError */
export function opened(stored: string): string {
  try {
    const bytes = Buffer.from(stored.slice(VERSION.length), "base64");
    const [vector, tag, text] = [
      bytes.subarray(0, VECTOR_BYTES),
      bytes.subarray(VECTOR_BYTES, VECTOR_BYTES + TAG_BYTES),
      bytes.subarray(VECTOR_BYTES + TAG_BYTES),
    ];
    const cipher = createDecipheriv(CIPHER, encryptionKey(), vector, { authTagLength: TAG_BYTES });
    cipher.setAuthTag(tag);
    return Buffer.concat([cipher.update(text), cipher.final()]).toString("utf8");
  } catch (cause) {
    throw new UnreadableSecretError("A webhook's key cannot be read", { cause });
  }
}

import { once } from "node:events";
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { Webhook } from "standardwebhooks";
import {
  guardedLookup,
  isRefusedAddress,
  literalAddress,
  RefusedAddressError,
  type Resolve,
  resolveName,
} from "./addresses.ts";
import type { Attempt, SendProblem } from "./schema.ts";
import { opened, UnreadableSecretError } from "./secrets.ts";

/** What is sent where; `secret` as it is stored. */
export type Letter = { id: string; url: string; secret: string; body: string };

export type SendOptions = {
  resolve?: Resolve;
  /** Milliseconds for all of it: name, connection, answer. */
  timeout?: number;
};

const TIMEOUT_MS = 10_000;
const ANSWER_READ_BYTES = 4_096;
const ANSWER_KEPT_LETTERS = 200;

const PROBLEM_OF_CODE: Readonly<Record<string, SendProblem>> = {
  ENOTFOUND: "NAME",
  EAI_AGAIN: "NAME",
  ECONNREFUSED: "REFUSED",
  ABORT_ERR: "TIMEOUT",
  ETIMEDOUT: "TIMEOUT",
  CERT_HAS_EXPIRED: "CERTIFICATE",
  DEPTH_ZERO_SELF_SIGNED_CERT: "CERTIFICATE",
  SELF_SIGNED_CERT_IN_CHAIN: "CERTIFICATE",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "CERTIFICATE",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "CERTIFICATE",
  ERR_TLS_CERT_ALTNAME_INVALID: "CERTIFICATE",
};

/** The headers of Standard Webhooks: an HMAC-SHA256 over id, time and body. */
function signedHeaders({ id, secret, body }: Letter, at: Date): Record<string, string> {
  return {
    "webhook-id": id,
    "webhook-timestamp": `${Math.floor(at.getTime() / 1_000)}`,
    "webhook-signature": new Webhook(opened(secret)).sign(id, at, body),
  };
}

/** The beginning of an answer that refuses, for the log: a line without what cannot be seen. */
async function beginningOfAnswer(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of answer) {
      parts.push(part);
      length += part.length;
      if (length >= ANSWER_READ_BYTES) break;
    }
  } catch {
    // It broke off or took too long: its status is known, and what was read is enough.
  }
  const text = Buffer.concat(parts).subarray(0, ANSWER_READ_BYTES).toString("utf8");
  const line = text.replace(/[\s\p{C}]+/gu, " ").trim();
  return [...line].slice(0, ANSWER_KEPT_LETTERS).join("");
}

async function post(letter: Letter, { resolve = resolveName, timeout = TIMEOUT_MS }: SendOptions) {
  const target = new URL(letter.url);
  const literal = literalAddress(target.hostname);
  if (literal !== null && isRefusedAddress(literal)) throw new RefusedAddressError(literal);
  const { request } = target.protocol === "https:" ? https : http;
  const call = request(target, {
    method: "POST",
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Length": Buffer.byteLength(letter.body),
      "User-Agent": "executive-desk",
      ...signedHeaders(letter, new Date()),
    },
    // A connection of its own each time, to addresses looked at this time. No redirect is
    // followed: node:http never does.
    agent: false,
    lookup: guardedLookup(resolve),
    signal: AbortSignal.timeout(timeout),
  });
  try {
    call.end(letter.body);
    const [answer] = (await once(call, "response")) as [IncomingMessage];
    // From here on a broken connection is seen where the answer is read.
    call.on("error", () => {});
    const status = answer.statusCode ?? 0;
    if (status >= 200 && status < 300) return { status, refusal: null };
    return { status, refusal: await beginningOfAnswer(answer) };
  } finally {
    call.destroy();
  }
}

function problemOf(error: unknown): Pick<Attempt, "problem" | "detail"> {
  if (error instanceof RefusedAddressError) return { problem: "ADDRESS", detail: error.address };
  if (error instanceof UnreadableSecretError) return { problem: "SECRET", detail: "" };
  if (!(error instanceof Error)) throw error;
  const code = "code" in error ? String(error.code) : "";
  const problem = PROBLEM_OF_CODE[code] ?? "NETWORK";
  return { problem, detail: problem === "TIMEOUT" ? "" : code || error.message };
}

/**
 * Sends a letter once, signed, to an address that is looked at anew. It does not throw for what
 * can happen on the way: that is how the attempt ended.
 */
export async function send(letter: Letter, options: SendOptions = {}): Promise<Attempt> {
  const begun = performance.now();
  const ended = (how: Omit<Attempt, "milliseconds">): Attempt => ({
    ...how,
    milliseconds: Math.round(performance.now() - begun),
  });
  try {
    const { status, refusal } = await post(letter, options);
    return refusal === null
      ? ended({ status, problem: null, detail: "" })
      : ended({ status, problem: "STATUS", detail: refusal });
  } catch (error) {
    return ended({ status: null, ...problemOf(error) });
  }
}

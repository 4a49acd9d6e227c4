import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

/**
 * Where a request came from. Next shows a request's headers but not its connection: it puts
 * the connection's address into `x-forwarded-for` unless the client already sent one, which
 * anyone can. So, unless proxies stand in front (`TRUST_PROXY`, how many), that header is
 * overwritten before Next sees it; behind proxies each appended one entry, and the one that
 * the outermost appended is the client.
 */
const HEADER = "x-forwarded-for";

/** Proxies in front of the product that append to `x-forwarded-for`: 0 unless `TRUST_PROXY` says. */
function trustedProxies(): number {
  const configured = process.env.TRUST_PROXY ?? "";
  if (configured === "" || configured === "false") return 0;
  const count = configured === "true" ? 1 : Number(configured);
  if (Number.isInteger(count) && count >= 0 && count < 10) return count;
  throw new Error(`TRUST_PROXY must be a number of proxies, not "${configured}"`);
}

type RequestStarted = { request: IncomingMessage };

const holder = globalThis as { clientAddressesRecorded?: true };

/** Makes `x-forwarded-for` trustworthy from now on; called when the server starts. */
export function recordClientAddresses(): void {
  if (trustedProxies() > 0 || holder.clientAddressesRecorded) return;
  holder.clientAddressesRecorded = true;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as RequestStarted;
    request.headers[HEADER] = request.socket.remoteAddress;
  });
}

/** The network of an IPv6 address, of which one client has all: its first 64 bits. */
function networkOf(address: string): string {
  const [head = "", tail] = address.toLowerCase().split("%", 1).join("").split("::");
  const groups = (text: string | undefined) => (text ? text.split(":") : []);
  const missing = 8 - groups(head).length - groups(tail).length;
  const zeros = tail === undefined ? [] : Array.from({ length: missing }, () => "0");
  const all = [...groups(head), ...zeros, ...groups(tail)];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

/**
 * The client that a request is counted under: an IPv4 address, the /64 network of an IPv6 one,
 * or "unknown".
 */
export function clientAddressOf(headers: { get(name: string): string | null }): string {
  const entries = (headers.get(HEADER) ?? "").split(",").map((entry) => entry.trim());
  const address = (entries.at(-Math.max(trustedProxies(), 1)) ?? "").replace(/^::ffff:/i, "");
  if (isIPv6(address)) return address === "::1" ? "127.0.0.1" : networkOf(address);
  return /^[\d.]{7,15}$/.test(address) ? address : "unknown";
}

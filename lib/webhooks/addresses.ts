import { lookup } from "node:dns/promises";
import { BlockList, isIP, type LookupFunction } from "node:net";

type Range = readonly [address: string, prefix: number, family: "ipv4" | "ipv6"];

/** What a request from the inside must never reach: nobody's receiver is there. */
const NEVER: readonly Range[] = [
  ["0.0.0.0", 8, "ipv4"], // this host
  ["169.254.0.0", 16, "ipv4"], // link-local, and the metadata of cloud machines
  ["100.100.100.200", 32, "ipv4"], // metadata
  ["168.63.129.16", 32, "ipv4"], // metadata
  ["192.0.0.0", 24, "ipv4"], // protocol assignments
  ["224.0.0.0", 4, "ipv4"], // multicast
  ["240.0.0.0", 4, "ipv4"], // reserved, broadcast
  ["fd00:ec2::254", 128, "ipv6"], // metadata
];

/** Networks of one's own, which an operator may open (WEBHOOK_PRIVATE_NETWORKS). */
const PRIVATE: readonly Range[] = [
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["127.0.0.0", 8, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.0.2.0", 24, "ipv4"],
  ["192.88.99.0", 24, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["198.51.100.0", 24, "ipv4"],
  ["203.0.113.0", 24, "ipv4"],
  ["::1", 128, "ipv6"],
  ["fc00::", 7, "ipv6"],
];

/** Of IPv6 only this is reached from everywhere … */
const GLOBAL: Range = ["2000::", 3, "ipv6"];
/** … but for what leads on to IPv4 addresses, or is for documents and protocols only. */
const NOT_GLOBAL: readonly Range[] = [
  ["2001::", 23, "ipv6"], // Teredo and others
  ["2001:db8::", 32, "ipv6"],
  ["2002::", 16, "ipv6"], // 6to4
  ["3fff::", 20, "ipv6"],
];

function listOf(...ranges: readonly Range[]): BlockList {
  const list = new BlockList();
  for (const [address, prefix, family] of ranges) list.addSubnet(address, prefix, family);
  return list;
}

const never = listOf(...NEVER);
const own = listOf(...PRIVATE);
const global = listOf(GLOBAL);
const notGlobal = listOf(...NOT_GLOBAL);
const mapped = listOf(["::ffff:0:0", 96, "ipv6"]);

/** Whether the operator lets webhooks go to networks of one's own too. */
export function privateNetworksAllowed(): boolean {
  return process.env.WEBHOOK_PRIVATE_NETWORKS === "1";
}

/**
 * Whether nothing may be sent to an IP address, as it was resolved: loopback, private, link-local,
 * metadata, multicast and reserved ranges of IPv4 and IPv6, also written as one in the other
 * (RFC 6890 and the registries that it began).
 * @param address what is none is refused
 */
export function isRefusedAddress(
  address: string,
  allowPrivate = privateNetworksAllowed(),
): boolean {
  const version = isIP(address);
  if (version === 0) return true;
  const family = version === 4 ? "ipv4" : "ipv6";
  // A BlockList knows an IPv4 address written as ::ffff:a.b.c.d for what it is.
  if (never.check(address, family)) return true;
  if (own.check(address, family)) return !allowPrivate;
  if (version === 4 || mapped.check(address, "ipv6")) return false;
  return !global.check(address, "ipv6") || notGlobal.check(address, "ipv6");
}

/** The IP address that a host of a URL is, or null for a name. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.replace(/^\[(.*)\]$/, "$1");
  return isIP(bare) === 0 ? null : bare;
}

/** Nothing is sent there. */
export class RefusedAddressError extends Error {
  readonly address: string;

  constructor(address: string) {
    super(`${address} is not sent to`);
    this.address = address;
  }
}

export type Resolve = (hostname: string) => Promise<{ address: string; family: number }[]>;

/** As the system resolves names, /etc/hosts included. */
export const resolveName: Resolve = (hostname) => lookup(hostname, { all: true });

/**
 * Resolves names for a connection and refuses those of which one address is refused. The
 * connection is made to the very addresses that were looked at: a name that is answered otherwise
 * the next time gains nothing.
 */
export function guardedLookup(resolve: Resolve): LookupFunction {
  return (hostname, { all }, callback) => {
    const checked = resolve(hostname).then((addresses) => {
      const refused = addresses.find(({ address }) => isRefusedAddress(address));
      if (refused) throw new RefusedAddressError(refused.address);
      const [first] = addresses;
      if (!first)
        throw Object.assign(new Error(`${hostname} has no address`), { code: "ENOTFOUND" });
      return { addresses, first };
    });
    checked.then(
      ({ addresses, first }) =>
        all ? callback(null, addresses) : callback(null, first.address, first.family),
      (error: NodeJS.ErrnoException) => callback(error, "", 0),
    );
  };
}

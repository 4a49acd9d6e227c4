/** Where a bucket is, and whose key opens it. */
export type Bucket = {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

const SCHEMES: Record<string, string> = { "s3+https:": "https:", "s3+http:": "http:" };
const DEFAULT_REGION = "us-east-1";

/** A part of an address as it was before it was escaped; null when the escapes are wrong. */
function unescaped(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/**
 * The bucket that an address names: `s3+https://KEY:SECRET@host[:port]/bucket[?region=…]`, key
 * and secret escaped as in any address. `s3+http:` is for a storage on the same machine.
 * @returns null when it is no such address
 */
export function bucketOf(address: string): Bucket | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host, username, password, pathname, searchParams } = new URL(address);
  const scheme = SCHEMES[protocol];
  const bucket = pathname.slice(1).replace(/\/$/, "");
  const [accessKeyId, secretAccessKey] = [unescaped(username), unescaped(password)];
  if (!scheme || !host || !accessKeyId || !secretAccessKey) return null;
  if (!/^[\w.-]+$/.test(bucket)) return null;
  const region = searchParams.get("region") || DEFAULT_REGION;
  return { endpoint: `${scheme}//${host}`, bucket, region, accessKeyId, secretAccessKey };
}

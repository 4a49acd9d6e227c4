import { FILE_LIMITS } from "#lib/files/schema.ts";

/**
 * Whether a request comes from a page of this product, as the browser itself says; other sites
 * can neither leave these headers out nor set them.
 */
export function isOfThisSite(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}

/**
 * The body of a request, read no further than the limit of a file, or `most` bytes.
 * @returns null when it is larger
 */
export async function readLimited(
  request: Request,
  most: number = FILE_LIMITS.bytes,
): Promise<Uint8Array | null> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > most) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early cancels the stream.
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

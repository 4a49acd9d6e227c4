import { headers } from "next/headers";

/** The id that proxy.ts gave the current request, as it stands in the log. */
export async function requestId(): Promise<string> {
  return (await headers()).get("x-request-id") ?? "";
}

/** The nonce of the current answer's content security policy, for inline scripts and styles. */
export async function contentNonce(): Promise<string> {
  return (await headers()).get("x-nonce") ?? "";
}

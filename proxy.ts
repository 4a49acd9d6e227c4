import { type NextRequest, NextResponse } from "next/server";

/**
 * Headers of every answer: the content security policy with a nonce of this request, the
 * request's id, and the usual refusals. Who may see what is not decided here.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const requestId = crypto.randomUUID();
  const overHttps = process.env.APP_URL?.startsWith("https:") ?? false;
  const policy = contentSecurityPolicy(nonce, overHttps);

  const passedOn = new Headers(request.headers);
  passedOn.set("x-request-id", requestId);
  passedOn.set("x-nonce", nonce);
  passedOn.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  passedOn.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers: passedOn } });

  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("X-Request-Id", requestId);
  response.headers.set("X-Content-Type-Options", "nosniff");
  response.headers.set("X-Frame-Options", "DENY");
  response.headers.set("Referrer-Policy", "same-origin");
  response.headers.set(
    "Permissions-Policy",
    "camera=(), microphone=(), geolocation=(), payment=()",
  );
  response.headers.set("Cross-Origin-Opener-Policy", "same-origin");
  response.headers.set("Cross-Origin-Resource-Policy", "same-origin");
  if (overHttps) {
    response.headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  }
  return response;
}

function contentSecurityPolicy(nonce: string, overHttps: boolean): string {
  const inDevelopment = process.env.NODE_ENV === "development";
  const directives = [
    "default-src 'self'",
    // React's development build evaluates strings; the production build does not.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${inDevelopment ? " 'unsafe-eval'" : ""}`,
    inDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    // Mantine and the charts place things by style attributes, which run nothing.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(overHttps ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
}

export const config = { matcher: ["/((?!_next/static/).*)"] };

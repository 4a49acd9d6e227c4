import { type NextRequest, NextResponse } from "next/server";

/**
 * Headers of every answer: the content security policy with a nonce of this request, the
 * request's id, and the usual refusals. Who may see what is not decided here.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const requestId = crypto.randomUUID();
  const overHttps = process.env.APP_URL?.startsWith("https:") ?? false;
  const file = FILE_PATH.test(request.nextUrl.pathname);
  const policy = file ? FILE_POLICY : contentSecurityPolicy(nonce, overHttps);

  const passedOn = new Headers(request.headers);
  passedOn.set("x-request-id", requestId);
  passedOn.set("x-nonce", nonce);
  passedOn.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  passedOn.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers: passedOn } });

  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("X-Request-Id", requestId);
  response.headers.set("X-Content-Type-Options", "nosniff");
  response.headers.set("X-Frame-Options", file ? "SAMEORIGIN" : "DENY");
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

/** A file that somebody uploaded. */
const FILE_PATH = /^\/api\/files\/[^/]+$/;

/**
 * Our pages show a file in a frame, where it runs nothing, loads nothing and belongs to no site.
 * The sandbox has to be here: browsers show no PDF in a frame that itself is one.
 */
const FILE_POLICY = "sandbox; default-src 'none'; frame-ancestors 'self'";

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

// An upload does not come by here: Next would keep its first 10 MB and drop the rest.
export const config = {
  matcher: ["/((?!_next/static/|api/(?:files|proofreading|imports|v1/imports)$).*)"],
};

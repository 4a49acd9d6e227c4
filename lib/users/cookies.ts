/** Whether the product is reached over HTTPS, so that cookies must be. */
export function overHttps(): boolean {
  return process.env.APP_URL?.startsWith("https:") ?? false;
}

/** The cookie that names the session; encrypted by next-auth, read by nobody but the server. */
export function sessionCookieName(): string {
  return overHttps() ? "__Host-desk-session" : "desk-session";
}

/** How that cookie is set; out of reach of scripts and of other sites' forms. */
export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: overHttps() } as const;
}

/** The key that encrypts the session cookie; made or asked for when the product starts. */
export function sessionSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET ?? process.env.AUTH_SECRET;
  if (!secret) throw new Error("AUTH_SECRET is not set");
  return secret;
}

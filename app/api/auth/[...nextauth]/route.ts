import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { COLOR_SCHEME_COOKIE } from "#components/layout/color-scheme.ts";
import { overHttps } from "#lib/users/cookies.ts";
import { authOptions } from "#lib/users/next-auth.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

// Of all that next-auth offers (pages of its own, a log open to everyone) the sign-in page
// needs two; there is nothing else here.
const OFFERED = { GET: "csrf", POST: "callback/credentials" } as const;

const ONE_YEAR_IN_SECONDS = 31_536_000;

async function rememberColorScheme(colorScheme: string): Promise<void> {
  (await cookies()).set(COLOR_SCHEME_COOKIE, colorScheme, {
    path: "/",
    sameSite: "lax",
    secure: overHttps(),
    maxAge: ONE_YEAR_IN_SECONDS,
  });
}

async function answer(request: NextRequest, context: Context, method: keyof typeof OFFERED) {
  const { nextauth } = await context.params;
  if (nextauth.join("/") !== OFFERED[method]) return new Response(null, { status: 404 });
  return NextAuth(request, context, authOptions(rememberColorScheme));
}

export function GET(request: NextRequest, context: Context): Promise<Response> {
  return answer(request, context, "GET");
}

export function POST(request: NextRequest, context: Context): Promise<Response> {
  return answer(request, context, "POST");
}

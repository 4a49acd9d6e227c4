import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/core/i18n/request.ts");

const config: NextConfig = {
  // Tests build beside a running server.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks types, by itself and once; a commune's server need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // The image optimiser is a way in that nothing here needs.
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss", "pino"],
  // `forbidden()`: pages answer 403.
  experimental: { authInterrupts: true },
  // proxy.ts sees to every other answer.
  headers: () =>
    Promise.resolve([
      {
        source: "/_next/static/:path*",
        headers: [{ key: "X-Content-Type-Options", value: "nosniff" }],
      },
    ]),
};

export default withNextIntl(config);

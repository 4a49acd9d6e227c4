import "./globals.css";
// What the error pages wear; they come with every page, and their styles had better be there.
import "#components/ui/link-button.module.css";
import "#components/ui/notice.module.css";
import { ColorSchemeScript } from "@mantine/core";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { COLOR_SCHEME_COOKIE, isColorScheme } from "#components/layout/color-scheme.ts";
import { Providers } from "#components/layout/providers.tsx";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { contentNonce, requestId } from "#lib/core/request.ts";
import { preloadFonts } from "./fonts.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: t("product"), template: `%s · ${t("product")}` },
    icons: { icon: { url: "/icon.svg", type: "image/svg+xml" } },
    manifest: "/manifest.webmanifest",
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, nonce, id, jar] = await Promise.all([
    getLocale(),
    contentNonce(),
    requestId(),
    cookies(),
  ]);
  preloadFonts();
  const chosen = jar.get(COLOR_SCHEME_COOKIE)?.value;
  const colorScheme = isColorScheme(chosen) ? chosen : "auto";
  return (
    <html
      lang={locale}
      data-request-id={id}
      data-mantine-color-scheme={colorScheme === "auto" ? "light" : colorScheme}
      suppressHydrationWarning
    >
      <head>
        <ColorSchemeScript nonce={nonce} defaultColorScheme={colorScheme} />
      </head>
      <body>
        <Providers nonce={nonce} colorScheme={colorScheme}>
          <ClientMessages>{children}</ClientMessages>
        </Providers>
      </body>
    </html>
  );
}

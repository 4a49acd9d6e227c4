import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { type Messages, messages } from "./messages/index.ts";

type Namespace = keyof Messages;

/** What every page's client components may say; a provider within another replaces it, so each repeats them. */
const SHARED = ["common", "errors"] as const satisfies readonly Namespace[];

/**
 * Gives the client components inside it the texts of the namespaces named, besides `common`
 * and `errors`. Texts of other namespaces stay on the server, so that pages stay small.
 */
export async function ClientMessages({
  namespaces = [],
  children,
}: {
  namespaces?: readonly Namespace[];
  children: ReactNode;
}) {
  const locale = await getLocale();
  const chosen = [...SHARED, ...namespaces].map((name) => [name, messages[locale][name]]);
  return (
    <NextIntlClientProvider locale={locale} messages={Object.fromEntries(chosen)}>
      {children}
    </NextIntlClientProvider>
  );
}

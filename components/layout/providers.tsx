"use client";

import { MantineProvider } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { type ColorScheme, cookieColorSchemeManager } from "./color-scheme.ts";
import { markFirstLoad } from "./first-load.ts";
import { cssVariablesResolver, theme } from "./theme.ts";

/** Mantine with the product's theme, for every page. */
export function Providers({
  nonce,
  colorScheme,
  children,
}: {
  nonce: string;
  colorScheme: ColorScheme;
  children: ReactNode;
}) {
  // The browser holds the policy of the document's first answer, whatever a refresh brings.
  const [firstNonce] = useState(nonce);
  const [manager] = useState(cookieColorSchemeManager);
  useEffect(() => {
    markFirstLoad();
    // Where the library that locks scrolling behind a drawer looks for the nonce of its style.
    Object.assign(window, { __webpack_nonce__: firstNonce });
  }, [firstNonce]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme={colorScheme}
      colorSchemeManager={manager}
      getStyleNonce={() => firstNonce}
      deduplicateInlineStyles
    >
      {children}
    </MantineProvider>
  );
}

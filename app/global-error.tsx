"use client";

import en from "#lib/core/i18n/messages/en/fatal.json" with { type: "json" };
import vi from "#lib/core/i18n/messages/vi/fatal.json" with { type: "json" };

/** When even the frame of all pages failed: no theme, no messages but these, only a way on. */
export default function GlobalError() {
  const english = typeof document !== "undefined" && /(?:^|; )locale=en/.test(document.cookie);
  const text = english ? en : vi;
  return (
    <html lang={english ? "en" : "vi"}>
      <body
        style={{ maxWidth: "34rem", margin: "12vh auto", padding: 16, fontFamily: "sans-serif" }}
      >
        <title>{text.title}</title>
        <h1 style={{ fontSize: "1.375rem" }}>{text.title}</h1>
        <p>{text.explanation}</p>
        <button type="button" onClick={() => window.location.reload()}>
          {text.reload}
        </button>
      </body>
    </html>
  );
}

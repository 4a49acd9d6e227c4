"use client";

import { useEffect } from "react";

/** Lets "/" lead to the search box, unless the person is typing. */
export function SearchShortcut({ inputId }: { inputId: string }) {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      const typing =
        target instanceof HTMLElement &&
        (target.isContentEditable || target.matches("input, textarea, select"));
      const input = document.getElementById(inputId);
      if (typing || !(input instanceof HTMLInputElement)) return;
      event.preventDefault();
      input.select();
      input.focus();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [inputId]);
  return null;
}

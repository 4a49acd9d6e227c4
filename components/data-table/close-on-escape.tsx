"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Escape leads to an address, unless it is meant for a field or something open. */
export function CloseOnEscape({ href }: { href: string }) {
  const router = useRouter();
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      const { target } = event;
      const busy = "input, select, textarea, dialog, [open], [aria-expanded='true']";
      if (target instanceof Element && target.closest(busy)) return;
      router.push(href, { scroll: false });
    };
    document.addEventListener("keydown", close);
    return () => document.removeEventListener("keydown", close);
  }, [href, router]);
  return null;
}

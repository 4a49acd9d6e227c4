"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * What opens and closes by itself, and closes too when something else is pressed, when one of
 * its links is followed, and with Escape.
 */
export function CloseOutside({
  className,
  children,
}: {
  className: string | undefined;
  children: ReactNode;
}) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const opened = box.current;
      if (!opened?.open) return;
      const target = event.target instanceof Element ? event.target : null;
      const inside = target !== null && opened.contains(target);
      const escaped = event instanceof KeyboardEvent && event.key === "Escape";
      const followed = event.type === "click" && inside && target.closest("a") !== null;
      if (!escaped && !followed && (event.type !== "pointerdown" || inside)) return;
      if (escaped && opened.contains(document.activeElement)) {
        opened.querySelector("summary")?.focus();
      }
      opened.open = false;
    };
    const events = ["pointerdown", "keydown", "click"];
    for (const event of events) document.addEventListener(event, close);
    return () => {
      for (const event of events) document.removeEventListener(event, close);
    };
  }, []);
  return (
    <details ref={box} className={className}>
      {children}
    </details>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";

/**
 * Lets plain links inside it change the page without loading it anew. For blocks of hundreds
 * of links, each of which would otherwise be a component of its own in the page.
 */
export function SoftLinks({
  className,
  children,
}: {
  className?: string | undefined;
  children: ReactNode;
}) {
  const router = useRouter();
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const around = place.current;
    function follow(event: MouseEvent): void {
      const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
      if (event.defaultPrevented || event.button !== 0 || modified) return;
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      const href = link?.getAttribute("href");
      if (!href?.startsWith("/") || link?.target) return;
      event.preventDefault();
      router.push(href);
    }
    around?.addEventListener("click", follow);
    return () => around?.removeEventListener("click", follow);
  }, [router]);

  return (
    <div ref={place} className={className}>
      {children}
    </div>
  );
}

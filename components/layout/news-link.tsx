"use client";

import Link from "next/link";
import type { ReactNode } from "react";

/** Leads to what a piece of news is about, and marks it as read on the way. */
export function NewsLink({
  id,
  href,
  read,
  markRead,
  className,
  children,
}: {
  id: number;
  href: string;
  read: boolean;
  markRead: (id: number) => Promise<unknown>;
  className: string | undefined;
  children: ReactNode;
}) {
  const mark = () => {
    if (!read) void markRead(id);
  };
  return (
    <Link
      href={href}
      prefetch={false}
      className={className}
      data-unread={read ? undefined : ""}
      onClick={mark}
      // The middle button opens it in another tab.
      onAuxClick={(event) => event.button === 1 && mark()}
      onNavigate={() => {
        for (const open of document.querySelectorAll<HTMLElement>(":popover-open")) {
          open.hidePopover();
        }
      }}
    >
      {children}
    </Link>
  );
}

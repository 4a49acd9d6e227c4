"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import classes from "./account-menu.module.css";

/** A link inside a popover, which closes behind it. */
export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className={classes.way}
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

"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import classes from "./navigation.module.css";

/** A link to a section, marked while the person is anywhere inside it. */
export function NavigationLink({
  href,
  also = [],
  children,
}: {
  href: string;
  /** Where else the section has pages. */
  also?: readonly string[] | undefined;
  children: ReactNode;
}) {
  const pathname = usePathname();
  const inside = [href, ...also].some((place) =>
    place === "/" ? pathname === "/" : `${pathname}/`.startsWith(`${place}/`),
  );
  return (
    <Link
      href={href}
      // Every page is made for the person who asks: nothing to fetch in advance.
      prefetch={false}
      className={classes.link}
      aria-current={inside ? "page" : undefined}
    >
      {children}
    </Link>
  );
}

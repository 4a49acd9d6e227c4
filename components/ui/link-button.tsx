import Link from "next/link";
import type { ReactNode } from "react";
import classes from "./link-button.module.css";

/** A link that looks like a button: it leads to where something is done. */
export function LinkButton({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className={classes.button}>
      {children}
    </Link>
  );
}

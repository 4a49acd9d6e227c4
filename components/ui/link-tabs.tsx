import Link from "next/link";
import classes from "./link-tabs.module.css";

export type LinkTab = { href: string; label: string; current: boolean };

/** Tabs that are addresses, so that each can be sent, bookmarked and gone back to. */
export function LinkTabs({
  label,
  tabs,
  top = false,
}: {
  label: string;
  tabs: readonly LinkTab[];
  /** They are a page's first line and leave room for the tools beside it. */
  top?: boolean;
}) {
  return (
    <nav aria-label={label} className={classes.tabs} data-top={top || undefined}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          prefetch={false}
          className={classes.tab}
          aria-current={tab.current ? "page" : undefined}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}

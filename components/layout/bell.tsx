"use client";

import { BellIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import classes from "./bell.module.css";
import { watchLive } from "./live-poll.ts";
import { MenuLink } from "./menu-link.tsx";
import { NewsLink } from "./news-link.tsx";
import button from "./tool-button.module.css";

/** One piece of news in a line or two. */
export type BellItem = {
  id: number;
  href: string;
  /** What happened. */
  text: string;
  /** To what. */
  about: string;
  read: boolean;
};

const MENU = "bell-menu";
const MOST_COUNTED = 99;

/** How many unread news there are, as of the page and, from then on, of every answer of the server. */
function useUnread(rendered: number) {
  const [heard, setHeard] = useState({ rendered, unread: rendered });
  useEffect(
    () =>
      watchLive({
        taskIds: [],
        onAnswer: ({ unread }) => setHeard({ rendered, unread }),
      }),
    [rendered],
  );
  return heard.rendered === rendered ? heard.unread : rendered;
}

/** The bell: how much is unread, the latest news, and the way to all of them. */
export function Bell({
  unread,
  items,
  markRead,
}: {
  unread: number;
  /** The latest first. */
  items: readonly BellItem[];
  markRead: (id: number) => Promise<unknown>;
}) {
  const t = useTranslations("common.bell");
  const router = useRouter();
  const count = useUnread(unread);
  return (
    <div>
      <button
        type="button"
        className={button.open}
        popoverTarget={MENU}
        aria-label={t("open", { count })}
      >
        <BellIcon size={22} strokeWidth={1.6} aria-hidden />
        {count > 0 && (
          <span className={classes.count} aria-hidden="true">
            {count > MOST_COUNTED ? `${MOST_COUNTED}+` : count}
          </span>
        )}
      </button>
      <div
        id={MENU}
        popover="auto"
        className={classes.menu}
        onToggle={(event) => {
          // The list is as old as the page; the count is not.
          if (event.newState === "open" && count !== unread) router.refresh();
        }}
      >
        <p className={classes.title}>{t("title")}</p>
        {items.length === 0 && <p className={classes.none}>{t("none")}</p>}
        <ul className={classes.items}>
          {items.map(({ id, href, text, about, read }) => (
            <li key={id}>
              <NewsLink
                id={id}
                href={href}
                read={read}
                markRead={markRead}
                className={classes.item}
              >
                <span className={classes.text}>
                  {!read && <span className={classes.dot} role="img" aria-label={t("unread")} />}
                  {text}
                </span>
                <span className={classes.about}>{about}</span>
              </NewsLink>
            </li>
          ))}
        </ul>
        <div className={classes.all}>
          <MenuLink href="/notifications">{t("all")}</MenuLink>
        </div>
      </div>
    </div>
  );
}

"use client";

import { BookmarkIcon, PencilIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { SavedView } from "#lib/views/schema.ts";
import classes from "./saved-views.module.css";
import { ChangeView, SaveView, type ViewAction } from "./view-forms.tsx";

export type ViewActions = { save: ViewAction; change: ViewAction; remove: ViewAction };

/** The kept filters of a list as links, and the way to keep those at hand. */
export function SavedViews({
  list,
  path,
  views,
  query,
  mayShare,
  actions,
}: {
  list: string;
  /** The list's address without a query. */
  path: string;
  views: readonly SavedView[];
  /** The list's filters now, as the query of its address; empty when there are none. */
  query: string;
  mayShare: boolean;
  actions: ViewActions;
}) {
  const t = useTranslations("views");
  const [changed, setChanged] = useState<number | null>(null);
  const menu = useClosedFromOutside();
  const close = () => {
    if (menu.current) menu.current.open = false;
  };
  const groups = [
    { title: t("own"), found: views.filter(({ owner }) => owner === null) },
    { title: t("shared"), found: views.filter(({ owner }) => owner !== null) },
  ].filter(({ found }) => found.length > 0);
  return (
    <details ref={menu} className={classes.menu}>
      <summary className={classes.open}>
        <BookmarkIcon size={16} strokeWidth={1.8} aria-hidden />
        {t("open")}
        {views.length > 0 && <span className={classes.count}>{views.length}</span>}
      </summary>
      <div className={classes.panel}>
        {groups.length === 0 && <p className={classes.none}>{t("none")}</p>}
        {groups.map(({ title, found }) => (
          <section key={title} aria-label={title}>
            <h2 className={classes.title}>{title}</h2>
            <ul className={classes.views}>
              {found.map((view) => (
                <li key={view.id}>
                  {changed === view.id ? (
                    <ChangeView
                      view={view}
                      mayShare={mayShare}
                      change={actions.change}
                      remove={actions.remove}
                      onDone={() => setChanged(null)}
                    />
                  ) : (
                    <div className={classes.view}>
                      <Link
                        href={`${path}?${view.query}`}
                        prefetch={false}
                        className={classes.link}
                        aria-current={view.query === query || undefined}
                        onNavigate={close}
                      >
                        <span>{view.name}</span>
                        <small>{view.owner ?? (view.shared && t("sharedMark"))}</small>
                      </Link>
                      {view.owner === null && (
                        <button
                          type="button"
                          className={classes.change}
                          aria-label={t("change.open", { name: view.name })}
                          onClick={() => setChanged(view.id)}
                        >
                          <PencilIcon size={15} strokeWidth={1.8} aria-hidden />
                        </button>
                      )}
                    </div>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
        <section className={classes.saving} aria-label={t("save.title")}>
          <h2 className={classes.title}>{t("save.title")}</h2>
          {query === "" ? (
            <p className={classes.none}>{t("save.hint")}</p>
          ) : (
            <SaveView
              key={query}
              list={list}
              query={query}
              mayShare={mayShare}
              save={actions.save}
            />
          )}
        </section>
      </div>
    </details>
  );
}

/** Closes the menu when something else is pressed, and with Escape. */
function useClosedFromOutside() {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const box = menu.current;
      if (!box?.open) return;
      const escaped = event instanceof KeyboardEvent && event.key === "Escape";
      const outside = event.type === "pointerdown" && !box.contains(event.target as Node);
      if (!escaped && !outside) return;
      if (escaped && box.contains(document.activeElement)) box.querySelector("summary")?.focus();
      box.open = false;
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", close);
    };
  }, []);
  return menu;
}

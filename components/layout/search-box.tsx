import { SearchIcon } from "lucide-react";
import Form from "next/form";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import classes from "./search-box.module.css";
import { SearchShortcut } from "./search-shortcut.tsx";

/** The search for tasks, from everywhere; "/" leads to it. At its end stands what searches wider. */
export function SearchBox({ end }: { end?: ReactNode }) {
  const t = useTranslations("common.search");
  return (
    <Form action="/tasks" role="search" className={classes.search}>
      <SearchIcon className={classes.icon} size={16} strokeWidth={1.8} aria-hidden />
      <input
        id="search"
        className={classes.input}
        type="search"
        name="q"
        maxLength={200}
        autoComplete="off"
        aria-label={t("label")}
        placeholder={t("placeholder")}
        aria-keyshortcuts="/"
      />
      <span className={classes.key} aria-hidden="true">
        /
      </span>
      <SearchShortcut inputId="search" />
      {end && <div className={classes.end}>{end}</div>}
    </Form>
  );
}

import { XIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import classes from "./filter-words.module.css";

/** One condition of a list in words, and the address of the list without it. */
export type FilterWord = { key: string; text: string; withoutHref: string };

/** What a list shows, in words: how many of what, and each condition, which one click removes. */
export function FilterWords({
  total,
  children,
  words,
  clearHref,
}: {
  /** How many there are in all. */
  total: number;
  /** The number with what it counts: "167 nhiệm vụ". */
  children: ReactNode;
  words: readonly FilterWord[];
  clearHref: string;
}) {
  const t = useTranslations("table.filters");
  return (
    <div className={classes.words}>
      <strong className={classes.total} data-testid="list-total" data-total={total}>
        {children}
      </strong>
      {words.length > 0 && (
        <ul className={classes.list} aria-label={t("label")}>
          {words.map(({ key, text, withoutHref }) => (
            <li key={key} className={classes.word}>
              <span>{text}</span>
              <Link
                href={withoutHref}
                prefetch={false}
                className={classes.remove}
                aria-label={t("remove", { name: text })}
              >
                <XIcon size={14} strokeWidth={2} aria-hidden />
              </Link>
            </li>
          ))}
        </ul>
      )}
      {words.length > 1 && (
        <Link href={clearHref} prefetch={false} className={classes.clear}>
          {t("clear")}
        </Link>
      )}
    </div>
  );
}

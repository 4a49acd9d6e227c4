import { ChevronLeftIcon, ChevronRightIcon } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatNumber } from "#lib/core/i18n/format.ts";
import { pagesAround } from "./pages-around.ts";
import classes from "./pagination.module.css";

/** Which rows of how many these are, with links to the other pages and to other page sizes. */
export function Pagination({
  total,
  page,
  size,
  sizes,
  hrefOf,
}: {
  total: number;
  page: number;
  size: number;
  sizes: readonly number[];
  /** The address of a page, with so many rows. */
  hrefOf: (page: number, size: number) => string;
}) {
  const t = useTranslations("table.pages");
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  const last = Math.max(1, Math.ceil(total / size));
  const link = (to: number, label: string, content: ReactNode) =>
    to < 1 || to > last ? (
      <span className={classes.page} aria-hidden="true">
        {content}
      </span>
    ) : (
      <Link className={classes.page} href={hrefOf(to, size)} prefetch={false} aria-label={label}>
        {content}
      </Link>
    );
  return (
    <div className={classes.bar}>
      <span className={classes.range}>
        {t("range", {
          from: number(total === 0 ? 0 : (page - 1) * size + 1),
          to: number(Math.min(total, page * size)),
          total: number(total),
        })}
      </span>
      {last > 1 && (
        <nav className={classes.pages} aria-label={t("label")}>
          {link(page - 1, t("previous"), <ChevronLeftIcon size={16} aria-hidden />)}
          {pagesAround(page, last).map((each) =>
            each.page === null ? (
              <span key={each.key} className={classes.gap} aria-hidden="true">
                …
              </span>
            ) : (
              <Link
                key={each.key}
                className={classes.page}
                href={hrefOf(each.page, size)}
                prefetch={false}
                aria-label={t("page", { page: number(each.page) })}
                aria-current={each.page === page ? "page" : undefined}
              >
                {number(each.page)}
              </Link>
            ),
          )}
          {link(page + 1, t("next"), <ChevronRightIcon size={16} aria-hidden />)}
        </nav>
      )}
      {total > Math.min(...sizes) && (
        <nav className={classes.sizes} aria-label={t("size")}>
          <span aria-hidden="true">{t("size")}</span>
          {sizes.map((each) => (
            <Link
              key={each}
              className={classes.page}
              href={hrefOf(1, each)}
              prefetch={false}
              aria-label={t("sizeOf", { size: each })}
              aria-current={each === size ? "true" : undefined}
            >
              {each}
            </Link>
          ))}
        </nav>
      )}
    </div>
  );
}

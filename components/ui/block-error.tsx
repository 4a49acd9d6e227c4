"use client";

import { catchError } from "next/error";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import classes from "./block-error.module.css";

/** A block that failed while the rest of the page stands. */
export function BlockError({ error, retry }: { error?: unknown; retry?: () => void }) {
  const t = useTranslations("errors");
  const common = useTranslations("common.action");
  const code = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <div className={classes.error} role="alert">
      <p>{t("unexpected.block")}</p>
      {code && <p className={classes.code}>{t("errorCode", { code })}</p>}
      {retry && (
        <button type="button" className={classes.retry} onClick={retry}>
          {common("retry")}
        </button>
      )}
    </div>
  );
}

/** Keeps the failure of one block from taking the page with it. */
export const BlockBoundary = catchError<{ children?: ReactNode }>((_props, { error, retry }) => (
  <BlockError error={error} retry={retry} />
));

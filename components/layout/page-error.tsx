"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import linkButton from "#components/ui/link-button.module.css";
import { Notice } from "#components/ui/notice.tsx";
import { isFirstLoad } from "./first-load.ts";

const CHECK_INTERVAL_IN_MILLISECONDS = 3_000;

/** What is the matter, as far as can be told from outside. */
type Cause = "unexpected" | "database" | "server";

async function findCause(signal: AbortSignal): Promise<Cause> {
  try {
    const answer = await fetch("/readyz", { cache: "no-store", signal });
    return answer.status === 503 ? "database" : "unexpected";
  } catch {
    return "server";
  }
}

/**
 * A page that failed: what happened, what to do, and the id under which the log has it. When
 * the database or the server is away it watches for their return and then loads the page anew.
 */
export function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("errors");
  const common = useTranslations("common.action");
  const [cause, setCause] = useState<Cause>("unexpected");
  const [requestId, setRequestId] = useState<string>();
  const code = error instanceof Error && "digest" in error ? String(error.digest) : null;

  useEffect(() => {
    // Pages that come later have requests of their own, whose ids the browser does not learn.
    if (isFirstLoad()) setRequestId(document.documentElement.dataset.requestId);
  }, []);

  useEffect(() => {
    const leaving = new AbortController();
    let timer: number | undefined;
    async function check(wasAway: boolean): Promise<void> {
      const found = await findCause(leaving.signal);
      if (leaving.signal.aborted) return;
      setCause(found);
      if (found !== "unexpected") {
        timer = window.setTimeout(() => check(true), CHECK_INTERVAL_IN_MILLISECONDS);
      } else if (wasAway) retry();
    }
    check(false);
    return () => {
      leaving.abort();
      window.clearTimeout(timer);
    };
  }, [retry]);

  const detail = [
    requestId && t("requestId", { id: requestId }),
    code && t("errorCode", { code }),
  ].filter(Boolean);
  return (
    <Notice
      title={t(`${cause}.title`)}
      explanation={t(`${cause}.explanation`)}
      detail={detail.join(" · ")}
      live
      action={
        <button type="button" className={linkButton.button} onClick={retry}>
          {common("retry")}
        </button>
      }
    />
  );
}

"use client";

import { RefreshCwIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState, useTransition } from "react";
import classes from "./live.module.css";
import { countChanged, type LiveAnswer, watchLive } from "./live-poll.ts";

/** What was heard of the tasks shown (`ids`), as far as it was `asked`. */
type Heard = { ids: string; answer: LiveAnswer; asked: ReadonlySet<number> };

/**
 * Says when tasks on this screen were changed by others, and shows them as they are now when
 * asked to: what is being typed stays as it is.
 * @param versions of the tasks as the page shows them, by id
 */
export function LiveTasks({ versions }: { versions: Readonly<Record<number, number>> }) {
  const t = useTranslations("common.live");
  const router = useRouter();
  const [heard, setHeard] = useState<Heard | null>(null);
  const [refreshing, startRefreshing] = useTransition();
  const ids = Object.keys(versions).join(",");

  useEffect(() => {
    if (ids === "") return;
    return watchLive({
      taskIds: ids.split(",").map(Number),
      onAnswer: (answer, asked) => setHeard({ ids, answer, asked }),
    });
  }, [ids]);

  // An answer about other tasks says nothing of these.
  const count = heard?.ids === ids ? countChanged(versions, heard.answer, heard.asked) : 0;
  return (
    <div role="status" className={classes.place}>
      {count > 0 && (
        <div className={classes.bar}>
          <span>{t("changed", { count })}</span>
          <button
            type="button"
            className={classes.reload}
            disabled={refreshing}
            onClick={() => startRefreshing(() => router.refresh())}
          >
            <RefreshCwIcon size={16} strokeWidth={1.8} aria-hidden />
            {t("reload")}
          </button>
        </div>
      )}
    </div>
  );
}

import Link from "next/link";
import { useTranslations } from "next-intl";
import { CountLink } from "#components/charts/count-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TruncatedText } from "#components/ui/truncated-text.tsx";
import { formatNumber } from "#lib/core/i18n/format.ts";
import type { AttentionItem } from "#lib/figures/schema.ts";
import type { Role } from "#lib/users/schema.ts";
import classes from "./attention-list.module.css";
import { Block } from "./block.tsx";
import type { Shown } from "./shown.ts";

/** What whoever is in charge should decide or look into first. */
export function AttentionList({ shown, role }: { shown: Shown; role: Role }) {
  const t = useTranslations("dashboard.attention");
  const { items, pendingExtensions, awaitingConfirmation } = shown.dashboard.attention;
  const waiting = { pendingExtensions, awaitingConfirmation };
  const decides = role === "CHAIRMAN" || role === "VICE_CHAIRMAN";
  return (
    <Block title={t(`title.${decides ? role : "other"}`)}>
      {items.length === 0 ? (
        <EmptyState title={t("empty")} explanation={t("emptyMeaning")} />
      ) : (
        <>
          <p className={classes.counts}>
            {(["pendingExtensions", "awaitingConfirmation"] as const).map((figure) => (
              <span key={figure}>
                <CountLink
                  cell={{
                    count: waiting[figure],
                    text: formatNumber(waiting[figure], shown.locale),
                    href: shown.links.waitingInCharge(figure),
                  }}
                />{" "}
                {t(figure)}
              </span>
            ))}
          </p>
          <div className={classes.items}>
            {[...Map.groupBy(items, ({ kind }) => kind)].map(([kind, group]) => (
              <section key={kind} aria-label={t(kind)} data-kind={kind}>
                <h3>{t(kind)}</h3>
                <ul>
                  {group.map((item) => (
                    <Item key={item.taskId} shown={shown} item={item} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </>
      )}
    </Block>
  );
}

const AMOUNT = {
  EXTENSION_PENDING: "waited",
  AWAITING_CONFIRMATION: "waited",
  LONGEST_OVERDUE: "late",
  RETURNED_OFTEN: "returned",
} as const satisfies Record<AttentionItem["kind"], string>;

function Item({ shown, item }: { shown: Shown; item: AttentionItem }) {
  const t = useTranslations("dashboard.attention");
  const { kind, taskId, taskCode, title, departmentCode, amount } = item;
  const href = shown.links.task(taskId, departmentCode);
  const text = <TruncatedText focusable={!href}>{title}</TruncatedText>;
  return (
    <li className={classes.item}>
      {href ? (
        <Link href={href} prefetch={false} aria-label={`${taskCode} ${title}`}>
          {text}
        </Link>
      ) : (
        text
      )}
      <p className={classes.why}>
        {t(AMOUNT[kind], { days: amount, times: amount })}
        <span>{shown.names.department(departmentCode).label}</span>
      </p>
    </li>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportMenu } from "#components/data-table/export-menu.tsx";
import { Pagination } from "#components/data-table/pagination.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { readParameters, refuseEmptyPage, type SearchParameters } from "#lib/core/parameters.ts";
import { exportHrefs } from "#lib/exports/schema.ts";
import {
  countUnread,
  listNotifications,
  PAGE_SIZE,
  wantedKinds,
} from "#lib/notifications/queries.ts";
import { type NotificationListState, notificationListSchema } from "#lib/notifications/schema.ts";
import { hasDesk } from "#lib/users/policy.ts";
import { requireUser } from "#lib/users/session.ts";
import { KindChoice } from "./_components/kind-choice.tsx";
import { MarkAllRead } from "./_components/mark-all-read.tsx";
import { NotificationList } from "./_components/notification-list.tsx";
import classes from "./page.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications"))("title") };
}

function hrefOf({ unread, page = 1 }: NotificationListState): string {
  const query = new URLSearchParams({
    ...(unread && { unread }),
    ...(page > 1 && { page: String(page) }),
  });
  return query.size > 0 ? `/notifications?${query}` : "/notifications";
}

/** One's news: all or the unread, and what one wants to be told of. */
export default async function NotificationsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  const user = await requireUser(hasDesk);
  const state = readParameters(notificationListSchema, await searchParams, { numbers: ["page"] });
  const [list, unread, wanted, t] = await Promise.all([
    listNotifications(user, state),
    countUnread(user),
    wantedKinds(user),
    getTranslations("notifications"),
  ]);
  refuseEmptyPage(state, list.items.length);
  const tabs = [
    { href: "/notifications", label: t("tabs.all"), current: !state.unread },
    {
      href: hrefOf({ unread: "1" }),
      label: t("tabs.unread", { count: unread }),
      current: !!state.unread,
    },
  ];
  return (
    <ClientMessages namespaces={["notifications"]}>
      <PageHeader
        title={t("title")}
        actions={
          <>
            {unread > 0 && <MarkAllRead text={t("markAllRead")} />}
            {list.items.length > 0 && (
              <ExportMenu hrefs={exportHrefs("notifications", state.unread && "unread=1")} />
            )}
          </>
        }
      />
      <div className={classes.sides}>
        <div>
          <LinkTabs label={t("tabs.label")} tabs={tabs} />
          {list.items.length === 0 ? (
            <EmptyState title={t(state.unread ? "empty.unread" : "empty.all")} />
          ) : (
            <>
              <NotificationList items={list.items} />
              <Pagination
                total={list.total}
                page={state.page ?? 1}
                size={PAGE_SIZE}
                sizes={[PAGE_SIZE]}
                hrefOf={(page) => hrefOf({ ...state, page })}
              />
            </>
          )}
        </div>
        <Panel title={t("settings.title")}>
          <KindChoice wanted={wanted} />
        </Panel>
      </div>
    </ClientMessages>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportMenu } from "#components/data-table/export-menu.tsx";
import { Pagination } from "#components/data-table/pagination.tsx";
import { ConnectionTabs } from "#components/layout/connection-tabs.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { NotFoundError } from "#lib/core/errors.ts";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { readParameters, refuseEmptyPage, type SearchParameters } from "#lib/core/parameters.ts";
import { exportHrefs } from "#lib/exports/schema.ts";
import { requireUser } from "#lib/users/session.ts";
import { mayManageWebhooks } from "#lib/webhooks/policy.ts";
import { getWebhook, listDeliveries, PAGE_SIZE } from "#lib/webhooks/queries.ts";
import { deliveryListSchema, webhookIdSchema } from "#lib/webhooks/schema.ts";
import { DeliveryLog } from "./_components/delivery-log.tsx";
import { Settings } from "./_components/settings.tsx";
import classes from "./page.module.css";

type Parameters = {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParameters>;
};

async function idOf(params: Parameters["params"]): Promise<number> {
  const parsed = webhookIdSchema.safeParse(await params);
  if (!parsed.success) throw new NotFoundError();
  return parsed.data.id;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("webhooks"))("one") };
}

/** One receiver: its settings, and what was sent to it in the last month. */
export default async function WebhookPage({ params, searchParams }: Parameters) {
  const user = await requireUser(mayManageWebhooks);
  const webhook = await getWebhook(user, await idOf(params));
  const { page = 1 } = readParameters(deliveryListSchema, await searchParams, {
    numbers: ["page"],
  });
  const [{ items, total }, t] = await Promise.all([
    listDeliveries(user, webhook.id, page),
    getTranslations("webhooks"),
  ]);
  refuseEmptyPage({ page }, items.length);
  return (
    <ClientMessages namespaces={["webhooks", "account"]}>
      <ConnectionTabs current="webhooks" />
      <PageHeader
        title={webhook.name}
        details={t(webhook.active ? "on" : "off")}
        actions={
          total > 0 && (
            <ExportMenu hrefs={exportHrefs("deliveries", `webhook=${webhook.id}`)} whole />
          )
        }
      />
      <div className={classes.sides}>
        <Panel title={t("log.title")} hint={t("log.hint")}>
          {items.length === 0 ? (
            <EmptyState title={t("log.empty")} explanation={t("log.emptyHint")} />
          ) : (
            <>
              <DeliveryLog deliveries={items} active={webhook.active} />
              <Pagination
                total={total}
                page={page}
                size={PAGE_SIZE}
                sizes={[PAGE_SIZE]}
                hrefOf={(to) => `/admin/webhooks/${webhook.id}${to > 1 ? `?page=${to}` : ""}`}
              />
            </>
          )}
        </Panel>
        <Panel title={t("settings.title")} className={classes.settings}>
          <Settings webhook={webhook} />
        </Panel>
      </div>
    </ClientMessages>
  );
}

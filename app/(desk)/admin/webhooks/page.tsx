import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConnectionTabs } from "#components/layout/connection-tabs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { requireUser } from "#lib/users/session.ts";
import { mayManageWebhooks } from "#lib/webhooks/policy.ts";
import { listWebhooks } from "#lib/webhooks/queries.ts";
import { WebhooksDesk } from "./_components/webhooks-desk.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("webhooks"))("title") };
}

/** The systems that are told of what happens here. */
export default async function WebhooksPage() {
  const user = await requireUser(mayManageWebhooks);
  const [webhooks, t] = await Promise.all([listWebhooks(user), getTranslations("webhooks")]);
  const off = webhooks.filter(({ active }) => !active).length;
  return (
    <ClientMessages namespaces={["webhooks"]}>
      <ConnectionTabs current="webhooks" />
      <PageHeader title={t("title")} details={t("count", { count: webhooks.length, off })} />
      <WebhooksDesk webhooks={webhooks} />
    </ClientMessages>
  );
}

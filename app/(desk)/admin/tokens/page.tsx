import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ConnectionTabs } from "#components/layout/connection-tabs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { catalogueName } from "#lib/core/i18n/format.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { mayManageTokens } from "#lib/users/policy.ts";
import { requireUser } from "#lib/users/session.ts";
import { listTokens } from "#lib/users/token-queries.ts";
import { TokensDesk } from "./_components/tokens-desk.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tokens"))("title") };
}

export default async function TokensPage() {
  const user = await requireUser(mayManageTokens);
  const [tokens, departments, locale, t] = await Promise.all([
    listTokens(user),
    listDepartments(),
    getLocale(),
    getTranslations("tokens"),
  ]);
  const revoked = tokens.filter(({ revokedAt }) => revokedAt !== null).length;
  return (
    <ClientMessages namespaces={["account", "tokens"]}>
      <ConnectionTabs current="tokens" />
      <PageHeader
        title={t("title")}
        details={
          <>
            {t("count", { count: tokens.length, revoked })}. {t("explanation")}{" "}
            <Link href="/api/docs">{t("documentation")}</Link>
          </>
        }
      />
      <TokensDesk
        tokens={tokens}
        departments={departments.map((department) => ({
          code: department.code,
          name: catalogueName(department, locale),
          active: department.active,
        }))}
      />
    </ClientMessages>
  );
}

import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportMenu } from "#components/data-table/export-menu.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { catalogueName } from "#lib/core/i18n/format.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { exportHrefs } from "#lib/exports/schema.ts";
import { mayManageUsers } from "#lib/users/policy.ts";
import { listAccounts } from "#lib/users/queries.ts";
import { requireUser } from "#lib/users/session.ts";
import { AccountsDesk } from "./_components/accounts-desk.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.users"))("title") };
}

export default async function UsersPage() {
  const user = await requireUser(mayManageUsers);
  const [accounts, departments, locale] = await Promise.all([
    listAccounts(user),
    listDepartments(),
    getLocale(),
  ]);
  const [t, imports] = await Promise.all([
    getTranslations("admin.users"),
    getTranslations("imports.screen"),
  ]);
  const disabled = accounts.filter((account) => account.disabled).length;
  return (
    <ClientMessages namespaces={["account", "admin"]}>
      <PageHeader
        title={t("title")}
        details={t("count", { count: accounts.length, disabled })}
        actions={
          <>
            <ExportMenu hrefs={exportHrefs("accounts")} whole />
            <Link href="/imports" prefetch={false}>
              {imports("open")}
            </Link>
          </>
        }
      />
      <AccountsDesk
        accounts={accounts}
        departments={departments.map((department) => ({
          code: department.code,
          name: catalogueName(department, locale),
          active: department.active,
        }))}
      />
    </ClientMessages>
  );
}

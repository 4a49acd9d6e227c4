import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReportTabs } from "#components/layout/report-tabs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { ClientMessages } from "#lib/core/i18n/client-messages.tsx";
import { mayProofread } from "#lib/proofreading/policy.ts";
import { reportTabsFor } from "#lib/reports/policy.ts";
import { requireUser } from "#lib/users/session.ts";
import { ProofreadingDesk } from "./_components/proofreading-desk.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("proofreading"))("title") };
}

/** A draft report is pasted or uploaded, and its figures are recomputed where they stand. */
export default async function ProofreadingPage() {
  const viewer = await requireUser(mayProofread);
  const t = await getTranslations("proofreading");
  return (
    <ClientMessages namespaces={["proofreading"]}>
      <ReportTabs tabs={reportTabsFor(viewer)} current="proofreading" />
      <PageHeader title={t("title")} details={t("explanation")} />
      <ProofreadingDesk />
    </ClientMessages>
  );
}

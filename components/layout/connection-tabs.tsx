import { useTranslations } from "next-intl";
import { LinkTabs } from "#components/ui/link-tabs.tsx";

const PLACES = { tokens: "/admin/tokens", webhooks: "/admin/webhooks" } as const;
const TABS = ["tokens", "webhooks"] as const;

/** What connects other systems: those that call here, and those that are told from here. */
export function ConnectionTabs({ current }: { current: keyof typeof PLACES }) {
  const t = useTranslations("webhooks.tabs");
  return (
    <LinkTabs
      top
      label={t("label")}
      tabs={TABS.map((tab) => ({ href: PLACES[tab], label: t(tab), current: tab === current }))}
    />
  );
}

"use client";

import { useTranslations } from "next-intl";
import { ShownOnce } from "#components/ui/shown-once.tsx";

/** A token, for the administrator to put where it is used; it cannot be shown again. */
export function TokenShownOnce({ made }: { made: { name: string; token: string } }) {
  const t = useTranslations("tokens.shown");
  return (
    <ShownOnce
      title={t("title", { name: made.name })}
      secret={made.token}
      explanation={t("explanation")}
      copy={t("copy")}
      copied={t("copied")}
    />
  );
}

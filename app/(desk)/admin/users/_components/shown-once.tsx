"use client";

import { useTranslations } from "next-intl";
import { ShownOnce as Shown } from "#components/ui/shown-once.tsx";

/** An initial password, for the administrator to hand over; it cannot be shown again. */
export function ShownOnce({ initial }: { initial: { login: string; password: string } }) {
  const t = useTranslations("admin.password");
  return (
    <Shown
      title={t("title", { login: initial.login })}
      secret={initial.password}
      explanation={t("explanation")}
      copy={t("copy")}
      copied={t("copied")}
    />
  );
}

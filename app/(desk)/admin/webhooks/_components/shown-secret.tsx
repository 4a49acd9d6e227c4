import { useTranslations } from "next-intl";
import { ShownOnce } from "#components/ui/shown-once.tsx";

/** A receiver's key, to be entered there. */
export function ShownSecret({ shown }: { shown: { name: string; secret: string } }) {
  const t = useTranslations("webhooks.secret");
  return (
    <ShownOnce
      title={t("title", { name: shown.name })}
      secret={shown.secret}
      explanation={t("explanation")}
      copy={t("copy")}
      copied={t("copied")}
    />
  );
}

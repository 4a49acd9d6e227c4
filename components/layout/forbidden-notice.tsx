import { useTranslations } from "next-intl";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";

/** A 403 page, and the way to a first page that may be seen. */
export function ForbiddenNotice({ home = "/" }: { home?: string }) {
  const t = useTranslations();
  return (
    <Notice
      title={t("errors.forbidden.title")}
      explanation={t("errors.forbidden.explanation")}
      action={<LinkButton href={home}>{t("common.action.toStart")}</LinkButton>}
    />
  );
}

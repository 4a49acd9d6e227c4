"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { wrongAddressIn } from "#lib/core/errors.ts";
import { isFirstLoad } from "./first-load.ts";

/**
 * What `invalidAddress` said, if it ended the page of this document. Next does not hand the
 * error on to its 404 page, but the document holds its digest.
 */
function wrongAddressOfDocument() {
  if (!isFirstLoad()) return null;
  return wrongAddressIn(Array.from(document.scripts, ({ text }) => text).join("\n"));
}

/** A 404 page: what is wrong with the address, if that is known, and the way to a first page. */
export function NotFoundNotice({ home = "/" }: { home?: string }) {
  const t = useTranslations("errors");
  const common = useTranslations("common.action");
  const [wrong] = useState(wrongAddressOfDocument);
  return (
    <Notice
      title={wrong ? t("wrongAddress.title") : t("notFound.title")}
      explanation={wrong ? t(`address.${wrong.problem}`, wrong.values) : t("notFound.explanation")}
      action={<LinkButton href={home}>{common("toStart")}</LinkButton>}
    />
  );
}

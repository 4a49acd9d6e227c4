"use client";

import { useTranslations } from "next-intl";
import { sendAgain } from "../../actions.ts";
import { SendButton } from "./send-button.tsx";

/** Sends a delivery once more. */
export function SendAgain({ id }: { id: string }) {
  const t = useTranslations("webhooks.log");
  return <SendButton text={t("again")} action={sendAgain} id={id} />;
}

import { useTranslations } from "next-intl";
import type { ActionState } from "#lib/core/action.ts";
import { answerOf } from "./answer-of.ts";

/** What lets an action always answer: where the server is not reached, that is the answer. */
export function useAnswered() {
  const t = useTranslations("common");
  return <Result>(asked: Promise<ActionState<Result>>) => answerOf(asked, t("unreached"));
}

"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Proofreading } from "#lib/proofreading/schema.ts";
import { askForProofreading } from "./ask.ts";
import { DraftForm } from "./draft-form.tsx";
import { Result } from "./result.tsx";

/** The draft that is entered, and below it what was found in the one checked last. */
export function ProofreadingDesk() {
  const t = useTranslations("proofreading.problems");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [checked, setChecked] = useState<{ name: string | null; result: Proofreading } | null>(
    null,
  );

  async function check(draft: File | string, name: string | null): Promise<void> {
    setBusy(true);
    setProblem(null);
    const outcome = await askForProofreading(draft);
    setBusy(false);
    if (outcome.ok) setChecked({ name, result: outcome.result });
    else setProblem(outcome.message ?? t("unreached"));
  }

  return (
    <>
      <DraftForm busy={busy} problem={problem} onCheck={check} />
      {checked && <Result key={checkedKey(checked.result)} {...checked} />}
    </>
  );
}

/** Another draft is another result, with its own place and filter. */
function checkedKey({ text, findings }: Proofreading): string {
  return `${text.length} ${findings.length} ${text.slice(0, 40)}`;
}

"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProblem } from "#components/ui/form-problem.tsx";
import type { Counts } from "#lib/imports/schema.ts";
import type { ApplyPhase, OpenedAccount } from "#lib/imports/views.ts";
import { applyLines } from "./apply-lines.ts";
import { OpenedAccounts } from "./opened-accounts.tsx";
import classes from "./steps.module.css";

type State =
  | { step: "ready" | "asking" }
  | { step: "running"; at: ApplyPhase }
  | { step: "refused"; message: string }
  | { step: "opened"; accounts: readonly OpenedAccount[] };

const BEGINNING: ApplyPhase = { phase: "reading", done: 0, total: 1 };

/** Writes a file's rows into the register: asks once, tells how far it is, and then what came of it. */
export function ApplyFile({
  id,
  counts,
  waiting,
}: {
  id: number;
  counts: Counts;
  /** Spellings wait for someone's word. */
  waiting: boolean;
}) {
  const t = useTranslations("imports.screen.apply");
  const router = useRouter();
  const [state, setState] = useState<State>({ step: "ready" });
  const changes = counts.new + counts.changed;

  async function apply(): Promise<void> {
    setState({ step: "running", at: BEGINNING });
    const last = await applyLines(id, (line) => {
      if ("phase" in line) setState({ step: "running", at: line });
    });
    if (last && "done" in last) {
      if (last.opened.length > 0) return setState({ step: "opened", accounts: last.opened });
    } else setState({ step: "refused", message: last?.message ?? t("broken") });
    router.refresh();
  }

  if (state.step === "opened") {
    return <OpenedAccounts accounts={state.accounts} onDone={() => router.refresh()} />;
  }
  if (changes === 0) return <p>{t("nothing")}</p>;
  if (waiting) return <p className={classes.soft}>{t("wait")}</p>;
  if (state.step === "running") return <Running at={state.at} />;
  return (
    <section className={classes.step}>
      {state.step === "refused" && <FormProblem>{state.message}</FormProblem>}
      {state.step === "asking" ? (
        <>
          <p>{t("question", { count: changes })}</p>
          <div className={classes.answers}>
            <Button onClick={() => void apply()} autoFocus>
              {t("button", counts)}
            </Button>
            <Button variant="default" onClick={() => setState({ step: "ready" })}>
              {t("cancel")}
            </Button>
          </div>
        </>
      ) : (
        <div>
          <Button onClick={() => setState({ step: "asking" })}>{t("button", counts)}</Button>
        </div>
      )}
    </section>
  );
}

/** Rows are counted while they are written; how long it takes before that nobody knows. */
function Running({ at: { phase, done, total } }: { at: ApplyPhase }) {
  const t = useTranslations("imports.screen.apply");
  const said = t(`phase.${phase}`, { done, total });
  const counted = phase === "writing" && total > 0;
  return (
    <section className={classes.step}>
      <p role="status">{said}</p>
      <progress
        className={classes.progress}
        aria-label={said}
        {...(counted && { value: done, max: total })}
      />
      <p className={classes.soft}>{t("stay")}</p>
    </section>
  );
}

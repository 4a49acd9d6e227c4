import { Button, Textarea } from "@mantine/core";
import { UploadIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { FormProblem } from "#components/ui/form-problem.tsx";
import type { ShownGroup } from "#lib/reconciliations/groups.ts";
import type { ImportedFigures } from "#lib/reconciliations/schema.ts";
import classes from "./reconciliation.module.css";

type Outcome =
  | { kind: "filled"; count: number }
  | { kind: "problem"; message: string }
  | { kind: "rows"; problems: Extract<ImportedFigures, { ok: false }>["problems"] };

/** What the server read; a text is why it did not, null that it was not reached. */
async function ask(given: File | string): Promise<ImportedFigures | string | null> {
  try {
    const response = await fetch("/api/reconciliation", { method: "POST", body: given });
    const answer: unknown = await response.json();
    if (typeof answer !== "object" || answer === null) return null;
    if (response.ok) return answer as ImportedFigures;
    return "message" in answer ? String(answer.message) : null;
  } catch {
    // Not reached, or something else answered.
    return null;
  }
}

/** Fills the fields from a file or a pasted table; nothing is saved by it. */
export function ImportFigures({
  groups,
  onFill,
}: {
  groups: readonly ShownGroup[];
  onFill: (figures: readonly { code: string; value: number }[]) => void;
}) {
  const t = useTranslations("reconciliation.import");
  const problems = useTranslations("reconciliation.problems");
  const measures = useTranslations("reconciliation.measures");
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [busy, setBusy] = useState(false);
  const pasted = useRef<HTMLTextAreaElement>(null);

  async function read(given: File | string): Promise<void> {
    setBusy(true);
    const answer = await ask(given);
    setBusy(false);
    if (answer === null || typeof answer === "string") {
      setOutcome({ kind: "problem", message: answer ?? problems("unreached") });
    } else if (answer.ok) {
      onFill(answer.figures);
      setOutcome({ kind: "filled", count: answer.figures.length });
    } else setOutcome({ kind: "rows", problems: answer.problems });
  }

  return (
    <details className={classes.import}>
      <summary>{t("title")}</summary>
      <div className={classes.fill}>
        <p className={classes.soft}>{t("hint")}</p>
        {outcome?.kind === "problem" && <FormProblem>{outcome.message}</FormProblem>}
        {outcome?.kind === "rows" && (
          <div role="alert">
            <p>{t("problems")}</p>
            <ul>
              {outcome.problems.map(({ row, problem, text }) => (
                <li key={row}>{t(problem, { row, text })}</li>
              ))}
            </ul>
          </div>
        )}
        {outcome?.kind === "filled" && <p role="status">{t("filled", { count: outcome.count })}</p>}
        <label className={classes.file}>
          <UploadIcon size={16} strokeWidth={1.8} aria-hidden />
          {t("choose")}
          <input
            type="file"
            className="spoken"
            accept=".csv,.xlsx,.txt,text/csv"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              event.currentTarget.value = "";
              if (file) void read(file);
            }}
          />
        </label>
        <Textarea ref={pasted} label={t("paste")} rows={4} spellCheck={false} />
        <Button
          variant="default"
          loading={busy}
          onClick={() => void read(pasted.current?.value ?? "")}
        >
          {t("read")}
        </Button>
        <details>
          <summary>{t("codes")}</summary>
          <table className={classes.codes}>
            <tbody>
              {groups.flatMap(({ rows }) =>
                rows.flatMap(({ name, figures }) =>
                  figures.map(({ code, measure }) => (
                    <tr key={code}>
                      <td>
                        <code>{code}</code>
                      </td>
                      <td>{`${name}: ${measures(measure)}`}</td>
                    </tr>
                  )),
                ),
              )}
            </tbody>
          </table>
        </details>
      </div>
    </details>
  );
}

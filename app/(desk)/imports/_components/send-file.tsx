"use client";

import { Button } from "@mantine/core";
import { FileSpreadsheetIcon, UploadIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type DragEvent, useId, useState } from "react";
import { useFileSize } from "#components/files/use-file-size.ts";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { SPREADSHEET_LIMITS } from "#lib/core/spreadsheet/schema.ts";
import classes from "./send-file.module.css";
import { uploadImport } from "./upload-import.ts";

type State =
  | { step: "waiting" }
  /** `fraction` of the file that is sent, in [0, 1]; then its rows are checked. */
  | { step: "sending"; fraction: number }
  | { step: "refused"; message: string };

const LIMIT = SPREADSHEET_LIMITS.bytes / 1024 / 1024;

/**
 * A place for one spreadsheet: it is sent as soon as it is chosen or dropped, and leads on to what
 * was found in it. A file that is refused stays chosen.
 */
export function SendFile({
  kind,
  label,
  after,
}: {
  /** As addresses name it. */
  kind: string;
  label: string;
  /** The import whose mended file this is. */
  after?: number;
}) {
  const t = useTranslations("imports.screen.start");
  const problems = useTranslations("imports.files");
  const router = useRouter();
  const sizeOf = useFileSize();
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [state, setState] = useState<State>({ step: "waiting" });
  const [dragging, setDragging] = useState(false);

  async function send(chosen: File): Promise<void> {
    setFile(chosen);
    if (chosen.size > SPREADSHEET_LIMITS.bytes) {
      setState({ step: "refused", message: problems("tooLarge", { megabytes: LIMIT }) });
      return;
    }
    setState({ step: "sending", fraction: 0 });
    const onProgress = (fraction: number) => setState({ step: "sending", fraction });
    const sent = await uploadImport(chosen, { kind, after }, onProgress);
    if (sent.ok) router.push(`/imports/${sent.id}`);
    else setState({ step: "refused", message: sent.message ?? t("broken") });
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setDragging(false);
    const [chosen] = event.dataTransfer.files;
    if (chosen && state.step !== "sending") void send(chosen);
  }

  const sending = state.step === "sending";
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut of the button within.
    <div
      className={classes.field}
      onDragOver={(event) => {
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) =>
        setDragging(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))
      }
      onDrop={drop}
    >
      <span id={`${id}-label`} className={classes.label}>
        {label}
      </span>
      <div className={classes.zone} data-dragging={dragging || undefined}>
        <input
          id={id}
          type="file"
          accept=".xlsx,.csv"
          className={classes.input}
          disabled={sending}
          aria-labelledby={`${id}-label ${id}-choose`}
          aria-describedby={`${id}-hint`}
          aria-invalid={state.step === "refused" ? true : undefined}
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            // The same file can then be chosen again.
            event.target.value = "";
            if (chosen) void send(chosen);
          }}
        />
        <label htmlFor={id} className={classes.choose} data-disabled={sending || undefined}>
          <UploadIcon size={16} strokeWidth={1.8} aria-hidden />
          <span id={`${id}-choose`}>{t("choose")}</span>
        </label>
        <span className={classes.drop}>{t("drop")}</span>
      </div>
      <p id={`${id}-hint`} className={classes.hint}>
        {t("hint", { limit: LIMIT })}
      </p>
      {file && (
        <div className={classes.file}>
          <p className={classes.name}>
            <FileSpreadsheetIcon size={16} strokeWidth={1.7} aria-hidden />
            <span>{file.name.normalize("NFC")}</span>
            <span className={classes.size}>{sizeOf(file.size)}</span>
          </p>
          <Sending state={state} />
          {state.step === "refused" && (
            <>
              <FormProblem>{state.message}</FormProblem>
              <Button variant="default" onClick={() => void send(file)}>
                {t("again")}
              </Button>
            </>
          )}
        </div>
      )}
    </div>
  );
}

function Sending({ state }: { state: State }) {
  const t = useTranslations("imports.screen.start");
  const isSending = state.step === "sending";
  const arrived = isSending && state.fraction >= 1;
  const said = arrived ? t("checking") : t("sending", { percent: percentOf(state) });
  return (
    <div role="status" className={classes.sending}>
      {isSending && (
        <>
          <span>{said}</span>
          <progress
            className={classes.progress}
            aria-label={said}
            {...(!arrived && { value: state.fraction })}
          />
        </>
      )}
    </div>
  );
}

function percentOf(state: State): number {
  return state.step === "sending" ? Math.floor(state.fraction * 100) : 0;
}

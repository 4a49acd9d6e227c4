import { Button, Textarea } from "@mantine/core";
import { UploadIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { FormProblem } from "#components/ui/form-problem.tsx";
import classes from "./draft-form.module.css";

/** Takes a pasted text or a file; what was typed stays whatever comes of it. */
export function DraftForm({
  busy,
  problem,
  onCheck,
}: {
  busy: boolean;
  problem: string | null;
  onCheck: (draft: File | string, name: string | null) => void;
}) {
  const t = useTranslations("proofreading.form");
  const [missing, setMissing] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const input = useRef<HTMLInputElement>(null);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const typed = text.current?.value ?? "";
    setMissing(file === null && typed.trim() === "");
    if (file) onCheck(file, file.name);
    else if (typed.trim() !== "") onCheck(typed, null);
  }

  function drop(): void {
    setFile(null);
    if (input.current) input.current.value = "";
  }

  return (
    <form
      className={classes.form}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.currentTarget.requestSubmit();
        }
      }}
    >
      {problem !== null && <FormProblem>{problem}</FormProblem>}
      <Textarea
        ref={text}
        label={t("text")}
        description={t("textHint")}
        error={missing ? t("missing") : undefined}
        rows={12}
        disabled={file !== null}
        spellCheck={false}
        data-autofocus
      />
      <div className={classes.file}>
        <input
          id="draft-file"
          ref={input}
          type="file"
          className="spoken"
          accept=".docx,.txt,text/plain,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
        />
        <label htmlFor="draft-file">
          <UploadIcon size={16} strokeWidth={1.8} aria-hidden />
          {t("choose")}
        </label>
        <span aria-live="polite">{file ? t("chosen", { name: file.name }) : t("file")}</span>
        {file && (
          <Button type="button" variant="subtle" onClick={drop}>
            {t("drop")}
          </Button>
        )}
      </div>
      <div>
        <Button type="submit" loading={busy}>
          {t("check")}
        </Button>
      </div>
    </form>
  );
}

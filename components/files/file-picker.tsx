"use client";

import { PaperclipIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, useEffect, useId, useRef, useState } from "react";
import { FILE_LIMITS, type FileView, MEDIA_TYPES } from "#lib/files/schema.ts";
import classes from "./file-picker.module.css";
import { UploadLine } from "./upload-line.tsx";
import { useUploads } from "./use-uploads.ts";

const ACCEPTED = Object.keys(MEDIA_TYPES)
  .map((extension) => `.${extension}`)
  .join();

/**
 * Files for a form. Each is uploaded as soon as it is chosen or dropped, and the form gets one
 * hidden entry with the ids, separated by commas. A form that is refused loses none; it is not
 * sent while a file is still on its way or was not accepted.
 */
export function FilePicker({
  label,
  name = "files",
  error,
  initial = [],
  onChange,
}: {
  label: string;
  name?: string;
  /** Why the form was refused, where it was for its files. */
  error?: string | undefined;
  /** What was uploaded before, for a form that is taken up again. */
  initial?: readonly FileView[];
  /** Told which files have been uploaded, for a form that keeps a draft. */
  onChange?: (files: FileView[]) => void;
}) {
  const t = useTranslations("files");
  const { uploads, ids, add, remove, retry } = useUploads(initial, onChange);
  const [dragging, setDragging] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  const sending = uploads.some(({ state }) => state === "sending");
  const refused = uploads.some(({ state }) => state === "refused");
  const obstacle = sending ? t("picker.waiting") : refused ? t("picker.refused") : "";
  // The browser then says so at the field instead of sending the form.
  useEffect(() => input.current?.setCustomValidity(obstacle), [obstacle]);

  function drop(event: DragEvent): void {
    event.preventDefault();
    setDragging(false);
    add([...event.dataTransfer.files]);
  }

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
          ref={input}
          id={id}
          type="file"
          multiple
          accept={ACCEPTED}
          className={classes.input}
          aria-labelledby={`${id}-label ${id}-choose`}
          aria-describedby={`${id}-hint`}
          aria-invalid={error || refused ? true : undefined}
          onChange={(event) => {
            add([...(event.target.files ?? [])]);
            // The same file can then be chosen again.
            event.target.value = "";
          }}
        />
        <label htmlFor={id} className={classes.choose}>
          <PaperclipIcon size={16} strokeWidth={1.8} aria-hidden />
          <span id={`${id}-choose`}>{t("picker.choose")}</span>
        </label>
        <span className={classes.drop}>{t("picker.drop")}</span>
      </div>
      <p id={`${id}-hint`} className={classes.hint}>
        {t("picker.hint", { limit: FILE_LIMITS.bytes / 1024 / 1024, count: FILE_LIMITS.files })}
      </p>
      {uploads.length > 0 && (
        <ul className={classes.uploads} aria-label={t("picker.chosen", { label })}>
          {uploads.map((upload) => (
            <UploadLine
              key={upload.key}
              upload={upload}
              onRemove={() => {
                remove(upload.key);
                input.current?.focus();
              }}
              onRetry={(source) => retry(upload.key, source)}
            />
          ))}
        </ul>
      )}
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
      <input type="hidden" name={name} value={ids} />
    </div>
  );
}

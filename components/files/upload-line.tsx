import { FileIcon, RotateCwIcon, XIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import classes from "./file-picker.module.css";
import { useFileSize } from "./use-file-size.ts";
import type { Upload } from "./use-uploads.ts";

/** A chosen file: its name, how far it is or what is wrong with it, and how to be rid of it. */
export function UploadLine({
  upload,
  onRemove,
  onRetry,
}: {
  upload: Upload;
  onRemove: () => void;
  onRetry: (source: File) => void;
}) {
  const t = useTranslations("files.picker");
  const sizeOf = useFileSize();
  const { name, state } = upload;
  const source = state === "refused" ? upload.source : null;
  const percent = state === "sending" ? Math.floor(upload.fraction * 100) : 100;
  return (
    <li className={classes.upload} data-state={state}>
      <FileIcon size={16} strokeWidth={1.7} className={classes.icon} aria-hidden />
      <div className={classes.about}>
        <span className={classes.name}>{name}</span>
        <span className={classes.state}>
          {sizeOf(upload.size)}
          {state === "sending" && ` · ${t("uploading", { percent })}`}
          {state === "kept" && ` · ${t("uploaded")}`}
        </span>
        {state === "sending" && (
          <progress className={classes.progress} value={upload.fraction} aria-label={name} />
        )}
        {state === "refused" && (
          <span role="alert" className={classes.error}>
            {upload.message}
          </span>
        )}
      </div>
      {source && (
        <button
          type="button"
          className={classes.press}
          aria-label={`${t("retry")}: ${name}`}
          onClick={() => onRetry(source)}
        >
          <RotateCwIcon size={18} strokeWidth={1.7} aria-hidden />
        </button>
      )}
      <button
        type="button"
        className={classes.press}
        aria-label={t("remove", { name })}
        onClick={onRemove}
      >
        <XIcon size={18} strokeWidth={1.7} aria-hidden />
      </button>
    </li>
  );
}

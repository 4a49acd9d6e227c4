"use client";

import { DownloadIcon, EyeIcon, FileIcon, FileTextIcon, ImageIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type FileView, MEDIA_TYPES, PREVIEWED } from "#lib/files/schema.ts";
import classes from "./file-list.module.css";
import { FilePreview } from "./file-preview.tsx";
import { useFileSize } from "./use-file-size.ts";

function iconOf(mediaType: string) {
  if (mediaType.startsWith("image/")) return ImageIcon;
  return mediaType === MEDIA_TYPES.zip ? FileIcon : FileTextIcon;
}

/** Files to save, and those that a browser shows also to look at in place. */
export function FileList({ files, label }: { files: readonly FileView[]; label?: string }) {
  const t = useTranslations("files.list");
  const sizeOf = useFileSize();
  const [shown, setShown] = useState<FileView | null>(null);
  return (
    <>
      <ul className={classes.list} aria-label={label ?? t("label")}>
        {files.map((file) => {
          const Icon = iconOf(file.mediaType);
          const { id, name } = file;
          return (
            <li key={id} className={classes.file}>
              <Icon size={16} strokeWidth={1.7} className={classes.icon} aria-hidden />
              <span className={classes.about}>
                <a href={`/api/files/${id}`} download={name} className={classes.name}>
                  {name}
                </a>
                <span className={classes.size}>{sizeOf(file.size)}</span>
              </span>
              {PREVIEWED.includes(file.mediaType) && (
                <button
                  type="button"
                  className={classes.press}
                  aria-label={t("preview", { name })}
                  onClick={() => setShown(file)}
                >
                  <EyeIcon size={18} strokeWidth={1.7} aria-hidden />
                </button>
              )}
              <a
                href={`/api/files/${id}`}
                download={name}
                className={classes.press}
                aria-label={t("download", { name })}
              >
                <DownloadIcon size={18} strokeWidth={1.7} aria-hidden />
              </a>
            </li>
          );
        })}
      </ul>
      <FilePreview file={shown} onClose={() => setShown(null)} />
    </>
  );
}

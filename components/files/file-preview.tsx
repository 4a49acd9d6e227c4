import { Modal } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FileView, MEDIA_TYPES } from "#lib/files/schema.ts";
import classes from "./file-list.module.css";

/** A PDF or a picture over the page, where it can do nothing to it. */
export function FilePreview({ file, onClose }: { file: FileView | null; onClose: () => void }) {
  const t = useTranslations();
  const address = file && `/api/files/${file.id}`;
  return (
    <Modal.Root
      opened={file !== null}
      onClose={onClose}
      size="64rem"
      transitionProps={{ duration: 100 }}
    >
      <Modal.Overlay />
      <Modal.Content>
        {/* Mantine's own header would be the page's second banner to a screen reader. */}
        <div className={classes.modalHead}>
          <Modal.Title className={classes.modalTitle}>{file?.name}</Modal.Title>
          <Modal.CloseButton size="lg" aria-label={t("common.action.close")} />
        </div>
        <Modal.Body>
          {file && (
            <>
              {file.mediaType === MEDIA_TYPES.pdf ? (
                // The answer itself is a sandbox (proxy.ts); with the attribute here no PDF shows.
                <iframe className={classes.page} src={`${address}?preview=1`} title={file.name} />
              ) : (
                <div className={classes.picture}>
                  {/* biome-ignore lint/performance/noImgElement: there is nothing to optimise, and no optimiser. */}
                  <img src={`${address}?preview=1`} alt={file.name} />
                </div>
              )}
              <p className={classes.ways}>
                <a href={`${address}?preview=1`} target="_blank" rel="noopener">
                  {t("files.list.open")}
                </a>
                <a href={`${address}`} download={file.name}>
                  {t("files.list.save")}
                </a>
              </p>
            </>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

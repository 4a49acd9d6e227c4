import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { FILE_LIMITS, type FileView, MEDIA_TYPES } from "#lib/files/schema.ts";
import { uploadFile } from "./upload.ts";

/** A file that somebody chose, and how far it is. */
export type Upload = { key: string; name: string; size: number } & (
  | { state: "sending"; fraction: number }
  | { state: "kept"; file: FileView }
  /** `source` is there when trying again may help. */
  | { state: "refused"; message: string; source: File | null }
);

const kept = (file: FileView): Upload => ({ ...file, key: file.id, state: "kept", file });

/** The files of one form: each is sent as soon as it is chosen, and stays whatever the form does. */
export function useUploads(initial: readonly FileView[], onChange?: (files: FileView[]) => void) {
  const t = useTranslations("files.problems");
  const [uploads, setUploads] = useState<readonly Upload[]>(() => initial.map(kept));
  const sending = useRef(new Map<string, AbortController>());
  const chosenSoFar = useRef(0);

  useEffect(() => {
    const requests = sending.current;
    return () => {
      for (const request of requests.values()) request.abort();
    };
  }, []);

  const files = uploads.flatMap((upload) => (upload.state === "kept" ? [upload.file] : []));
  const ids = files.map(({ id }) => id).join();
  const tell = useEffectEvent(() => onChange?.(files));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids say when the files change.
  useEffect(() => tell(), [ids]);

  function replace(key: string, change: (upload: Upload) => Upload): void {
    setUploads((all) => all.map((upload) => (upload.key === key ? change(upload) : upload)));
  }

  /** What is wrong with a file as far as that can be told before it is sent. */
  function problemOf({ name, size }: File): string | null {
    const extension = name.split(".").at(-1)?.toLowerCase() ?? "";
    if (size > FILE_LIMITS.bytes) return t("tooLarge", { limit: FILE_LIMITS.bytes / 1024 / 1024 });
    if (size === 0) return t("empty");
    return Object.hasOwn(MEDIA_TYPES, extension) ? null : t("typeNotAllowed");
  }

  async function send(key: string, source: File): Promise<void> {
    const request = new AbortController();
    sending.current.set(key, request);
    const onProgress = (fraction: number) =>
      replace(key, (upload) => (upload.state === "sending" ? { ...upload, fraction } : upload));
    const outcome = await uploadFile(source, onProgress, request.signal);
    sending.current.delete(key);
    replace(key, ({ name, size }) =>
      outcome.ok
        ? { ...kept(outcome.file), key }
        : {
            key,
            name,
            size,
            state: "refused",
            message: outcome.message ?? t("broken"),
            source: outcome.message === null ? source : null,
          },
    );
  }

  function add(chosen: readonly File[]): void {
    const room = FILE_LIMITS.files - uploads.filter(({ state }) => state !== "refused").length;
    let accepted = 0;
    const added = chosen.map((source): { upload: Upload; source: File } => {
      chosenSoFar.current += 1;
      const own = {
        key: `chosen-${chosenSoFar.current}`,
        name: source.name.normalize("NFC"),
        size: source.size,
      };
      const message = problemOf(source) ?? (accepted < room ? null : t("tooMany"));
      if (message !== null) {
        return { source, upload: { ...own, state: "refused", message, source: null } };
      }
      accepted += 1;
      return { source, upload: { ...own, state: "sending", fraction: 0 } };
    });
    setUploads((all) => [...all, ...added.map(({ upload }) => upload)]);
    for (const { upload, source } of added) {
      if (upload.state === "sending") void send(upload.key, source);
    }
  }

  function remove(key: string): void {
    sending.current.get(key)?.abort();
    setUploads((all) => all.filter((upload) => upload.key !== key));
  }

  function retry(key: string, source: File): void {
    replace(key, ({ name, size }) => ({ key, name, size, state: "sending", fraction: 0 }));
    void send(key, source);
  }

  return { uploads, ids, add, remove, retry };
}

import type { FileView } from "#lib/files/schema.ts";

/** What came of an upload: the file as it was kept, or why not; `null` when nobody answered. */
export type UploadOutcome = { ok: true; file: FileView } | { ok: false; message: string | null };

function outcomeOf(request: XMLHttpRequest): UploadOutcome {
  const answer: unknown = request.response;
  if (typeof answer !== "object" || answer === null) return { ok: false, message: null };
  if (request.status === 200) return { ok: true, file: answer as FileView };
  return { ok: false, message: "message" in answer ? String(answer.message) : null };
}

/**
 * Sends a file to the server, which keeps it until a form claims it.
 * @param onProgress told how much has been sent, in [0, 1]
 */
export function uploadFile(
  file: File,
  onProgress: (fraction: number) => void,
  signal: AbortSignal,
): Promise<UploadOutcome> {
  // `fetch` does not tell how much of a body has been sent.
  const request = new XMLHttpRequest();
  return new Promise((resolve) => {
    request.open("POST", `/api/files?name=${encodeURIComponent(file.name)}`);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(outcomeOf(request));
    request.onerror = () => resolve({ ok: false, message: null });
    request.onabort = () => resolve({ ok: false, message: null });
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

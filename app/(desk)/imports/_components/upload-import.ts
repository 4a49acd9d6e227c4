/** What came of sending a file: its import, or why not; `null` when nobody answered. */
export type Sent = { ok: true; id: number } | { ok: false; message: string | null };

function outcomeOf(request: XMLHttpRequest): Sent {
  const answer: unknown = request.response;
  if (typeof answer !== "object" || answer === null) return { ok: false, message: null };
  if (request.status === 200 && "id" in answer) return { ok: true, id: Number(answer.id) };
  return { ok: false, message: "message" in answer ? String(answer.message) : null };
}

/**
 * Sends a spreadsheet to be checked.
 * @param to the kind as addresses name it, and the import whose mended file this is
 * @param onProgress told how much has been sent, in [0, 1]
 */
export function uploadImport(
  file: File,
  to: { kind: string; after: number | undefined },
  onProgress: (fraction: number) => void,
): Promise<Sent> {
  // `fetch` does not tell how much of a body has been sent.
  const request = new XMLHttpRequest();
  return new Promise((resolve) => {
    const query = new URLSearchParams({
      kind: to.kind,
      name: file.name,
      ...(to.after !== undefined && { after: `${to.after}` }),
    });
    request.open("POST", `/api/imports?${query}`);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(outcomeOf(request));
    request.onerror = () => resolve({ ok: false, message: null });
    request.onabort = () => resolve({ ok: false, message: null });
    request.send(file);
  });
}

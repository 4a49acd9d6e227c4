import type { ApplyEnd, ApplyLine } from "#lib/imports/views.ts";

/**
 * Applies a file and tells each line of how far that is.
 * @returns the last line, or null when the connection was lost before it came
 */
export async function applyLines(
  id: number,
  onLine: (line: ApplyLine) => void,
): Promise<ApplyEnd | null> {
  try {
    const response = await fetch(`/api/imports/${id}/apply`, { method: "POST" });
    if (!response.ok) {
      const answer: unknown = await response.json();
      const told = typeof answer === "object" && answer !== null && "message" in answer;
      return told ? { message: String(answer.message) } : null;
    }
    let last: ApplyLine | null = null;
    for await (const line of linesOf(response.body)) {
      last = JSON.parse(line) as ApplyLine;
      onLine(last);
    }
    return last === null || "phase" in last ? null : last;
  } catch {
    // Not reached, or cut off on the way.
    return null;
  }
}

/** The lines of a stream of texts, each as soon as it is whole. */
export async function* linesOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<string> {
  if (!body) return;
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = `${rest}${decoder.decode(value, { stream: true })}`.split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

import type { Proofreading } from "#lib/proofreading/schema.ts";

/** What came of a draft: its findings, or why there are none; `null` when nobody answered. */
export type Outcome = { ok: true; result: Proofreading } | { ok: false; message: string | null };

/** Sends a file or a pasted text to be proofread. */
export async function askForProofreading(draft: File | string): Promise<Outcome> {
  const name = draft instanceof File ? `?name=${encodeURIComponent(draft.name)}` : "";
  try {
    const response = await fetch(`/api/proofreading${name}`, { method: "POST", body: draft });
    const answer: unknown = await response.json();
    if (typeof answer !== "object" || answer === null) return { ok: false, message: null };
    if (response.ok) return { ok: true, result: answer as Proofreading };
    return { ok: false, message: "message" in answer ? String(answer.message) : null };
  } catch {
    // The server was not reached, or something else answered in its stead.
    return { ok: false, message: null };
  }
}

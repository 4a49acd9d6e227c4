import { hasDesk } from "#lib/users/policy.ts";
import type { Viewer } from "#lib/users/schema.ts";

/** Who has drafts proofread: everyone with a desk. A draft is kept nowhere, so it is nobody else's. */
export function mayProofread(viewer: Viewer): boolean {
  return hasDesk(viewer);
}

import { database } from "#lib/core/db.ts";
import { ForbiddenError } from "#lib/core/errors.ts";
import { mayManageTokens } from "./policy.ts";
import type { Viewer } from "./schema.ts";
import type { Token } from "./token-schema.ts";

/** All tokens, those that are good first, for whoever keeps them. */
export async function listTokens(viewer: Viewer): Promise<Token[]> {
  if (!mayManageTokens(viewer)) throw new ForbiddenError();
  const tokens = await database().apiToken.findMany({
    orderBy: [{ revokedAt: { sort: "desc", nulls: "first" } }, { name: "asc" }],
    select: {
      id: true,
      name: true,
      role: true,
      department: { select: { code: true } },
      createdAt: true,
      createdBy: { select: { displayName: true } },
      lastUsedAt: true,
      rateLimit: true,
      revokedAt: true,
    },
  });
  return tokens.map(({ department, createdBy, ...token }) => ({
    ...token,
    department: department?.code ?? null,
    createdBy: createdBy?.displayName ?? null,
  }));
}

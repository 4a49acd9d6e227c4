import { createHash, randomBytes } from "node:crypto";
import { database, Prisma } from "#lib/core/db.ts";
import type { Rate } from "#lib/core/rate.ts";
import { clientAddressOf } from "./address.ts";
import { needsDepartment } from "./policy.ts";
import type { Actor, Role, Viewer } from "./schema.ts";
import { countRequest, countWrongToken, refuseGuesser, rememberToken } from "./token-limits.ts";
import { TOKEN_NAME } from "./token-schema.ts";

/** A machine that calls the REST interface. */
export type TokenViewer = Viewer & { tokenId: number; name: string; rate: Rate };

/** The same where it changes something. */
export type TokenActor = Actor & { id: null; tokenId: number; rate: Rate };

/** How exactly `lastUsedAt` is kept. */
const USED_EVERY_SECONDS = 60;

const PREFIX = "ban_";

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/** What is wrong with a token asked for, said to the operator at the command line. */
export class TokenError extends Error {
  readonly code: "NAME_TAKEN" | "NAME_INVALID" | "DEPARTMENT_NEEDED" | "DEPARTMENT_UNKNOWN";

  constructor(code: TokenError["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Makes a token for a machine. Only its SHA-256 is stored: it is random enough (256 bits) not
 * to need a slow hash, and it cannot be shown again.
 * @param departmentCode required for the roles bound to a department
 * @throws TokenError
 */
export async function createApiToken({
  name,
  role,
  departmentCode = null,
  rateLimit,
  createdById = null,
}: {
  name: string;
  role: Role;
  departmentCode?: string | null;
  /** Requests in a minute; the usual number when absent. */
  rateLimit?: number | undefined;
  /** Who made it on the screen; null: the operator at the command line. */
  createdById?: number | null;
}): Promise<string> {
  if (!TOKEN_NAME.test(name.trim())) {
    throw new TokenError("NAME_INVALID", "A name has 1 to 100 letters, digits, '.', '_', '-'.");
  }
  if (needsDepartment(role) && !departmentCode) {
    throw new TokenError("DEPARTMENT_NEEDED", `A token for ${role} needs a department.`);
  }
  const department = departmentCode
    ? await database().department.findUnique({ where: { code: departmentCode } })
    : null;
  if (departmentCode && !department) {
    throw new TokenError("DEPARTMENT_UNKNOWN", `There is no department ${departmentCode}.`);
  }
  const token = PREFIX + randomBytes(32).toString("base64url");
  try {
    await database().apiToken.create({
      data: {
        name: name.trim(),
        role,
        departmentId: department?.id ?? null,
        tokenHash: hashOf(token),
        createdById,
        ...(rateLimit !== undefined && { rateLimit }),
      },
    });
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")) {
      throw error;
    }
    throw new TokenError("NAME_TAKEN", `There is already a token named ${name}.`);
  }
  return token;
}

/** Ends a token by its name. @returns whether there was one to end */
export async function revokeApiToken(name: string): Promise<boolean> {
  const { count } = await database().apiToken.updateMany({
    where: { name: name.trim(), revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count > 0;
}

/** Where a request came from, as far as it is told; a test calls without. */
const NOWHERE = new Headers();

/**
 * Whoever sends this `Authorization` header, or null when it holds no valid token.
 * @param headers of the request, which say from where
 * @throws TooManyRequestsError for a token that has used up its minute
 * @throws TooManyAttemptsError for an address that has tried too many wrong ones
 */
export async function viewerOfToken(
  authorization: string | null | undefined,
  headers: Headers = NOWHERE,
): Promise<TokenViewer | null> {
  const token = /^Bearer +(\S{1,200})$/i.exec(authorization ?? "")?.[1];
  if (!token) return null;
  const address = clientAddressOf(headers);
  const tokenHash = hashOf(token);
  await refuseGuesser(address, tokenHash);
  const found = await database().apiToken.findUnique({
    where: { tokenHash, revokedAt: null },
    select: {
      id: true,
      name: true,
      role: true,
      departmentId: true,
      lastUsedAt: true,
      rateLimit: true,
    },
  });
  if (!found) {
    await countWrongToken(address, tokenHash);
    return null;
  }
  rememberToken(address, tokenHash);
  const { id: tokenId, name, role, departmentId, lastUsedAt, rateLimit } = found;
  const rate = await countRequest(tokenId, rateLimit);
  await recordUse(tokenId, lastUsedAt);
  return { tokenId, name, role, departmentId, portfolioDepartmentIds: [], rate };
}

async function recordUse(id: number, lastUsedAt: Date | null): Promise<void> {
  const threshold = new Date(Date.now() - USED_EVERY_SECONDS * 1000);
  if (lastUsedAt && lastUsedAt >= threshold) return;
  await database().apiToken.updateMany({
    where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: threshold } }] },
    data: { lastUsedAt: new Date() },
  });
}

/** A machine as it acts: its token stands in the history by the token's name. */
export async function actorOfToken(
  authorization: string | null | undefined,
  headers: Headers = NOWHERE,
): Promise<TokenActor | null> {
  const viewer = await viewerOfToken(authorization, headers);
  if (!viewer) return null;
  const { name, ...rights } = viewer;
  return { ...rights, id: null, displayName: name };
}

import { z } from "zod";
import { idSchema, optionalCode, says } from "#lib/core/entries.ts";
import { ROLES, type Role } from "./schema.ts";

/** What a token may be called: who uses it. */
export const TOKEN_NAME = /^[\p{L}\p{N}._ -]{1,100}$/u;

/** Requests in a minute: what one has unless someone says otherwise, and what may be said. */
export const RATE_LIMITS = { usual: 600, least: 1, most: 60_000 } as const;

/** A number as typed, thousands parted or not ("1.000"). */
const rateLimit = z
  .string()
  .trim()
  .regex(/^\d{1,6}$|^\d{1,3}[., ]\d{3}$/, says("tokens.problems.rateLimit"))
  .transform((typed) => Number(typed.replace(/\D/g, "")))
  .pipe(
    z
      .number()
      .min(RATE_LIMITS.least, says("tokens.problems.rateLimit"))
      .max(RATE_LIMITS.most, says("tokens.problems.rateLimit")),
  );

/** A token to make. */
export const newTokenSchema = z.object({
  name: z.string().trim().regex(TOKEN_NAME, says("tokens.problems.name")),
  role: z.enum(ROLES, says("admin.problems.roleMissing")),
  departmentCode: optionalCode,
  rateLimit,
});
export type NewToken = z.output<typeof newTokenSchema>;

/** The token that an action is about. */
export const tokenIdSchema = z.object({ id: idSchema });

export const tokenLimitSchema = tokenIdSchema.extend({ rateLimit });
export type TokenLimit = z.output<typeof tokenLimitSchema>;

/** A token in the administrator's list; itself it is kept nowhere. */
export type Token = {
  id: number;
  name: string;
  role: Role;
  /** Code of the department that it acts for. */
  department: string | null;
  createdAt: Date;
  /** Position of who made it; null: the operator at the command line. */
  createdBy: string | null;
  lastUsedAt: Date | null;
  /** Requests in a minute. */
  rateLimit: number;
  revokedAt: Date | null;
};

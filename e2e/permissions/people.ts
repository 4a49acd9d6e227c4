import { ROLES, type Role } from "#lib/users/schema.ts";

/** Everyone who may ask for something: the roles, and somebody who is not signed in. */
export const NOBODY = "NOBODY";
export const EVERYONE = [...ROLES, NOBODY] as const;
export type Someone = (typeof EVERYONE)[number];

export type Outcomes<Outcome> = Record<Someone, Outcome>;

/** The same for everybody but those named. */
export function all<Outcome>(
  outcome: Outcome,
  but: Partial<Outcomes<Outcome>> = {},
): Outcomes<Outcome> {
  const same = EVERYONE.map((someone) => [someone, outcome] as const);
  return { ...(Object.fromEntries(same) as Outcomes<Outcome>), ...but };
}

/** The role of someone, or null for nobody. */
export function roleOf(someone: Someone): Role | null {
  return someone === NOBODY ? null : someone;
}

/** Things of the register that an address names; `e2e/support/register.ts` finds them. */
export type Example =
  | "ownTask"
  | "ledTask"
  | "foreignTask"
  | "ownDirective"
  | "foreignDirective"
  | "ownFile"
  | "foreignFile";

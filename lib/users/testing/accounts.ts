import { database } from "#lib/core/db.ts";
import { type HashCost, hashPassword } from "../passwords.ts";
import type { CurrentUser, Role } from "../schema.ts";
import { openSession, userOfSession } from "../sessions.ts";

/** Fast enough to hash hundreds of times in a test, and still the same algorithm. */
export const CHEAP_COST: HashCost = { memoryCost: 1024, timeCost: 1 };

export const PASSWORD = "Lò gốm bên sông 26";
const passwordHash = await hashPassword(PASSWORD, CHEAP_COST);

export const BROWSER = { address: "192.0.2.1", userAgent: "test" };

/** A department to belong to, made at its first use. */
export async function givenDepartment(code = "PHONG_KT"): Promise<number> {
  const { id } = await database().department.upsert({
    where: { code },
    update: {},
    create: { code, name: code, short: code, nameEn: code, kind: "SPECIALIST", position: 1 },
  });
  return id;
}

type Given = {
  login?: string;
  role?: Role;
  departmentId?: number | null;
  mustChangePassword?: boolean;
  disabledAt?: Date | null;
  passwordHash?: string;
};

let counter = 0;

/** An account whose password is `PASSWORD`. */
export async function givenAccount(given: Given = {}): Promise<{ id: number; login: string }> {
  counter += 1;
  return database().user.create({
    data: {
      login: `account-${counter}`,
      displayName: `Vị trí ${counter}`,
      role: "OBSERVER",
      passwordHash,
      mustChangePassword: false,
      ...given,
    },
    select: { id: true, login: true },
  });
}

/** Opens a session for an account. @returns its id */
export async function givenSession(userId: number): Promise<string> {
  const user = await database().user.findUniqueOrThrow({ where: { id: userId } });
  const sessionId = await openSession(userId, user.passwordHash, BROWSER);
  if (!sessionId) throw new Error("the account lets nobody in");
  return sessionId;
}

/** Someone signed in to a new account. */
export async function givenSignedIn(given: Given = {}): Promise<CurrentUser> {
  const { id } = await givenAccount(given);
  const user = await userOfSession(await givenSession(id));
  if (!user) throw new Error("the session does not hold");
  return user;
}

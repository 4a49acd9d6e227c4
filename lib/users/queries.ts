import { database } from "#lib/core/db.ts";
import { ForbiddenError } from "#lib/core/errors.ts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "#prisma/seed/accounts.ts";
import { mayManageUsers } from "./policy.ts";
import {
  type Account,
  type CurrentUser,
  type OpenSession,
  SESSION_HOURS,
  type Viewer,
} from "./schema.ts";

/** The sessions that would let someone in now. */
function open() {
  const now = Date.now();
  return {
    revokedAt: null,
    expiresAt: { gt: new Date(now) },
    lastSeenAt: { gt: new Date(now - SESSION_HOURS.idle * 3_600_000) },
  };
}

/** All accounts, by role and then by position, for whoever keeps them. */
export async function listAccounts(viewer: Viewer): Promise<Account[]> {
  if (!mayManageUsers(viewer)) throw new ForbiddenError();
  const users = await database().user.findMany({
    orderBy: [{ role: "asc" }, { displayName: "asc" }, { id: "asc" }],
    select: {
      id: true,
      login: true,
      displayName: true,
      role: true,
      mustChangePassword: true,
      disabledAt: true,
      department: { select: { code: true, short: true } },
      portfolio: {
        select: { name: true, departments: { select: { department: { select: { code: true } } } } },
      },
      sessions: { orderBy: { createdAt: "desc" }, take: 1, select: { createdAt: true } },
      _count: { select: { sessions: { where: open() } } },
    },
  });
  return users.map(({ department, portfolio, disabledAt, sessions, _count, ...user }) => ({
    ...user,
    departmentCode: department?.code ?? null,
    departmentShort: department?.short ?? null,
    portfolio: portfolio && {
      name: portfolio.name,
      departmentCodes: portfolio.departments.map((entry) => entry.department.code),
    },
    disabled: disabledAt !== null,
    lastSignInAt: sessions[0]?.createdAt ?? null,
    openSessions: _count.sessions,
  }));
}

const MOST_SESSIONS_SHOWN = 20;

/** Where the person is signed in: the session at hand, then those last used. */
export async function ownSessions(user: CurrentUser): Promise<OpenSession[]> {
  const sessions = await database().session.findMany({
    where: { userId: user.id, ...open() },
    orderBy: [{ lastSeenAt: "desc" }, { createdAt: "desc" }],
    select: { id: true, createdAt: true, lastSeenAt: true, address: true, userAgent: true },
  });
  const marked = sessions.map((session) => ({
    ...session,
    current: session.id === user.sessionId,
  }));
  return [
    ...marked.filter(({ current }) => current),
    ...marked.filter(({ current }) => !current),
  ].slice(0, MOST_SESSIONS_SHOWN);
}

/**
 * The accounts of a demonstration register that let people in, in the order in which they are
 * best tried, and their published password. Only for a register that is marked as such.
 */
export async function demonstrationAccounts() {
  const open = await database().user.findMany({
    where: { login: { in: DEMO_ACCOUNTS.map(({ login }) => login) }, disabledAt: null },
    select: { login: true, displayName: true, role: true },
  });
  const byLogin = new Map(open.map((account) => [account.login, account]));
  const accounts = DEMO_ACCOUNTS.flatMap(({ login }) => byLogin.get(login) ?? []);
  return { accounts, password: DEMO_PASSWORD };
}

/** Someone to choose from a list. */
export type PersonChoice = { id: number; name: string };

/** Who can be given a department's tasks: its head and officers. */
export async function listWorkers(departmentId: number): Promise<PersonChoice[]> {
  const people = await database().user.findMany({
    where: { departmentId, disabledAt: null, role: { in: ["DEPARTMENT_HEAD", "OFFICER"] } },
    orderBy: [{ role: "asc" }, { displayName: "asc" }, { id: "asc" }],
    select: { id: true, displayName: true },
  });
  return people.map(({ id, displayName }) => ({ id, name: displayName }));
}

/** Who can be in charge of a task: the chairman and the vice-chairmen. */
export async function listLeaders(): Promise<PersonChoice[]> {
  const people = await database().user.findMany({
    where: { disabledAt: null, role: { in: ["CHAIRMAN", "VICE_CHAIRMAN"] } },
    orderBy: [{ role: "asc" }, { displayName: "asc" }, { id: "asc" }],
    select: { id: true, displayName: true },
  });
  return people.map(({ id, displayName }) => ({ id, name: displayName }));
}

/** Who can be given tasks, by the codes of their departments. */
export async function listWorkersByDepartment(): Promise<Record<string, PersonChoice[]>> {
  const people = await database().user.findMany({
    where: { disabledAt: null, role: { in: ["DEPARTMENT_HEAD", "OFFICER"] } },
    orderBy: [{ role: "asc" }, { displayName: "asc" }, { id: "asc" }],
    select: { id: true, displayName: true, department: { select: { code: true } } },
  });
  const byDepartment: Record<string, PersonChoice[]> = {};
  for (const { id, displayName, department } of people) {
    if (!department) continue;
    byDepartment[department.code] ??= [];
    byDepartment[department.code]?.push({ id, name: displayName });
  }
  return byDepartment;
}

import type { Transaction } from "#lib/core/db.ts";
import { ConflictError } from "#lib/core/errors.ts";
import { hashPassword, initialPassword } from "#lib/users/passwords.ts";
import { needsDepartment } from "#lib/users/policy.ts";
import { loginSchema, type NewAccount } from "#lib/users/schema.ts";
import { changeAccountIn, createAccountIn, lockAccounts } from "#lib/users/service.ts";
import type { RowReader } from "../row-reader.ts";
import type { Difference } from "../schema.ts";
import { readRole } from "../values.ts";
import {
  idleRow,
  inPieces,
  type Kind,
  type Opened,
  type PlannedRow,
  type WrittenRow,
} from "./kind.ts";

/** An account as the register has it, portfolio and all. */
type Standing = NewAccount & { id: number; disabledAt: Date | null };
type Write = { standing: Standing | null; account: NewAccount };

/** Before and after: accounts have no versions, so what the import wrote says whether it still stands. */
type Before = { from: NewAccount; to: NewAccount };

export const usersKind: Kind<Write> = {
  plan: async (transaction, _actor, { reader, table }) => {
    const standing = await accounts(transaction);
    const seen = new Set<string>();
    return table.rows.map((row): PlannedRow<Write> => {
      const read = reader.row(row);
      const login = loginOf(read);
      const known = standing.get(login ?? "") ?? null;
      const account = login === undefined ? null : accountOf(read, login, known);
      if (login !== undefined && seen.has(login)) {
        read.refuse("login", { key: "imports.rows.twice", values: { text: login } });
      }
      seen.add(login ?? "");
      const about = { label: account?.displayName ?? login ?? "", known: known?.login ?? null };
      if (!account || read.issues.length > 0) return { row: idleRow(read, about), write: null };
      const differences = known ? differencesOf(known, account) : [];
      if (known && differences.length === 0) return { row: idleRow(read, about), write: null };
      const outcome = known ? "changed" : "new";
      return {
        row: { ...idleRow(read, about), outcome, differences },
        write: { standing: known, account },
      };
    });
  },

  write: async (transaction, _actor, rows, _importId, progress) => {
    await lockAccounts(transaction);
    const opened: Opened[] = [];
    const one = async ({ line, write }: (typeof rows)[number]): Promise<WrittenRow> => {
      const { standing, account } = write;
      const subject = { line, subject: "account", version: 0 } as const;
      if (standing) {
        await changeAccountIn(transaction, standing, { ...account, id: standing.id });
        const before = { from: bare(standing), to: bare(account) } satisfies Before;
        return { ...subject, outcome: "CHANGED", subjectId: standing.id, before };
      }
      const password = initialPassword();
      const { id } = await createAccountIn(transaction, account, await hashPassword(password));
      opened.push({ login: account.login, password });
      return { ...subject, outcome: "NEW", subjectId: id, before: null };
    };
    let done = 0;
    const written = await inPieces(
      rows,
      () => {},
      async (piece) => {
        const results: WrittenRow[] = [];
        for (const row of piece) {
          results.push(await one(row));
          done += 1;
          progress(done, rows.length);
        }
        return results;
      },
    );
    return { rows: written, opened };
  },

  undo: async (transaction, _actor, rows) => {
    await lockAccounts(transaction);
    const standing = new Map(
      [...(await accounts(transaction)).values()].map((each) => [each.id, each]),
    );
    const used = await accountsInUse(
      transaction,
      rows.filter(({ outcome }) => outcome === "NEW").map(({ subjectId }) => subjectId),
    );
    const blocked = rows.flatMap(({ subjectId, before }) => {
      const account = standing.get(subjectId);
      if (!account) return [`#${subjectId}`];
      const change = before as Before | null;
      // The database keeps entries of JSON in an order of its own.
      const moved = change && JSON.stringify(bare(account)) !== JSON.stringify(bare(change.to));
      return moved || used.has(subjectId) ? [account.login] : [];
    });
    if (blocked.length > 0) {
      const values = { count: blocked.length, some: blocked.slice(0, 5).join(", ") };
      throw new ConflictError({ key: "imports.undo.accounts", values });
    }
    for (const { subjectId, before } of rows) {
      const account = standing.get(subjectId);
      const change = before as Before | null;
      if (change && account) {
        await changeAccountIn(transaction, account, { ...change.from, id: subjectId });
      } else await transaction.user.delete({ where: { id: subjectId } });
    }
  },
};

function loginOf(read: RowReader): string | undefined {
  const typed = read.name("login");
  const parsed = loginSchema.safeParse(typed ?? "");
  return parsed.success ? parsed.data : read.refuse("login", { key: "admin.problems.loginFormat" });
}

function accountOf(read: RowReader, login: string, known: Standing | null): NewAccount | null {
  const displayName = read.name("displayName") ?? known?.displayName;
  const role = read.value("role", readRole) ?? known?.role;
  const said = read.code("department", "department");
  if (displayName === undefined || displayName.length < 2 || displayName.length > 120) {
    read.refuse("displayName", { key: "admin.problems.displayNameLength" });
  }
  if (role === undefined) {
    if (!read.issues.some(({ entry }) => entry === "role")) {
      read.refuse("role", { key: "admin.problems.roleMissing" });
    }
    return null;
  }
  const departmentCode = said ?? known?.departmentCode ?? null;
  if (needsDepartment(role) && departmentCode === null) {
    read.refuse("department", { key: "admin.problems.departmentNeeded" });
  }
  const portfolio = {
    portfolioName: read.name("portfolioName") ?? known?.portfolioName,
    portfolioDepartments:
      read.codes("portfolioDepartments", "department") ?? known?.portfolioDepartments,
  };
  if (role === "VICE_CHAIRMAN" && portfolio.portfolioDepartments && !portfolio.portfolioName) {
    read.refuse("portfolioName", { key: "admin.problems.portfolioNameMissing" });
  }
  const vice = role === "VICE_CHAIRMAN" ? portfolio : {};
  return bare({ login, displayName: displayName ?? "", role, departmentCode, ...vice });
}

/** The entries of an account in one order, as they are compared. */
function bare(account: NewAccount): NewAccount {
  const { login, displayName, role, departmentCode, portfolioName, portfolioDepartments } = account;
  return {
    ...{ login, displayName, role, departmentCode },
    ...(portfolioName && { portfolioName }),
    ...(portfolioDepartments?.length && { portfolioDepartments: [...portfolioDepartments].sort() }),
  };
}

function differencesOf(from: NewAccount, to: NewAccount): Difference[] {
  const entries = {
    displayName: [from.displayName, to.displayName],
    role: [from.role, to.role],
    department: [from.departmentCode, to.departmentCode],
    portfolioName: [from.portfolioName ?? null, to.portfolioName ?? null],
    portfolioDepartments: [
      from.portfolioDepartments?.join(", ") ?? null,
      to.portfolioDepartments?.join(", ") ?? null,
    ],
  } as const;
  return (Object.keys(entries) as (keyof typeof entries)[]).flatMap((entry) => {
    const [before, after] = entries[entry];
    return before === after ? [] : [{ entry, from: before, to: after }];
  });
}

async function accounts(transaction: Transaction): Promise<Map<string, Standing>> {
  const users = await transaction.user.findMany({
    select: {
      ...{ id: true, login: true, displayName: true, role: true, disabledAt: true },
      department: { select: { code: true } },
      portfolio: {
        select: { name: true, departments: { select: { department: { select: { code: true } } } } },
      },
    },
  });
  return new Map(
    users.map(({ id, disabledAt, department, portfolio, ...user }) => {
      const codes = portfolio?.departments.map((each) => each.department.code).sort();
      const account = bare({
        ...user,
        departmentCode: department?.code ?? null,
        portfolioName: portfolio?.name,
        portfolioDepartments: codes,
      });
      return [user.login, { ...account, id, disabledAt }];
    }),
  );
}

/** Accounts that somebody has signed in to, or that stand in the register. */
async function accountsInUse(transaction: Transaction, ids: readonly number[]) {
  const rows = await transaction.$queryRaw<{ id: number }[]>`
    select id from user_account as account where id = any(${[...ids]}::int[]) and (
      exists (select from session where user_id = account.id)
      or exists (select from task_event where actor_id = account.id)
      or exists (select from task where leader_id = account.id or assignee_id = account.id)
      or exists (select from indicator where delegate_id = account.id)
      or exists (select from directive where created_by_id = account.id))`;
  return new Set(rows.map(({ id }) => id));
}

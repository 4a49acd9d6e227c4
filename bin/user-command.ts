import { isExpectedError } from "#lib/core/errors.ts";
import { listAccounts } from "#lib/users/queries.ts";
import { type Account, OPERATOR } from "#lib/users/schema.ts";
import {
  createAccount,
  disableAccount,
  enableAccount,
  type InitialPassword,
  resetPassword,
} from "#lib/users/service.ts";
import { UsageError } from "./token-arguments.ts";
import { readUserArguments, refusalText, type UserCommand } from "./user-arguments.ts";

/** Where a command writes: what is asked for (`out`), and what is told about it (`tell`). */
export type Terminal = { out: (text: string) => void; tell: (text: string) => void };

/** The accounts in columns. */
function table(accounts: readonly Account[]): string {
  const rows = accounts.map(({ login, role, departmentCode, disabled, displayName }) => [
    login,
    role,
    departmentCode ?? "-",
    disabled ? "disabled" : "active",
    displayName,
  ]);
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) => row.map((text, column) => text.padEnd(widths[column] ?? 0)).join("  "))
    .join("\n");
}

async function carryOut(command: UserCommand, { out, tell }: Terminal): Promise<void> {
  // The password alone on standard output, so that it can be taken on from there.
  const showOnce = ({ login, password }: InitialPassword) => {
    tell(`Initial password of ${login}; it is shown only now:`);
    out(password);
  };
  if (command.name === "create") return showOnce(await createAccount(OPERATOR, command.account));
  const accounts = await listAccounts(OPERATOR);
  if (command.name === "list") return out(table(accounts));
  const { login } = command;
  const account = accounts.find((each) => each.login === login);
  if (!account) throw new Error(`There is no account ${login}.`);
  if (command.name === "reset-password") {
    return showOnce(await resetPassword(OPERATOR, account.id));
  }
  const change = command.name === "disable" ? disableAccount : enableAccount;
  await change(OPERATOR, account.id);
  tell(`The account ${login} is ${command.name}d.`);
}

/**
 * Does what the command line of `npm run user` says.
 * @param open opens the database, once there is something to do with it
 * @returns the exit code: 0 done, 1 refused, 2 wrong arguments
 * @throws what failed otherwise
 */
export async function runUserCommand(
  parameters: string[],
  open: () => Promise<void>,
  terminal: Terminal,
): Promise<number> {
  try {
    const command = readUserArguments(parameters);
    if ("help" in command) {
      terminal.out(command.help);
      return 0;
    }
    await open();
    await carryOut(command, terminal);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.tell(error.message);
      return 2;
    }
    if (!isExpectedError(error)) throw error;
    terminal.tell(refusalText(error));
    return 1;
  }
}

import { parseArgs } from "node:util";
import { createTranslator } from "next-intl";
import { type ExpectedError, type Explanation, InvalidInputError } from "#lib/core/errors.ts";
import { messages } from "#lib/core/i18n/messages/index.ts";
import { loginSchema, type NewAccount, newAccountSchema, ROLES } from "#lib/users/schema.ts";
import { UsageError } from "./token-arguments.ts";

export const USER_COMMANDS = ["create", "list", "reset-password", "disable", "enable"] as const;
type Name = (typeof USER_COMMANDS)[number];

/** What `npm run user` is to do. */
export type UserCommand =
  | { name: "create"; account: NewAccount }
  | { name: "list" }
  | { name: "reset-password" | "disable" | "enable"; login: string };

const HELP: Record<Name, string> = {
  create: `npm run user -- create --login LOGIN --name NAME --role ROLE [--department CODE]
Opens an account and prints its initial password once; its owner changes it when signing in first.

  --login       3 to 64 letters without accents, digits, dots, hyphens and underscores
  --name        the position, never a person's name: "Trưởng phòng Kinh tế"
  --role        ${ROLES.join(", ")}
  --department  the department's code; heads and officers need one`,
  list: `npm run user -- list
Lists the accounts: login, role, department, state, position.`,
  "reset-password": `npm run user -- reset-password --login LOGIN
Prints a new initial password once; the old one and all sessions end.`,
  disable: `npm run user -- disable --login LOGIN
Shuts an account: whoever is signed in to it is out at once. The last administrator stays.`,
  enable: `npm run user -- enable --login LOGIN
Opens a disabled account again, with the password it had.`,
};

const ALL_HELP = `npm run user -- COMMAND [OPTIONS]
Keeps the accounts that people sign in with, as an administrator does on the screen.

${USER_COMMANDS.map((name) => HELP[name].split("\n").slice(0, 2).join("\n  ")).join("\n")}

COMMAND --help tells more. Exit codes: 0 done, 1 refused or failed, 2 wrong arguments.`;

const translate = createTranslator({ locale: "en", messages: messages.en });

/** What a refusal says, and what is wrong with single entries, for the operator. */
export function refusalText(error: ExpectedError): string {
  const issues = error instanceof InvalidInputError ? error.issues : [];
  const said = issues.length > 0 ? issues : [error.explanation];
  return said.map(({ key, values }) => translate(key, values)).join("\n");
}

const OPTION_OF: Record<string, string> = {
  login: "--login",
  displayName: "--name",
  role: "--role",
  departmentCode: "--department",
};

/** A schema's complaint, by the option that it is about. */
function complaint(path: PropertyKey | undefined, message: string): string {
  const known = translate.has(message as Explanation["key"]);
  const text = known ? translate(message as Explanation["key"]) : message;
  return `${OPTION_OF[String(path)] ?? String(path)}: ${text}`;
}

type Options = { login?: string; name?: string; role?: string; department?: string };

function accountOf({ login, name, role, department }: Options): NewAccount {
  if (login === undefined) throw new UsageError("--login is missing");
  if (name === undefined) throw new UsageError("--name is missing");
  if (role === undefined) throw new UsageError("--role is missing");
  const account = {
    login,
    displayName: name,
    role: role.toUpperCase(),
    departmentCode: department?.toUpperCase() ?? "",
  };
  const parsed = newAccountSchema.safeParse(account);
  if (parsed.success) return parsed.data;
  throw new UsageError(
    parsed.error.issues.map(({ path, message }) => complaint(path[0], message)).join("\n"),
  );
}

function loginOf({ login }: Options): string {
  if (login === undefined) throw new UsageError("--login is missing");
  const parsed = loginSchema.safeParse(login);
  if (parsed.success) return parsed.data;
  throw new UsageError(complaint("login", parsed.error.issues[0]?.message ?? ""));
}

const LOGIN_ONLY = { login: { type: "string" } } as const;
const OPTIONS: Record<Name, Record<string, { type: "string" }>> = {
  create: {
    ...LOGIN_ONLY,
    name: { type: "string" },
    role: { type: "string" },
    department: { type: "string" },
  },
  list: {},
  "reset-password": LOGIN_ONLY,
  disable: LOGIN_ONLY,
  enable: LOGIN_ONLY,
};

function read(name: Name, rest: string[]): Options & { help?: boolean } {
  try {
    const { values } = parseArgs({
      args: rest,
      options: { ...OPTIONS[name], help: { type: "boolean", short: "h" } },
    });
    return values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Reads the command line of `npm run user`.
 * @returns what to do, or the help that is asked for
 * @throws UsageError that names what is wrong
 */
export function readUserArguments(parameters: string[]): UserCommand | { help: string } {
  const [word, ...rest] = parameters;
  if (word === undefined) throw new UsageError(`Say what to do.\n\n${ALL_HELP}`);
  if (word === "--help" || word === "-h" || word === "help") return { help: ALL_HELP };
  const name = USER_COMMANDS.find((each) => each === word);
  if (!name) throw new UsageError(`There is no command ${word}.\n\n${ALL_HELP}`);
  if (rest.includes("--help") || rest.includes("-h")) return { help: HELP[name] };
  try {
    const options = read(name, rest);
    if (name === "create") return { name, account: accountOf(options) };
    return name === "list" ? { name } : { name, login: loginOf(options) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`${error.message}\n\n${HELP[name]}`);
  }
}

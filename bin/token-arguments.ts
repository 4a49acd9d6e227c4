import { parseArgs } from "node:util";
import { Role } from "#prisma/generated/enums.ts";

export const TOKEN_HELP = `npm run token -- --name NAME --role ROLE [--department CODE]
Makes a token for a machine that calls the REST interface, and prints it once.

  --name        who uses it, for example hanoiwork
  --role        ${Object.values(Role).join(", ")}
  --department  the department's code, for the roles bound to a department`;

export type TokenArguments = { name: string; role: Role; departmentCode: string | null };

/** The arguments are not as TOKEN_HELP says. */
export class UsageError extends Error {}

function isRole(text: string): text is Role {
  return Object.hasOwn(Role, text);
}

/**
 * Reads the command line of `npm run token`.
 * @returns what to make, or null when help is asked for
 * @throws UsageError that names the wrong argument
 */
export function readTokenArguments(parameters: string[]): TokenArguments | null {
  let values: { name?: string; role?: string; department?: string; help?: boolean };
  try {
    ({ values } = parseArgs({
      args: parameters,
      options: {
        name: { type: "string" },
        role: { type: "string" },
        department: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  if (values.help) return null;
  const name = values.name?.trim();
  if (!name) throw new UsageError("--name is missing");
  const role = values.role?.toUpperCase() ?? "";
  if (!isRole(role)) {
    throw new UsageError(`--role is one of ${Object.values(Role).join(", ")}`);
  }
  return { name, role, departmentCode: values.department?.trim() || null };
}

import { fileURLToPath } from "node:url";
import { ACTIONS, EVERYONE, HANDLERS, PAGES, type Someone } from "../permissions.ts";

/** The file that the matrix is written into. */
export const PERMISSIONS_PAGE = fileURLToPath(
  new URL("../../docs/permissions.md", import.meta.url),
);

const WORDS: Record<string, string> = {
  allowed: "yes",
  forbidden: "403",
  notFound: "404",
  signIn: "sign in",
  home: "to own first page",
  account: "to own account",
  signedOut: "refused: signed out",
  own: "own only",
};

const cell = (text: string) => text.replaceAll("|", "\\|");

function table(
  heads: readonly string[],
  rows: readonly { first: readonly string[]; outcomes: Record<Someone, string | number> }[],
): string {
  const head = [...heads, ...EVERYONE];
  const lines = rows.map(({ first, outcomes }) => [
    ...first,
    ...EVERYONE.map((someone) => WORDS[outcomes[someone]] ?? String(outcomes[someone])),
  ]);
  const all = [head, head.map(() => "---"), ...lines];
  return all.map((line) => `| ${line.map(cell).join(" | ")} |`).join("\n");
}

const what = (text: string | undefined) => (text ? ` (${text})` : "");

/** The matrix as a page of the documentation. */
export function permissionsPage(): string {
  const pages = PAGES.map((page) => ({
    first: [`\`${page.path}\`${what(page.what)}`],
    outcomes: page.outcomes,
  }));
  const handlers = (by: "session" | "token") =>
    HANDLERS.filter((handler) => handler.by === by).map((handler) => ({
      first: [`\`${handler.method} ${handler.path}\`${what(handler.what)}`],
      outcomes: handler.outcomes,
    }));
  const actions = ACTIONS.map((action) => ({
    first: [`\`${action.name}\``, `\`${action.file}\``],
    outcomes: action.outcomes,
  }));
  return `# Who may do what

Generated from \`e2e/permissions.ts\` by \`node e2e/support/write-permissions.ts\`; do not edit.
The end-to-end tests ask for every line as every role and as nobody, and fail when a page, a
route handler or a server action is missing here.

## Pages

"sign in" leads to the sign-in page and back afterwards. Whoever still has an initial password
is led to \`/change-password\` from everywhere.

${table(["Page"], pages)}

## Addresses without a page

${table(["Request"], handlers("session"))}

## Machine interface

By the role of the token. NOBODY has none; being signed in at the screen does not count. Where
something would change, the call carries a member that it does not have, or no version: 422 and
428 are the right to call, 403 and 404 come before anything sent is read.

${table(["Request"], handlers("token"))}

## Server actions

"yes" is the right to call; what the call is about is checked by the service. "own only"
touches nothing but the caller's own browser and account.

${table(["Action", "File"], actions)}
`;
}

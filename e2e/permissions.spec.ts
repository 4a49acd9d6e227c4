import { readFileSync } from "node:fs";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { database } from "#lib/core/db.ts";
import { needsDepartment } from "#lib/users/policy.ts";
import { homeOf } from "#lib/users/rules.ts";
import { createApiToken } from "#lib/users/tokens.ts";
import {
  ACTIONS,
  type ActionOutcome,
  EVERYONE,
  HANDLERS,
  type NOBODY,
  PAGES,
  type PageOutcome,
  roleOf,
  type Someone,
} from "./permissions.ts";
import { answerOf, callAction } from "./support/call-action.ts";
import { LOGINS, OWN_DEPARTMENT, stateOf, UNTOUCHED_LOGIN } from "./support/people.ts";
import { PERMISSIONS_PAGE, permissionsPage } from "./support/permissions-page.ts";
import { type Examples, findExamples } from "./support/register.ts";
import { readRoutes } from "./support/routes.ts";
import { signIn } from "./support/sign-in.ts";

/** Both lists in order and without repetition, so that a difference names what is missing or gone. */
const sorted = (lines: readonly string[]) => [...new Set(lines)].sort();

test.afterAll(() => database().$disconnect());

test.describe("the matrix", () => {
  test("names every page, route handler and server action, and nothing else", () => {
    const routes = readRoutes();
    expect.soft(routes.unreadable).toEqual([]);
    expect.soft(sorted(PAGES.map(({ file }) => file))).toEqual(sorted(routes.pages));
    const handlers = HANDLERS.map(({ file, method }) => `${file} ${method}`);
    expect.soft(sorted(handlers)).toEqual(sorted(routes.handlers));
    const actions = ACTIONS.map(({ file, name }) => `${file} ${name}`);
    expect.soft(sorted(actions)).toEqual(sorted(routes.actions));
  });

  test("is what docs/permissions.md says", () => {
    const hint = "write it anew: node e2e/support/write-permissions.ts";
    expect(readFileSync(PERMISSIONS_PAGE, "utf8"), hint).toBe(permissionsPage());
  });
});

/** The address with the ids of its examples. */
function addressOf(path: string, examples: Examples): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: keyof Examples) => String(examples[name]));
}

/** What the answer to a request for a page comes to, as far as the status and the way on tell. */
async function visit(request: APIRequestContext, address: string, someone: Someone) {
  const answer = await request.get(address, { maxRedirects: 0 });
  const status = answer.status();
  const location = answer.headers().location ?? "";
  const role = roleOf(someone);
  const outcomes: Record<string, PageOutcome> = {
    "200 ": "allowed",
    "403 ": "forbidden",
    "404 ": "notFound",
    [`307 ${role ? homeOf(role) : ""}`]: "home",
    "307 /account": "account",
    [`307 /login${address === "/" ? "" : `?next=${encodeURIComponent(address)}`}`]: "signIn",
  };
  return outcomes[`${status} ${location}`] ?? `${status} ${location}`;
}

for (const someone of EVERYONE) {
  const role = roleOf(someone);
  test.describe(someone, () => {
    test.use(role ? { storageState: stateOf(role) } : {});

    test("gets the pages that the matrix says", async ({ request }) => {
      test.slow();
      const examples = await findExamples();
      const got: Record<string, string> = {};
      for (const { path } of PAGES) {
        got[path] = await visit(request, addressOf(path, examples), someone);
      }
      const expected = PAGES.map(({ path, outcomes }) => [path, outcomes[someone]]);
      expect(got).toEqual(Object.fromEntries(expected));
    });

    test("gets the answers that the matrix says", async ({ request }) => {
      const examples = await findExamples();
      const token = role && (await tokenOf(role));
      const got: Record<string, number> = {};
      for (const { method, path, by, headers: sent, sends } of HANDLERS) {
        const headers = by === "token" && token ? { Authorization: `Bearer ${token}` } : sent;
        const address = addressOf(path, examples);
        const answer = await request.fetch(address, {
          method,
          ...(headers && { headers }),
          ...(sends && { data: sends }),
          maxRedirects: 0,
        });
        got[`${method} ${path}`] = answer.status();
      }
      const expected = HANDLERS.map((handler) => [
        `${handler.method} ${handler.path}`,
        handler.outcomes[someone],
      ]);
      expect(got).toEqual(Object.fromEntries(expected));
    });

    test("does by server actions what the matrix says, and changes nothing else", async ({
      playwright,
      baseURL,
    }) => {
      // A session of its own: some of the actions end it.
      const fresh = async () => {
        const request = await playwright.request.newContext({ baseURL: String(baseURL) });
        if (role) await signIn(request, LOGINS[role]);
        return request;
      };
      const examples = await findExamples();
      const before = await accountsAsTheyAre();
      let request = await fresh();
      const got: Record<string, ActionOutcome | string> = {};
      const called = ACTIONS.filter((action) => !action.calledElsewhere);
      for (const action of called) {
        const refused = ["forbidden", "signedOut"].includes(action.outcomes[someone]);
        const entered = Object.entries(refused ? (action.entered ?? {}) : {});
        const fields = entered.map(([name, text]) => [name, addressOf(text, examples)]);
        const answer = await callAction(
          request,
          action,
          String(baseURL),
          Object.fromEntries(fields),
        );
        got[action.name] = outcomeOf(await answerOf(answer), action.outcomes[someone]);
        if (action.name === "signOut") request = await fresh();
      }
      const expected = called.map(({ name, outcomes }) => [name, outcomes[someone]]);
      expect(got).toEqual(Object.fromEntries(expected));
      expect(await accountsAsTheyAre()).toEqual(before);
    });
  });
}

/** Whose session it is, the machine interface does not ask: one role stands for all. */
test.describe("somebody signed in, without a token", () => {
  test.use({ storageState: stateOf("CHAIRMAN") });

  test("does not get into the machine interface", async ({ request }) => {
    for (const { method, path } of HANDLERS.filter(({ by }) => by === "token")) {
      const answer = await request.fetch(path.replace(/\{\w+\}/, "1"), { method });
      expect(answer.status(), `${method} ${path}`).toBe(401);
    }
  });
});

/** A new token of a role, for one test. */
async function tokenOf(role: Exclude<Someone, typeof NOBODY>): Promise<string> {
  const departmentCode = needsDepartment(role) ? OWN_DEPARTMENT : null;
  return createApiToken({ name: `permissions ${role} ${Date.now()}`, role, departmentCode });
}

/** What a call came to; one that reached its input and was refused there was allowed to call. */
function outcomeOf(answer: string, expected: ActionOutcome): string {
  if (expected === "own" && !/^5\d\d /.test(answer)) return "own";
  if (answer === "FORBIDDEN") return "forbidden";
  if (answer === "SIGNED_OUT") return "signedOut";
  return ["INVALID_INPUT", "ok"].includes(answer) ? "allowed" : answer;
}

/** What strangers tried to change, and the account that they tried to make, which is not there. */
function accountsAsTheyAre() {
  const logins = [...Object.values(LOGINS), UNTOUCHED_LOGIN];
  const intruder = ACTIONS.flatMap(({ entered }) => entered?.login ?? []);
  return database().user.findMany({
    where: { login: { in: [...logins, ...intruder] } },
    orderBy: { id: "asc" },
    select: { login: true, displayName: true, role: true, passwordHash: true, disabledAt: true },
  });
}

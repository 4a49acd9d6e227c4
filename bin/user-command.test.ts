import { execFile } from "node:child_process";
import path from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { signIn } from "#lib/users/authentication.ts";
import {
  BROWSER,
  givenAccount,
  givenDepartment,
  givenSession,
} from "#lib/users/testing/accounts.ts";
import { runUserCommand } from "./user-command.ts";

const { url } = await testDatabase();

beforeEach(async () => {
  await database().session.deleteMany();
  await database().user.deleteMany();
});

/** Runs the command on the test's database; what it prints and its exit code. */
async function user(...parameters: string[]) {
  const printed = { out: [] as string[], tell: [] as string[] };
  const code = await runUserCommand(parameters, async () => {}, {
    out: (text) => printed.out.push(text),
    tell: (text) => printed.tell.push(text),
  });
  return { code, out: printed.out.join("\n"), told: printed.tell.join("\n") };
}

test("an account is opened, listed, given a new password, shut and opened again", async () => {
  await givenDepartment("PHONG_KT");
  const login = "tp.kinhte";
  const entered = ["--name", "Trưởng phòng Kinh tế", "--role", "DEPARTMENT_HEAD"];
  const made = await user("create", "--login", login, ...entered, "--department", "PHONG_KT");
  expect(made).toMatchObject({ code: 0, told: expect.stringContaining(login) });
  expect((await signIn({ login, password: made.out }, BROWSER)).kind).toBe("SIGNED_IN");

  const reset = await user("reset-password", "--login", login);
  expect((await signIn({ login, password: made.out }, BROWSER)).kind).toBe("REFUSED");
  expect((await signIn({ login, password: reset.out }, BROWSER)).kind).toBe("SIGNED_IN");

  expect(await user("disable", "--login", login)).toMatchObject({ code: 0, out: "" });
  expect(await user("list")).toEqual({
    code: 0,
    out: "tp.kinhte  DEPARTMENT_HEAD  PHONG_KT  disabled  Trưởng phòng Kinh tế",
    told: "",
  });
  expect(await database().session.count({ where: { revokedAt: null } })).toBe(0);
  expect(await user("enable", "--login", login)).toMatchObject({ code: 0 });
  expect((await signIn({ login, password: reset.out }, BROWSER)).kind).toBe("SIGNED_IN");
});

test("what is refused changes nothing and says why", async () => {
  const { id, login } = await givenAccount({ role: "ADMIN" });
  await givenSession(id);
  expect(await user("disable", "--login", login)).toMatchObject({
    code: 1,
    told: expect.stringMatching(/last active administrator/i),
  });
  const taken = ["--login", login, "--name", "Văn phòng", "--role", "OFFICE"];
  expect(await user("create", ...taken)).toMatchObject({ code: 1, out: "" });
  const homeless = ["--login", "a.head", "--name", "Trưởng phòng", "--role", "DEPARTMENT_HEAD"];
  expect(await user("create", ...homeless)).toMatchObject({ code: 1, out: "" });
  await expect(user("enable", "--login", "nobody")).rejects.toThrow("There is no account nobody.");
  expect(await database().user.count()).toBe(1);
  expect(await database().session.count({ where: { revokedAt: null } })).toBe(1);
});

test("wrong arguments and a wish for help do not open the database", async () => {
  const open = vi.fn(async () => {});
  const terminal = { out: vi.fn(), tell: vi.fn() };
  expect(await runUserCommand(["create", "--login", "abc"], open, terminal)).toBe(2);
  expect(terminal.tell).toHaveBeenCalledWith(expect.stringContaining("--name is missing"));
  expect(await runUserCommand(["create", "--help"], open, terminal)).toBe(0);
  expect(terminal.out).toHaveBeenCalledWith(expect.stringContaining("--department"));
  expect(open).not.toHaveBeenCalled();
});

test("as a process: the password alone on standard output", { timeout: 120_000 }, async () => {
  const login = "van.phong";
  const parameters = ["create", "--login", login, "--name", "Văn phòng", "--role", "OFFICE"];
  const env = { ...process.env, DATABASE_URL: url, AUTH_SECRET: "a".repeat(40) };
  const script = path.join(import.meta.dirname, "user.ts");
  const ended = Promise.withResolvers<{ code: number | null; out: string; told: string }>();
  const child = execFile(process.execPath, [script, ...parameters], { env }, (_, out, told) =>
    ended.resolve({ code: child.exitCode, out, told }),
  );
  const { code, out, told } = await ended.promise;
  expect({ code, lines: out.split("\n").length }).toEqual({ code: 0, lines: 2 });
  expect(told).not.toContain(out.trim());
  expect((await signIn({ login, password: out.trim() }, BROWSER)).kind).toBe("SIGNED_IN");
});

import { describe, expect, test } from "vitest";
import { ConflictError, InvalidInputError } from "#lib/core/errors.ts";
import { UsageError } from "./token-arguments.ts";
import { readUserArguments, refusalText, USER_COMMANDS } from "./user-arguments.ts";

describe("the command line of npm run user", () => {
  test("a new account, its codes in any case", () => {
    const line = "create --login TP.KinhTe --role department_head --department phong_kt --name";
    expect(readUserArguments([...line.split(" "), " Trưởng phòng Kinh tế "])).toEqual({
      name: "create",
      account: {
        login: "tp.kinhte",
        displayName: "Trưởng phòng Kinh tế",
        role: "DEPARTMENT_HEAD",
        departmentCode: "PHONG_KT",
      },
    });
  });

  test("the department may be left out", () => {
    const line = ["create", "--login=van.phong", "--name=Văn phòng", "--role=OFFICE"];
    expect(readUserArguments(line)).toMatchObject({ account: { departmentCode: null } });
  });

  test("all accounts", () => {
    expect(readUserArguments(["list"])).toEqual({ name: "list" });
  });

  test.each(["reset-password", "disable", "enable"])("%s names the account", (name) => {
    expect(readUserArguments([name, "--login", "vanphong"])).toEqual({ name, login: "vanphong" });
  });

  test("help is given on all of it, and on each command", () => {
    const all = readUserArguments(["--help"]);
    for (const name of USER_COMMANDS) {
      expect(all).toMatchObject({ help: expect.stringContaining(`npm run user -- ${name}`) });
      const own = readUserArguments([name, "--nonsense", "--help"]);
      expect(own).toMatchObject({ help: expect.stringMatching(`^npm run user -- ${name}`) });
    }
  });

  test.each([
    { line: [], says: "Say what to do" },
    { line: ["remove"], says: "no command remove" },
    { line: ["toString"], says: "no command toString" },
    { line: ["create", "--name=x", "--role=OFFICE"], says: "--login is missing" },
    { line: ["create", "--login=abc", "--role=OFFICE"], says: "--name is missing" },
    { line: ["create", "--login=abc", "--name=xyz"], says: "--role is missing" },
    { line: ["create", "--login=Tên", "--name=xyz", "--role=OFFICE"], says: "--login: " },
    { line: ["create", "--login=abc", "--name=x", "--role=OFFICE"], says: "--name: " },
    { line: ["create", "--login=abc", "--name=xyz", "--role=KING"], says: "--role: " },
    { line: ["create", "--login=abc", "--password=secret"], says: "--password" },
    { line: ["list", "--login=abc"], says: "--login" },
    { line: ["disable"], says: "--login is missing" },
    { line: ["disable", "--login=a b"], says: "--login: " },
    { line: ["enable", "vanphong"], says: "vanphong" },
  ])("$line is refused and says $says", ({ line, says }) => {
    expect(() => readUserArguments(line)).toThrow(UsageError);
    expect(() => readUserArguments(line)).toThrow(says);
    expect(() => readUserArguments(line)).not.toThrow("admin.problems");
  });
});

test("a refusal is said in words, entry by entry where single ones are wrong", () => {
  const conflict = new ConflictError({ key: "admin.problems.lastAdministrator" });
  expect(refusalText(conflict)).toMatch(/last active administrator/i);
  const invalid = new InvalidInputError([{ path: "login", key: "admin.problems.loginTaken" }]);
  expect(refusalText(invalid)).not.toContain("admin.");
  expect(refusalText(invalid)).toMatch(/taken|already/i);
});

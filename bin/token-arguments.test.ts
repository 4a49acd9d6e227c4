import { describe, expect, test } from "vitest";
import { readTokenArguments, UsageError } from "./token-arguments.ts";

describe("readTokenArguments", () => {
  test("name, role and department", () => {
    const line = ["--name", " hanoiwork ", "--role", "department_head", "--department=KT"];
    expect(readTokenArguments(line)).toEqual({
      name: "hanoiwork",
      role: "DEPARTMENT_HEAD",
      departmentCode: "KT",
    });
  });

  test("the department may be left out", () => {
    expect(readTokenArguments(["--name=x", "--role=OFFICE"])?.departmentCode).toBeNull();
  });

  test("help is asked for, whatever else is said", () => {
    expect(readTokenArguments(["--role", "KING", "--help"])).toBeNull();
  });

  test.each([
    { line: [], says: "--name" },
    { line: ["--name", "  ", "--role", "OFFICE"], says: "--name" },
    { line: ["--name", "x"], says: "--role is one of CHAIRMAN" },
    { line: ["--name", "x", "--role", "toString"], says: "--role is one of" },
    { line: ["--name", "x", "--role", "OFFICE", "--departmnet", "KT"], says: "--departmnet" },
    { line: ["x"], says: "x" },
  ])("$line is refused and says $says", ({ line, says }) => {
    expect(() => readTokenArguments(line)).toThrow(UsageError);
    expect(() => readTokenArguments(line)).toThrow(says);
  });
});

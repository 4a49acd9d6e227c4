import { describe, expect, it } from "vitest";
import {
  ConflictError,
  ForbiddenError,
  InvalidInputError,
  invalidAddress,
  isExpectedError,
  NotFoundError,
  TooManyAttemptsError,
  wrongAddressIn,
} from "./errors.ts";

/** The error that a function throws. */
function thrownBy(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

describe("expected errors", () => {
  it("are told from all others, also when the module was loaded twice", () => {
    const errors = [
      new NotFoundError(),
      new ForbiddenError(),
      new InvalidInputError(),
      new ConflictError(),
      new TooManyAttemptsError(61),
    ];
    for (const error of errors) expect(isExpectedError(error), error.name).toBe(true);
    expect(isExpectedError(new Error("errors.notFound.explanation"))).toBe(false);
    expect(isExpectedError(Object.assign(new Error("unique"), { code: "P2002" }))).toBe(false);
    expect(isExpectedError({ code: "NOT_FOUND" })).toBe(false);
    expect(isExpectedError(null)).toBe(false);
  });

  it("carry their status and what to tell the person", () => {
    expect(new ConflictError()).toMatchObject({
      name: "ConflictError",
      code: "CONFLICT",
      status: 409,
      explanation: { key: "errors.conflict.explanation" },
    });
    expect(new TooManyAttemptsError(61).explanation.values).toEqual({ minutes: 2 });
  });

  it("give pages the status of Next's own refusals", () => {
    expect(new NotFoundError().digest).toBe("NEXT_HTTP_ERROR_FALLBACK;404");
    expect(new ForbiddenError().digest).toBe("NEXT_HTTP_ERROR_FALLBACK;403");
  });
});

describe("invalidAddress", () => {
  const values = { name: "period", value: `2026-13; "ồ" (x) <b>'*~!` };
  const error = thrownBy(() => invalidAddress("notAMonth", values));

  it("is a 404 that says what was wrong", () => {
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error).toMatchObject({
      status: 404,
      explanation: { key: "errors.address.notAMonth", values },
    });
  });

  it("can be read back from where its digest stands in a document", () => {
    const { digest } = error as NotFoundError;
    const payload = JSON.stringify(`4:E{"digest":${JSON.stringify(digest)}}\n`);
    expect(wrongAddressIn(payload)).toEqual({ problem: "notAMonth", values });
    expect(wrongAddressIn(digest)).toEqual({ problem: "notAMonth", values });
  });

  it("is not read out of a plain 404", () => {
    expect(wrongAddressIn(`4:E{"digest":"${new NotFoundError().digest}"}`)).toBeNull();
    expect(wrongAddressIn("")).toBeNull();
  });
});

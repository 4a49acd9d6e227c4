import path from "node:path";
import { describe, expect, test } from "vitest";
import { EnvironmentError, readEnvironment } from "./env.ts";

const EXTERNAL = {
  DATABASE_URL: "postgresql://desk:secret@db:5432/desk",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
};

/** The variables that a reading complains of. */
function complaints(env: Record<string, string>): readonly string[] {
  try {
    readEnvironment(env);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.variables;
    throw error;
  }
  return [];
}

describe("readEnvironment", () => {
  test("nothing set: an embedded demonstration on this machine only", () => {
    expect(readEnvironment({})).toEqual({
      host: "127.0.0.1",
      port: 3000,
      appUrl: "http://localhost:3000",
      dataDir: path.resolve("data"),
      database: { kind: "embedded", url: null },
      authSecret: null,
      seed: "demo",
      businessToday: null,
      demo: true,
      smtpUrl: null,
      storageUrl: null,
      worker: "inside",
      webhookPrivateNetworks: false,
      trustedProxies: 0,
      logLevel: "info",
    });
  });

  test("an external database is no demonstration and gets catalogues only", () => {
    const environment = readEnvironment(EXTERNAL);
    expect(environment.database).toEqual({ kind: "external", url: EXTERNAL.DATABASE_URL });
    expect(environment).toMatchObject({ seed: "catalogues", demo: false });
  });

  test("an external database needs a secret", () => {
    expect(complaints({ DATABASE_URL: EXTERNAL.DATABASE_URL })).toEqual(["AUTH_SECRET"]);
  });

  test("a fixed today is refused with an external database unless it is a demonstration", () => {
    const fixed = { ...EXTERNAL, BUSINESS_TODAY: "2026-05-05" };
    expect(complaints(fixed)).toEqual(["BUSINESS_TODAY"]);
    expect(readEnvironment({ ...fixed, DEMO: "1" }).businessToday).toBe("2026-05-05");
    expect(readEnvironment({ ...fixed, DATABASE_EMBEDDED: "1" }).businessToday).toBe("2026-05-05");
    expect(readEnvironment({ BUSINESS_TODAY: "2026-05-05" }).businessToday).toBe("2026-05-05");
  });

  test("an empty register is no demonstration", () => {
    expect(readEnvironment({ SEED: "none" }).demo).toBe(false);
    expect(readEnvironment({ SEED: "none", DEMO: "1" }).demo).toBe(true);
  });

  test("an empty variable counts as unset", () => {
    expect(readEnvironment({ PORT: "", DATABASE_URL: " ", SMTP_URL: "" }).port).toBe(3000);
  });

  test("the address follows host and port, and loses its slash", () => {
    expect(readEnvironment({ HOST: "0.0.0.0", PORT: "8080" }).appUrl).toBe("http://localhost:8080");
    expect(readEnvironment({ HOST: "fe80::1" }).appUrl).toBe("http://[fe80::1]:3000");
    expect(readEnvironment({ APP_URL: "https://desk.example/" }).appUrl).toBe(
      "https://desk.example",
    );
  });

  test.each([
    ["PORT", "0"],
    ["PORT", "70000"],
    ["PORT", "http"],
    ["HOST", "two words"],
    ["WORKER", "1"],
    ["APP_URL", "desk.example"],
    ["APP_URL", "https://desk.example/path"],
    ["DATABASE_URL", "mysql://db/desk"],
    ["AUTH_SECRET", "short"],
    ["SEED", "all"],
    ["BUSINESS_TODAY", "2026-02-30"],
    ["DEMO", "yes"],
    ["SMTP_URL", "mail.example"],
    ["STORAGE_URL", "https://key:secret@storage.example/files"],
    ["STORAGE_URL", "s3+https://storage.example/files"],
    ["STORAGE_URL", "s3+https://key:secret@storage.example/"],
    ["WEBHOOK_PRIVATE_NETWORKS", "10.0.0.0/8"],
    ["TRUST_PROXY", "10.0.0.0/8"],
    ["LOG_LEVEL", "loud"],
  ])("%s=%s is refused by name", (variable, text) => {
    expect(complaints({ [variable]: text })).toEqual([variable]);
    expect(() => readEnvironment({ [variable]: text })).toThrow(`${variable}: must be `);
  });

  test("a message never repeats the value, which may be a secret", () => {
    expect(() => readEnvironment({ AUTH_SECRET: "hunter2" })).not.toThrow(/hunter2/);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isSource, sourceHash } from "./source-hash.ts";

test.each([
  ["app/page.tsx", true],
  ["app/(desk)/tasks/_components/list.module.css", true],
  ["lib/core/i18n/messages/vi/common.json", true],
  ["public/icon.svg", true],
  ["prisma/schema.prisma", true],
  ["package-lock.json", true],
  ["next.config.ts", true],
  ["proxy.ts", true],
  ["postcss.config.mjs", true],
  ["lib/tasks/rules.test.ts", false],
  ["prisma/seed/index.ts", false],
  ["bin/start.ts", false],
  ["e2e/dashboard.spec.ts", false],
  ["docs/operations.md", false],
  ["vitest.config.ts", false],
  ["biome.json", false],
  ["next-env.d.ts", false],
  ["tsconfig.tsbuildinfo", false],
  [".env", false],
  ["README.md", false],
])("%s is a source of the build: %s", (file, expected) => {
  expect(isSource(file)).toBe(expected);
});

describe("sourceHash", () => {
  let root: string;
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "sources-"));
    write("package-lock.json", "{}");
    write("app/page.tsx", "one");
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test("stays the same while nothing that is built changes", () => {
    const before = sourceHash(root, {});
    write("app/page.test.tsx", "a test");
    write("bin/start.ts", "a command");
    expect(sourceHash(root, { PORT: "3001" })).toBe(before);
  });

  test.each<[string, () => void]>([
    ["a changed file", () => write("app/page.tsx", "two")],
    ["a new file", () => write("app/other.tsx", "")],
    [
      "a file under another name",
      () => {
        rmSync(path.join(root, "app/page.tsx"));
        write("app/route.tsx", "one");
      },
    ],
    ["other packages", () => write("package-lock.json", '{"a":1}')],
  ])("tells %s", (_, change) => {
    const before = sourceHash(root, {});
    change();
    expect(sourceHash(root, {})).not.toBe(before);
  });

  test("tells another variable that is built in", () => {
    expect(sourceHash(root, { NEXT_PUBLIC_X: "1" })).not.toBe(sourceHash(root, {}));
  });
});

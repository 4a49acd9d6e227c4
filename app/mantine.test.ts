import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const PROJECT = path.join(import.meta.dirname, "..");
const MANTINE = path.join(PROJECT, "node_modules", "@mantine");

/** The parts of Mantine that the product imports, as "core/Button". */
function importedParts(): string[] {
  const sources = globSync("{app,components,lib}/**/*.{ts,tsx}", { cwd: PROJECT });
  return sources.flatMap((source) => {
    const text = readFileSync(path.join(PROJECT, source), "utf8");
    const imports = text.matchAll(/import \{([^}]*)\} from "@mantine\/(core|dates)"/g);
    return [...imports].flatMap(([, names = "", library]) =>
      names
        .split(",")
        .map((name) => name.trim())
        .filter((name) => name !== "" && !name.startsWith("type "))
        .map((name) => `${library}/${name}`),
    );
  });
}

/** The stylesheets that a module of Mantine and all that it imports come with. */
function stylesheetsOf(module: string, seen = new Set<string>()): Set<string> {
  const found = new Set<string>();
  if (seen.has(module)) return found;
  seen.add(module);
  const library = path.relative(MANTINE, module).split(path.sep)[0] ?? "";
  for (const [, target = ""] of readFileSync(module, "utf8").matchAll(/from "([^"]+)"/g)) {
    const name = path.basename(target, ".module.mjs");
    if (target.endsWith(".module.mjs")) {
      if (existsSync(path.join(MANTINE, library, "styles", `${name}.layer.css`))) {
        found.add(`@mantine/${library}/styles/${name}.layer.css`);
      }
    } else if (target.startsWith(".")) {
      for (const sheet of stylesheetsOf(path.resolve(path.dirname(module), target), seen)) {
        found.add(sheet);
      }
    }
  }
  return found;
}

/** The file that a part of Mantine is made in, if it is a component. */
function moduleOf(part: string): string | null {
  const [library = "", name = ""] = part.split("/");
  const [file] = globSync(`${library}/esm/components/**/${name}.mjs`, { cwd: MANTINE });
  return file ? path.join(MANTINE, file) : null;
}

describe("the stylesheets of Mantine", () => {
  const included = readFileSync(new URL("mantine.css", import.meta.url), "utf8");
  const parts = [...new Set(importedParts())];

  it("are looked for in what the product really uses", () => {
    expect(parts).toContain("core/Button");
    const button = moduleOf("core/Button");
    expect([...stylesheetsOf(button ?? "")].sort()).toEqual([
      "@mantine/core/styles/Button.layer.css",
      "@mantine/core/styles/Loader.layer.css",
      "@mantine/core/styles/UnstyledButton.layer.css",
    ]);
  });

  it.each(parts)("are all included for %s", (part) => {
    const module = moduleOf(part);
    const missing = module
      ? [...stylesheetsOf(module)].filter((sheet) => !included.includes(`"${sheet}"`))
      : [];
    expect(missing, "to be added to app/mantine.css").toEqual([]);
  });
});

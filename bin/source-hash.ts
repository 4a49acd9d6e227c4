import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const FOLDERS = ["app", "components", "lib", "public"];
const TOOL_SETTINGS = [
  "biome.json",
  "playwright.config.ts",
  "prisma.config.ts",
  "vitest.config.ts",
];

/** Whether a file, by its path from the root with `/`, has a part in what the build makes. */
export function isSource(file: string): boolean {
  const [first = "", ...rest] = file.split("/");
  if (/\.test\.tsx?$/.test(file) || file.endsWith(".d.ts") || file.endsWith(".tsbuildinfo"))
    return false;
  if (rest.length > 0) return FOLDERS.includes(first) || file === "prisma/schema.prisma";
  return (
    /\.(ts|mts|mjs|js|json)$/.test(file) && !first.startsWith(".") && !TOOL_SETTINGS.includes(file)
  );
}

/** All source files under `root`, by their paths from it, in order. */
function sourceFiles(root: string): string[] {
  const inFolders = [...FOLDERS, "prisma"].flatMap((folder) => {
    try {
      return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
    } catch {
      return [];
    }
  });
  return [...readdirSync(root), ...inFolders]
    .map((file) => file.split(path.sep).join("/"))
    .filter(isSource)
    .sort();
}

/**
 * One hash of everything that the build is made from: the sources, the locked packages and
 * the variables that a build carries into the browser.
 */
export function sourceHash(root: string, env: Record<string, string | undefined>): string {
  const hash = createHash("sha256");
  for (const file of sourceFiles(root)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  const inlined = Object.entries(env).filter(([name]) => name.startsWith("NEXT_PUBLIC_"));
  return hash.update(JSON.stringify(inlined.sort())).digest("hex");
}

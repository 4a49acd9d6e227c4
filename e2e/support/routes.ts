import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Files of these names answer requests by themselves, besides pages and route handlers. */
const METADATA =
  /^(manifest|robots|sitemap|icon|apple-icon|favicon|opengraph-image|twitter-image)\d*\./;

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

export type Routes = {
  pages: string[];
  /** `file METHOD` */
  handlers: string[];
  /** `file name` */
  actions: string[];
  /** What this reader cannot read, or what answers requests outside the three kinds. */
  unreadable: string[];
};

function filesIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .sort();
}

/** The methods that a call's address refuses to everybody alike: nothing to permit. */
const REFUSED = /^export \{[\w, ]+\} from "[./]+\/not-allowed\.ts";$/;

/** The names that a file exports as values, and the export statements that this cannot read. */
function exportsOf(source: string): { names: string[]; unreadable: string[] } {
  const names: string[] = [];
  const unreadable: string[] = [];
  for (const [statement] of source.matchAll(/^export\b[^\n]*/gm)) {
    if (/^export (type|interface)\b/.test(statement) || REFUSED.test(statement)) continue;
    const name = /^export (?:async )?(?:function|const|let) (\w+)/.exec(statement)?.[1];
    if (name) names.push(name);
    else unreadable.push(statement);
  }
  return { names, unreadable };
}

/** Every page, route handler and server action in the source, as their files say. */
export function readRoutes(): Routes {
  const routes: Routes = { pages: [], handlers: [], actions: [], unreadable: [] };
  const note = (file: string, text: string) => routes.unreadable.push(`${file}: ${text}`);
  for (const file of [...filesIn("app"), ...filesIn("components"), ...filesIn("lib")]) {
    const name = path.basename(file);
    const source = /\.[jt]sx?$/.test(name) ? readFileSync(path.join(ROOT, file), "utf8") : "";
    const { names, unreadable } = exportsOf(source);
    const servesActions = /^\s*["']use server["']/m.test(source);
    if (/^page\.[jt]sx?$/.test(name)) routes.pages.push(file);
    else if (/^route\.[jt]sx?$/.test(name)) {
      const methods = names.filter((exported) => METHODS.includes(exported));
      routes.handlers.push(...methods.map((method) => `${file} ${method}`));
      for (const statement of unreadable) note(file, statement);
    } else if (file.startsWith("app/") && METADATA.test(name)) note(file, "answers by itself");
    if (!servesActions) continue;
    if (!source.trimStart().startsWith('"use server"') || name !== "actions.ts") {
      note(file, "server actions live in a file actions.ts that says so in its first line");
    }
    routes.actions.push(...names.map((exported) => `${file} ${exported}`));
    for (const statement of unreadable) note(file, statement);
  }
  return routes;
}

import swc from "@swc/core";

/**
 * Who may import whom. The TypeScript compiler has no programming interface any more, so swc
 * reads the files; it counts an import of a type like any other.
 */

// dependency-cruiser asks swc for TypeScript without JSX, whatever the file.
const { parseFileSync } = swc;
swc.parseFileSync = (file, options) =>
  parseFileSync(file, { ...options, tsx: file.endsWith(".tsx") });

/** Domains from low to high; a domain imports its own level and lower ones only. */
const LEVELS = [
  ["notifications", "users", "departments", "fields", "files", "views", "webhooks"],
  ["periods"],
  ["directives"],
  ["tasks"],
  ["comments", "recurrences", "agenda"],
  ["indicators"],
  ["figures"],
  ["narratives"],
  ["snapshots"],
  ["comparisons", "proofreading", "reconciliations", "reports", "scorecards", "exports", "imports"],
];

const either = (names) => `(?:${names.join("|")})`;
const DOMAINS = either(LEVELS.flat());
const TEST_ONLY = "(\\.test\\.tsx?$|/testing(\\.ts$|/))";
const DATABASE = "^(lib/core/db\\.ts$|prisma/|node_modules/(@prisma|prisma|pg)/)";
const PURE = "^lib/[^/]+/(policy|rules|schema)\\.ts$";
/** What reads the register for someone, and what writes it. */
const READS = "^lib/[^/]+/[^/]*queries\\.ts$";
const WRITES =
  "^lib/[^/]+/([^/]*service|assign|change|edit|ending|extensions|occurrences|register|several)\\.ts$";
/** Names and constants generated from the schema, without the client behind them. */
const CONSTANTS = "^prisma/generated/enums\\.ts$";

const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

export default {
  forbidden: [
    forbid(
      "no-circle",
      "Imports never run in a circle; pure files of a domain may use each other's types.",
      {},
      { circular: true, via: { pathNot: PURE } },
    ),
    forbid("resolvable", "The imported file does not exist.", {}, { couldNotResolve: true }),
    forbid(
      "declared-package",
      "Every package imported stands in package.json.",
      {},
      { dependencyTypes: ["npm-no-pkg", "npm-unknown", "unknown"] },
    ),
    forbid(
      "product-without-tools",
      "What runs in production does not import development packages.",
      { path: "^(app|components|lib|prisma)/", pathNot: TEST_ONLY },
      { dependencyTypes: ["npm-dev"] },
    ),
    forbid(
      "product-without-tests",
      "Helpers of tests are for tests, commands and seeds only.",
      { path: "^(app|components|lib)/", pathNot: TEST_ONLY },
      { path: TEST_ONLY },
    ),
    ...LEVELS.map((level, index) =>
      forbid(
        `downward-from-${level.join("-")}`,
        `Domains import downward only: ${level.join(", ")} may not import a higher one.`,
        { path: `^lib/${either(level)}/` },
        { path: `^lib/${either(LEVELS.slice(index + 1).flat())}/` },
      ),
    ).slice(0, -1),
    forbid(
      "known-domain",
      "A new domain has its place in the order of domains (this file, and the architecture).",
      {},
      { path: "^lib/", pathNot: `^lib/((core|${DOMAINS})/|jobs\\.ts$)` },
    ),
    forbid(
      "core-knows-no-domain",
      "lib/core imports npm packages, never a domain or a screen.",
      { path: "^lib/core/" },
      { path: "^(lib/(?!core/)|app/|components/|bin/|e2e/)" },
    ),
    forbid(
      "jobs-stand-above-domains",
      "The list of jobs names what the domains do by themselves; processes start it, nobody else.",
      { path: "^(lib|app|components|e2e)/" },
      { path: "^lib/jobs\\.ts$" },
    ),
    forbid(
      "lib-knows-no-screen",
      "Rules and data do not know the screens.",
      { path: "^lib/" },
      { path: "^(app|components|bin|e2e)/" },
    ),
    forbid(
      "pure-without-input-output",
      "policy, rules and schema are pure: no database, no request, no files.",
      { path: PURE },
      {
        path: `${DATABASE}|^lib/core/(db|session|action|jobs|mail|storage|request)\\.ts$|^node_modules/(next|next-auth|next-intl)/|${READS}|${WRITES}`,
        pathNot: CONSTANTS,
      },
    ),
    forbid(
      "pure-without-node",
      "policy, rules and schema are pure: no files, no network, no clock of their own.",
      { path: PURE },
      { dependencyTypes: ["core"] },
    ),
    forbid(
      "components-without-data",
      "Components are given what they show: no queries, services or database.",
      { path: "^components/|/_components/", pathNot: TEST_ONLY },
      { path: `${DATABASE}|${READS}|${WRITES}`, pathNot: CONSTANTS },
    ),
    forbid(
      "components-do-not-reach-data",
      "Not by way of another file either.",
      { path: "^components/", pathNot: TEST_ONLY },
      { path: "^lib/core/db\\.ts$|^prisma/generated/client\\.ts$", reachable: true },
    ),
    forbid(
      "components-are-domain-blind",
      "What knows a domain lives in the screen's own _components; only its types are for all.",
      { path: "^components/", pathNot: TEST_ONLY },
      { path: `^(app|lib/${DOMAINS})/`, pathNot: "/(schema|verbs|views)\\.ts$" },
    ),
    forbid(
      "screens-without-database",
      "Pages read through queries; actions and routes write through services.",
      { path: "^app/", pathNot: `^app/(livez|readyz)/|${TEST_ONLY}` },
      { path: DATABASE, pathNot: CONSTANTS },
    ),
    forbid(
      "pages-only-read",
      "A page has nothing to do with services.",
      { path: "/(page|layout)\\.tsx$" },
      { path: WRITES },
    ),
    forbid(
      "own-components-only",
      "A screen's _components are its own and its sub-pages'; what is shared moves to components/.",
      { path: "^app/\\([^/]+\\)/([^/()]+)/" },
      { path: "^app/.*_components/", pathNot: "^app/\\([^/]+\\)/$1/" },
    ),
    forbid(
      "nobody-imports-commands",
      "Commands use the product, never the other way round.",
      { pathNot: "^bin/|^[^/]+$|^e2e/" },
      { path: "^bin/|^e2e/" },
    ),
  ],
  options: {
    parser: "swc",
    doNotFollow: { path: "node_modules|^prisma/generated" },
    exclude: { path: "^(\\.next|data|test-results)" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "require", "default", "types"],
    },
  },
};

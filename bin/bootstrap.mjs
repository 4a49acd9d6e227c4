// The first step of every command: plain JavaScript for any Node from 20 on, with nothing
// installed. It installs the packages and generates the database client when they are missing
// or out of date, then runs the command on the Node version that the packages bring.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const COMMANDS = [
  "start",
  "dev",
  "test",
  "e2e",
  "build",
  "bench",
  "token",
  "user",
  "export",
  "import",
  "migration",
  "worker",
  "samples",
];
const NODE = path.join(
  ROOT,
  "node_modules",
  ".bin",
  process.platform === "win32" ? "node.cmd" : "node",
);
const INSTALL_STAMP = path.join(ROOT, "node_modules", ".lock-hash");
const GENERATE_STAMP = path.join(ROOT, "prisma", "generated", ".schema-hash");
const SETUP_LOCK = path.join(
  tmpdir(),
  `executive-desk-setup-${process.getuid?.() ?? ""}-${createHash("sha256").update(ROOT).digest("hex").slice(0, 16)}`,
);

/** The child that runs now, so that a signal to this process reaches it. */
let running;
let stopped = false;

function hashOf(...files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(path.join(ROOT, file)));
  return hash.digest("hex");
}

function textOf(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** Whether what npm says is installed (its hidden lock file) is what package-lock.json wants. */
function matchesLock() {
  const hidden = textOf(path.join(ROOT, "node_modules", ".package-lock.json"));
  if (!hidden) return false;
  const installed = JSON.parse(hidden).packages;
  const wanted = JSON.parse(readFileSync(path.join(ROOT, "package-lock.json"), "utf8")).packages;
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    if (place === "") return true;
    return installed[place] ? installed[place].version === version : optional === true;
  });
}

/** Runs a program to its end; answers its exit code. */
function run(program, parameters, options) {
  return new Promise((resolve) => {
    running = spawn(program, parameters, { cwd: ROOT, ...options });
    running.once("error", (error) => {
      console.error(error.message);
      resolve(127);
    });
    running.once("exit", (code, signal) => resolve(signal ? 128 : code));
  });
}

/** Runs a setup step quietly with the time it takes; what it printed is shown when it fails. */
async function step(title, failure, program, parameters, environment) {
  const start = Date.now();
  const seconds = () => `${Math.round((Date.now() - start) / 1000)} s`;
  console.error(`${title} …`);
  const ticker = setInterval(() => console.error(`  ${seconds()}`), 10_000);
  const result = run(program, parameters, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [running.stdout, running.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  const code = await result;
  clearInterval(ticker);
  if (stopped) process.exit(0);
  if (code !== 0) {
    console.error(output.trim().split("\n").slice(-40).join("\n"));
    console.error(`${title}: failed. ${failure}`);
    process.exit(1);
  }
  console.error(`${title}: ${seconds()}`);
}

function isInstalled() {
  if (!existsSync(NODE)) return false;
  return textOf(INSTALL_STAMP) === hashOf("package-lock.json") || matchesLock();
}

function isGenerated() {
  return textOf(GENERATE_STAMP) === hashOf("package-lock.json", "prisma/schema.prisma");
}

async function install() {
  const cli = process.env.npm_execpath;
  const [npm, ...script] = cli?.endsWith("npm-cli.js")
    ? [process.env.npm_node_execpath ?? process.execPath, cli]
    : ["npm"];
  const options = "--include=dev --include=optional --prefer-offline --no-audit --no-fund";
  await step(
    "Installing packages (npm ci)",
    "Is the npm registry reachable and the disk not full? Then try again.",
    npm,
    [...script, "ci", ...options.split(" "), "--loglevel=error"],
    // The engine that Prisma would download is not used: see prisma/migrate.ts.
    { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
  );
  writeFileSync(INSTALL_STAMP, hashOf("package-lock.json"));
}

async function generate() {
  await step(
    "Generating the database client",
    "Mend prisma/schema.prisma and try again.",
    NODE,
    [path.join("node_modules", "prisma", "build", "index.js"), "generate"],
    { PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  );
  writeFileSync(GENERATE_STAMP, hashOf("package-lock.json", "prisma/schema.prisma"));
}

/** Whether the process of that number runs. */
function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Lets one command at a time prepare this checkout: two `npm ci` would undo each other. */
async function alone(work) {
  for (let told = false; ; ) {
    try {
      writeFileSync(SETUP_LOCK, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = Number(textOf(SETUP_LOCK));
    if (holder && !lives(holder)) {
      rmSync(SETUP_LOCK, { force: true });
    } else if (!told) {
      console.error(`Waiting for process ${holder}, which is preparing this checkout`);
      told = true;
    }
    await delay(200);
  }
  const release = () => rmSync(SETUP_LOCK, { force: true });
  process.once("exit", release);
  await work();
  process.removeListener("exit", release);
  release();
}

const [command, ...parameters] = process.argv.slice(2);
if (Number(process.versions.node.split(".")[0]) < 20) {
  console.error(`Node ${process.versions.node} is too old: install Node 20 or later.`);
  process.exit(1);
}
if (!COMMANDS.includes(command)) {
  console.error(`Commands: ${COMMANDS.join(", ")}`);
  process.exit(2);
}
// npm and the terminal may both send the same signal; each is passed on, and this process
// waits for the command to stop in its own order.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    stopped = true;
    if (running) running.kill(signal);
    else process.exit(0);
  });
}
if (!isInstalled() || !isGenerated()) {
  await alone(async () => {
    if (!isInstalled()) await install();
    if (!isGenerated()) await generate();
  });
}
const script = path.join(ROOT, "bin", `${command}.ts`);
const environment = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1" };
// The channel tells the command when this process is killed outright.
process.exitCode = await run(
  NODE,
  ["--disable-warning=ExperimentalWarning", script, ...parameters],
  {
    env: environment,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  },
);

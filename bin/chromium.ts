import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { ROOT } from "./build.ts";
import { runChild } from "./child.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** Whether that program is there and runs: some distributions have a stub that only explains. */
function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    return false;
  }
  return spawnSync(file, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;
}

/** The first browser on the PATH, or null. */
export function chromiumOnPath(searchPath: string): string | null {
  const folders = searchPath.split(path.delimiter).filter(Boolean);
  const files = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...files, MAC].find(runs) ?? null;
}

/**
 * The Chromium for the end-to-end tests: `CHROMIUM_PATH`, one on the PATH, Playwright's own,
 * or, when there is none, one installed now (by Playwright, or as root from Debian's packages).
 * @throws Error that says what to do when none can be had
 */
export async function findChromium(signal: AbortSignal): Promise<string> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (runs(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH=${chosen} is not a browser that runs.`);
  }
  const present = chromiumOnPath(process.env.PATH ?? "");
  if (present) return present;
  const own = chromium.executablePath();
  if (runs(own)) return own;

  const install = (command: string[]) =>
    runChild(command, {
      cwd: ROOT,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      signal,
    });
  console.log("No Chromium found: installing one …");
  await install([process.execPath, "node_modules/@playwright/test/cli.js", "install", "chromium"]);
  if (runs(own)) return own;
  if (process.getuid?.() === 0) {
    await install(["apt-get", "update", "-q"]);
    await install(["apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium"]);
    const installed = chromiumOnPath(process.env.PATH ?? "");
    if (installed) return installed;
  }
  throw new Error(
    "The end-to-end tests need Chromium or Chrome, and none could be installed here. " +
      "Install one, or name it with CHROMIUM_PATH=….",
  );
}

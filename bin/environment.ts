import { existsSync } from "node:fs";
import path from "node:path";
import { type Environment, readEnvironment } from "#lib/core/env.ts";
import { ROOT } from "./build.ts";

/** The settings of this process, those in a file `.env` at the root included. */
export function loadEnvironment(): Environment {
  const file = path.join(ROOT, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  return readEnvironment(process.env);
}

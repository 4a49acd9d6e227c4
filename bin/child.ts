import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";

let parentDeathSupport: boolean | undefined;

/**
 * The command in a form that gets `signal` when its parent is killed outright, where the
 * system can do that (Linux); elsewhere the command as it is.
 */
export function followParent(command: string[], signal: "INT" | "TERM" | "KILL"): string[] {
  parentDeathSupport ??=
    process.platform === "linux" &&
    spawnSync("setpriv", ["--pdeathsig", "TERM", "true"], { stdio: "ignore" }).status === 0;
  return parentDeathSupport ? ["setpriv", "--pdeathsig", signal, ...command] : command;
}

/**
 * Starts a command in a process group of its own: Ctrl+C at the terminal reaches only this
 * process, which then stops its children in the right order.
 */
export function startChild(command: string[], options: SpawnOptions): ChildProcess {
  const [program, ...parameters] = command;
  if (program === undefined) throw new TypeError("No command");
  return spawn(program, parameters, { ...options, detached: true });
}

/** How a child ended: by its exit code or by a signal. */
export type Ending = { code: number | null; signal: NodeJS.Signals | null };

/** Settles when the child has ended (code 127 when it could not be started). */
export function ended(child: ChildProcess): Promise<Ending> {
  return new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve({ code, signal }));
    child.once("error", () => resolve({ code: 127, signal: null }));
    if (child.pid !== undefined && hasEnded(child)) {
      resolve({ code: child.exitCode, signal: child.signalCode });
    }
  });
}

/** Whether the child is gone, or never came to be. */
export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

/** Sends a signal to the child and all that it started; nothing happens when they are gone. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}

/** A signal, how long to wait for its effect in milliseconds, and whether the group gets it too. */
export type StopStep = { signal: NodeJS.Signals; patience: number; group?: boolean };

const DEFAULT_STEPS: StopStep[] = [
  { signal: "SIGTERM", patience: 10_000, group: true },
  { signal: "SIGKILL", patience: 5_000, group: true },
];

/** Sends the signals one after the other until the child has ended. */
export async function stopChild(
  child: ChildProcess,
  steps: StopStep[] = DEFAULT_STEPS,
): Promise<void> {
  const end = ended(child);
  for (const { signal, patience, group } of steps) {
    if (hasEnded(child)) return;
    if (group) signalGroup(child, signal);
    else child.kill(signal);
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise((resolve) => {
      timer = setTimeout(resolve, patience);
    });
    await Promise.race([end, timeout]);
    clearTimeout(timer);
  }
}

/** What a command printed and how it ended. */
export type Outcome = Ending & { output: string };

/**
 * Runs a command to its end and keeps what it prints.
 * @param options.signal ends the command, and all that it started, when aborted
 * @param options.onMessage receives what a Node command sends through its channel
 */
export async function runChild(
  command: string[],
  options: {
    cwd: string;
    env: NodeJS.ProcessEnv;
    signal: AbortSignal;
    onMessage?: (message: unknown) => void;
  },
): Promise<Outcome> {
  options.signal.throwIfAborted();
  const channel = options.onMessage ? (["ipc"] as const) : [];
  const child = startChild(followParent(command, "TERM"), {
    cwd: options.cwd,
    env: options.env,
    stdio: ["ignore", "pipe", "pipe", ...channel],
  });
  const stop = () => void stopChild(child);
  options.signal.addEventListener("abort", stop, { once: true });
  if (options.onMessage) child.on("message", options.onMessage);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
  }
  const closed = new Promise((resolve) => child.once("close", resolve));
  const ending = await ended(child);
  if (child.pid !== undefined) await closed;
  options.signal.removeEventListener("abort", stop);
  options.signal.throwIfAborted();
  return { ...ending, output };
}

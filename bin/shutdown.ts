/**
 * What has to be stopped when a command ends, in the opposite order of its start, and the
 * ways in which a command is asked to end: Ctrl+C, a signal, the death of its parent.
 */
export class Shutdown {
  readonly #steps: (() => Promise<void> | void)[] = [];
  readonly #abort = new AbortController();
  #running: Promise<void> | undefined;

  /** Aborted as soon as the command is to end, for work that can be cut short. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Adds something to stop. What is still starting is awaited, then stopped. */
  add(step: () => Promise<void> | void): void {
    this.#steps.push(step);
  }

  /** Stops everything, once; a step that fails does not keep the others from their turn. */
  run(): Promise<void> {
    this.#running ??= this.#stopAll();
    return this.#running;
  }

  async #stopAll(): Promise<void> {
    this.#abort.abort();
    for (const step of this.#steps.toReversed()) {
      try {
        await step();
      } catch (error) {
        console.error(messageOf(error));
      }
    }
  }

  /** Stops everything and ends this process with the code; the first call decides. */
  async exit(code: number): Promise<never> {
    process.exitCode ??= code;
    await this.run();
    process.exit();
  }
}

/** What went wrong, for people; the stack only with DEBUG set. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return process.env.DEBUG ? (error.stack ?? error.message) : error.message;
}

/**
 * Runs a command until it returns an exit code, fails, or is asked to end: then it stops all
 * that was started and exits.
 * @param work gives the exit code
 * @param interrupted the exit code when asked to end: no failure for a server, one for a check
 */
export async function runCommand(
  work: (shutdown: Shutdown) => Promise<number>,
  interrupted = 0,
): Promise<void> {
  const shutdown = new Shutdown();
  const end = () => {
    if (shutdown.signal.aborted) return;
    console.log("Stopping …");
    process.exitCode ??= interrupted;
    void shutdown.run().then(() => {
      console.log("Stopped.");
      return shutdown.exit(interrupted);
    });
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
  process.on("disconnect", end);
  process.channel?.unref();
  try {
    await shutdown.exit(await work(shutdown));
  } catch (error) {
    if (!shutdown.signal.aborted) console.error(`\n${messageOf(error)}`);
    await shutdown.exit(1);
  }
}

/** Numbered steps of a command with the time each takes, e.g. `[3/6] Building … 41 s`. */
export class Progress {
  readonly #total: number;
  #current = 0;

  constructor(total: number) {
    this.#total = total;
  }

  /**
   * Announces the next step and waits for its work, which may have begun earlier.
   * The line it ends with carries the time since the announcement and the work's own words.
   */
  async step<Result>(
    title: string,
    work: Promise<Result>,
    wording: (result: Result) => string = () => "",
  ): Promise<Result> {
    this.#current += 1;
    const head = `[${this.#current}/${this.#total}] ${title}`;
    const start = Date.now();
    const ticker = setInterval(() => console.log(`${head} … ${secondsSince(start)}`), 10_000);
    try {
      const result = await work;
      const words = wording(result);
      console.log(`${head}: ${words ? `${words}, ` : ""}${secondsSince(start)}`);
      return result;
    } finally {
      clearInterval(ticker);
    }
  }
}

/** The time since `start` (milliseconds) in words: one decimal under ten seconds. */
export function secondsSince(start: number): string {
  const seconds = (Date.now() - start) / 1000;
  return `${seconds < 9.95 ? seconds.toFixed(1) : Math.round(seconds)} s`;
}

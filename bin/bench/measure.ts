import autocannon from "autocannon";

export type Timing = { p50: number; p95: number };

/** Milliseconds at a share of the sorted measurements. */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Times work done one after another, after a few unmeasured rounds. */
export async function timed(
  rounds: number,
  work: () => Promise<unknown>,
  warmUps = 5,
): Promise<Timing> {
  for (let warmUp = 0; warmUp < warmUps; warmUp += 1) await work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

/**
 * Times requests over HTTP with so many connections at once, for some seconds.
 * @throws Error when an answer was anything but 200
 */
export async function timedRequests(
  url: string,
  headers: Record<string, string>,
  connections: number,
): Promise<Timing & { requestsPerSecond: number }> {
  const options = { url, headers, connections, timeout: 60 };
  await autocannon({ ...options, amount: connections * 5 });
  const result = await autocannon({ ...options, duration: 8 });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} answers not 200, ${result.errors} errors`);
  }
  const { p50, p97_5 } = result.latency;
  return { p50, p95: p97_5, requestsPerSecond: result.requests.average };
}

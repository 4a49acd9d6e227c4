/** What the server says has changed: see app/api/live/route.ts. */
export type LiveAnswer = {
  unread: number;
  /** Versions of the tasks asked for, by id; those that may no longer be seen are missing. */
  tasks: Readonly<Record<string, number>>;
};

/** A part of the screen that wants to know what has become of these tasks. */
export type LiveWatcher = {
  taskIds: readonly number[];
  /** @param asked the ids that the answer is about: not always all of a long list */
  onAnswer: (answer: LiveAnswer, asked: ReadonlySet<number>) => void;
};

const EVERY_MS = 15_000;
/** More the server does not answer for at once; a screen rarely shows so many. */
const MOST_TASKS = 200;

const watchers = new Set<LiveWatcher>();
let timer: ReturnType<typeof setInterval> | undefined;

async function ask(): Promise<void> {
  if (document.visibilityState !== "visible") return;
  const asking = [...watchers];
  const ids = new Set([...new Set(asking.flatMap(({ taskIds }) => taskIds))].slice(0, MOST_TASKS));
  const query = ids.size > 0 ? `?tasks=${[...ids].join(",")}` : "";
  // Away or signed out: the page itself says so as soon as anything is done with it.
  const response = await fetch(`/api/live${query}`, { cache: "no-store" }).catch(() => null);
  if (!response?.ok) return;
  const answer: LiveAnswer = await response.json();
  for (const watcher of asking) if (watchers.has(watcher)) watcher.onAnswer(answer, ids);
}

/**
 * Asks every quarter of a minute while the tab is in view, and at once when it comes back into
 * view; all parts of a screen share one request.
 * @returns what ends it
 */
export function watchLive(watcher: LiveWatcher): () => void {
  if (watchers.size === 0) {
    timer = setInterval(ask, EVERY_MS);
    document.addEventListener("visibilitychange", ask);
  }
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(timer);
    document.removeEventListener("visibilitychange", ask);
  };
}

/**
 * How many of the tasks shown have a later version by now, or may no longer be seen.
 * @param shown versions by id
 * @param asked the ids that the answer is about; of others it says nothing
 */
export function countChanged(
  shown: Readonly<Record<number, number>>,
  { tasks }: Pick<LiveAnswer, "tasks">,
  asked: ReadonlySet<number>,
): number {
  return Object.entries(shown).filter(([id, version]) => {
    const current = tasks[id];
    return asked.has(Number(id)) && (current === undefined || current > version);
  }).length;
}

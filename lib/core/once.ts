import { database, type Transaction } from "./db.ts";

/** A request's own key, and who sent it: the keys of different senders have nothing to do with each other. */
export type RequestKey = { sender: string; key: string };

/**
 * Does a piece of work once, however often its request arrives: a key seen before answers what
 * the work answered then. Of two at the same time the second waits for the first.
 * @param work in the same transaction as the key; its answer is kept as JSON
 */
export async function once<Answer>(
  transaction: Transaction,
  { sender, key }: RequestKey,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const fresh = await transaction.$executeRaw`
    insert into handled_request (sender, key) values (${sender}, ${key}) on conflict do nothing`;
  if (fresh === 0) {
    const { answer } = await transaction.handledRequest.findUniqueOrThrow({
      where: { sender_key: { sender, key } },
      select: { answer: true },
    });
    return answer as Answer;
  }
  const answer = await work();
  await transaction.$executeRaw`
    update handled_request set answer = ${JSON.stringify(answer ?? null)}::jsonb
    where sender = ${sender} and key = ${key}`;
  return answer;
}

/** Whether a request with this key was done already. */
export async function isDone({ sender, key }: RequestKey): Promise<boolean> {
  const count = await database().handledRequest.count({ where: { sender, key } });
  return count > 0;
}

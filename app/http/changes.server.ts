import { TooMany, takeFrom } from "#app/http/too-many.server.ts";
import type { Visit } from "#app/http/visit.server.ts";

/** When to come again, where too much of one person waits already; in seconds. */
const COME_AGAIN = 3;

/**
 * Does what a signed-in person changes: in turn with whatever else they send, and as often as people can. A script that
 * sends without end is told to wait, and what it sends waits for itself, not others for it.
 * @throws TooMany
 */
export async function changeInTurn<T>({ account, context }: Visit, change: () => Promise<T>): Promise<T> {
  if (!account) return change();
  await takeFrom(context, [
    ["changesAtOnce", account.id],
    ["changesOnAndOn", account.id],
  ]);
  const { turns } = context.limits;
  const done = await turns.take(account.id, async () => ({ result: await change() }), context.aside);
  if (done === "refused") throw new TooMany(COME_AGAIN);
  return done.result;
}

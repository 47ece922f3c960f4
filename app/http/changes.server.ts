import { TooMany, takeFrom } from "#app/http/too-many.server.ts";
import type { Visit } from "#app/http/visit.server.ts";

/** When to come again, where too much of one person waits already; in seconds. */
const COME_AGAIN = 3;

/**
 * Counts what a signed-in person sends, whatever becomes of it: to find out that it has the wrong form is work, too. A
 * script that sends without end is told to wait.
 * @throws TooMany
 */
export async function countChange({ account, context }: Visit): Promise<void> {
  if (!account) return;
  await takeFrom(context, [
    ["changesAtOnce", account.id],
    ["changesOnAndOn", account.id],
  ]);
}

/**
 * Does what a signed-in person changes, in turn with whatever else they send: it waits for itself, not others for it.
 * @throws TooMany
 */
export async function changeInTurn<T>({ account, context }: Visit, change: () => Promise<T>): Promise<T> {
  if (!account) return change();
  const { turns } = context.limits;
  const done = await turns.take(account.id, async () => ({ result: await change() }), context.aside);
  if (done === "refused") throw new TooMany(COME_AGAIN);
  return done.result;
}

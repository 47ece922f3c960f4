import { setTimeout as wait } from "node:timers/promises";
import { sha256 } from "#app/domain/identity.server.ts";
import type { LoadContext } from "#app/http/context.server.ts";
import { takeFrom } from "#app/http/too-many.server.ts";

/** What an attempt waits when an account is being guessed at from many places. */
const SLOW_MILLISECONDS = 3000;

/**
 * Counts an attempt at a password: per address of the network, over all, and per account from that address. Guessing
 * from many addresses only slows an account down, because refusing would let anybody lock its owner out.
 * @param address of the account, known or not, in lower case
 * @throws TooMany
 */
export async function guardSignIn(context: LoadContext, address: string): Promise<void> {
  const account = sha256(address);
  await takeFrom(context, [
    ["signInAddress", context.ip],
    ["signInGlobal", "all"],
    ["signInAccount", `${account}|${context.ip}`],
  ]);
  const seconds = await context.limits.take("signInAccountAll", account);
  if (seconds > 0) await wait(SLOW_MILLISECONDS);
}

import type { LoadContext } from "#app/http/context.server.ts";
import type { Limit } from "#app/http/limits.server.ts";

/** Tried too often; becomes 429 with the seconds to wait. */
export class TooMany extends Error {
  readonly seconds: number;
  constructor(seconds: number) {
    super(`Too many attempts, wait ${seconds} s`);
    this.seconds = seconds;
  }
}

/**
 * Takes a point from each limit, in this order, and stops at the first that has none left: what is refused for an
 * address does not count against an account.
 * @returns how many points of the last one were spent before
 * @throws TooMany
 */
export async function takeFrom(
  context: Pick<LoadContext, "limits">,
  limits: readonly [Limit, key: string][],
): Promise<number> {
  let before = 0;
  for (const [limit, key] of limits) {
    const { used, seconds } = await context.limits.spend(limit, key);
    if (seconds > 0) throw new TooMany(seconds);
    before = used - 1;
  }
  return before;
}

import type { Actor } from "#app/domain/access/actor.ts";
import { awaitedStatuses } from "#app/domain/access/contribution-status.ts";
import { longestFirst } from "#app/domain/home/awaited-lists.server.ts";
import { contributionsToReview } from "#app/domain/home/awaited-reviews.server.ts";
import type { Db } from "#db/store.ts";

/** The contribution that waits longest for the actor's review beside this one, and how many do. */
export interface NextReview {
  number: string;
  /** Without the one that is open. */
  left: number;
}

/** What comes next in the queues of a reviewer; null where nothing else waits for the actor. */
export async function findNextReview(db: Db, actor: Actor, open: string): Promise<NextReview | null> {
  const queues = await Promise.all(
    awaitedStatuses.map(async (status) => {
      const waiting = contributionsToReview(db, actor, status)?.where("contribution.number", "<>", open);
      if (!waiting) return undefined;
      return longestFirst(actor, waiting)
        .select(["contribution.number", (eb) => eb.fn.countAll<number>().over().as("count")])
        .limit(1)
        .executeTakeFirst();
    }),
  );
  const waiting = queues.filter((first) => first !== undefined);
  const [next] = waiting;
  return next ? { number: next.number, left: waiting.reduce((sum, { count }) => sum + count, 0) } : null;
}

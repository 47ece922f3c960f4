import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import { findLive, type Live } from "#app/domain/live/find-live.server.ts";
import { refuseCancelled } from "#app/domain/sessions/session-state.ts";
import type { Db } from "#db/store.ts";

/**
 * What the page starts from on which something is captured without scripts.
 * @throws NotFound, also for an item that the actor does not see; Forbidden, Refused
 */
export async function findCaptureForm(
  db: Db,
  actor: Actor,
  { sessionId, itemId }: { sessionId: string; itemId: string | null },
  now: Date,
): Promise<Live> {
  const live = await findLive(db, actor, sessionId, now);
  authorise(actor, "contribution.post", { groupId: live.session.groupId });
  refuseCancelled(live.session);
  if (itemId !== null && !live.items.some(({ id }) => id === itemId)) throw new NotFound("agenda item");
  return live;
}

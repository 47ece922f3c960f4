import type { Actor } from "#app/domain/access/actor.ts";
import { sharedRounds } from "#app/domain/access/attribution.server.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import type { ContributionFacts } from "#app/domain/knowledge/contribution-facts.server.ts";
import { findVisibleItem, type VisibleItem } from "#app/domain/knowledge/find-visible-item.server.ts";
import { readSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import type { Db } from "#db/store.ts";

/** The links of the chain before a contribution: session and agenda item for those who see them. */
export interface OriginFacts {
  /** Whether enough delegations may have spoken in the round for it to be named in any case. */
  roundIsShared: boolean;
  session: SessionFacts | null;
  item: VisibleItem | null;
}

/** Where a contribution comes from, as far as the actor sees it. */
export async function findOrigin(db: Db, actor: Actor, facts: ContributionFacts): Promise<OriginFacts> {
  if (!facts.round) return { roundIsShared: false, session: null, item: null };
  const shared = await sharedRounds(db).where("round.id", "=", facts.round.id).executeTakeFirst();
  const [session = null] = await readSessionFacts(
    sessionsVisibleTo(db, actor).where("session.id", "=", facts.sessionId),
  );
  const item = session && facts.itemId ? await findVisibleItem(db, actor, session, facts.itemId) : null;
  return { roundIsShared: shared !== undefined, session, item };
}

import { seesActionPoint } from "#app/domain/access/action-point.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { seesAgendaItem } from "#app/domain/access/agenda-item.ts";
import { seesMinutes } from "#app/domain/access/minutes.ts";
import { seesSession } from "#app/domain/access/session.ts";
import type { ProceedingKind } from "#app/domain/codes.ts";
import { reviewWeights } from "#app/domain/search/answer/record-weight.ts";
import type { Store } from "#db/store.ts";

/** Something of a session that somebody sees, without its texts. */
export interface NaiveProceeding {
  kind: ProceedingKind;
  id: string;
  at: string;
  weight: number;
  groupId: string;
  beneficiary: string | null;
  round: string;
  session: string | null;
}

/** An invitation that holds, as `currentAudience` of the naive search gives it. */
interface Invited {
  session_id: string;
  account_id: string;
  part: string;
}

const weights = { draft: reviewWeights.none, circulated: reviewWeights.complete, final: reviewWeights.checked };

/** Whatever belongs to sessions and somebody sees, asked one by one. */
export async function visibleProceedings(
  { read: db }: Store,
  actor: Actor,
  invited: readonly Invited[],
): Promise<NaiveProceeding[]> {
  const sessions = await db.selectFrom("session").selectAll().execute();
  const beneficiaries = await db.selectFrom("beneficiary").select(["id", "code"]).execute();
  const items = await db.selectFrom("agenda_item").selectAll().execute();
  const states = await db.selectFrom("minutes").selectAll().execute();
  const of = (sessionId: string, itemId: string | null) => {
    const session = sessions.find(({ id }) => id === sessionId)!;
    const people = invited.filter(({ session_id }) => session_id === sessionId);
    const groupId = session.group_id;
    return {
      session: { groupId, audience: people.map(({ account_id }) => account_id) },
      leaders: people.flatMap(({ part, account_id }) => (part === "consultant" ? [account_id] : [])),
      internal: items.find(({ id }) => id === itemId)?.visibility === "internal",
      state: states.find(({ session_id }) => session_id === sessionId)?.state ?? ("draft" as const),
      cancelled: session.status === "cancelled",
      groupId,
      beneficiary: beneficiaries.find(({ id }) => id === session.beneficiary_id)?.code ?? null,
      round: session.round_id,
    };
  };
  const told = (kind: ProceedingKind, id: string, sessionId: string, itemId: string | null, at: string, weight = 0) => {
    const { session, groupId, beneficiary, round } = of(sessionId, itemId);
    const seen = seesSession(actor, session) ? sessionId : null;
    return { kind, id, at, weight, groupId, beneficiary, round, session: seen };
  };
  const reads = (sessionId: string, itemId: string | null) => {
    const about = of(sessionId, itemId);
    return seesMinutes(actor, { ...about, isDraft: about.state === "draft" });
  };
  const texts = await db.selectFrom("minutes_text").selectAll().where("body", "<>", "").execute();
  const decisions = await db.selectFrom("decision").selectAll().where("removed_at", "is", null).execute();
  const actions = await db.selectFrom("action_point").selectAll().execute();
  return [
    ...items
      .filter(({ id, session_id, removed_at }) => {
        const about = of(session_id, id);
        return removed_at === null && !about.cancelled && seesAgendaItem(actor, about);
      })
      .map(({ id, session_id }) => told("agenda-item", id, session_id, id, "")),
    ...texts
      .filter(({ session_id, item_id }) => reads(session_id, item_id))
      .map(({ session_id, item_id, updated_at }) =>
        told("minutes", `minutes-${item_id}`, session_id, item_id, updated_at, weights[of(session_id, null).state]),
      ),
    ...decisions
      .filter(({ session_id, item_id }) => reads(session_id, item_id))
      .map(({ id, session_id, item_id, created_at }) =>
        told("decision", id, session_id, item_id, created_at, weights[of(session_id, null).state]),
      ),
    ...actions
      .filter((point) =>
        seesActionPoint(actor, {
          ...of(point.session_id, point.item_id),
          ownerId: point.owner_id,
          delegationId: point.delegation_id,
        }),
      )
      .map(({ id, session_id, item_id, created_at }) => told("action-point", id, session_id, item_id, created_at)),
  ];
}

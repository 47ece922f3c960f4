import { seesActionPoint } from "#app/domain/access/action-point.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { type AgendaItemAccess, seesAgendaItem } from "#app/domain/access/agenda-item.ts";
import { seesMinutes } from "#app/domain/access/minutes.ts";
import { isInAudience } from "#app/domain/access/session.server.ts";
import { seesSession } from "#app/domain/access/session.ts";
import type { DisclosedValues, Profile, SourceView } from "#app/domain/search/sources.ts";
import type { Db } from "#db/store.ts";

/** What decides who sees something of a session: in every profile of one, under these names. */
export interface ProceedingAccess extends Record<string, string | null> {
  sessionId: string;
  roundId: string;
  /** Code of the beneficiary whose delegation was met. */
  beneficiary: string | null;
  /** "1" for an internal item and what is under it. */
  internal: "1" | null;
  /** State of the minutes it belongs to; null for what is there whatever their state. */
  state: string | null;
  ownerId: string | null;
  delegationId: string | null;
}

/** What one viewer sees of sessions, by profiles, as things are now. */
export async function viewProceedings(db: Db, actor: Actor): Promise<SourceView> {
  if (actor.accountId === null || actor.memberships.length === 0) return new ProceedingView(actor, []);
  const rows = await db
    .selectFrom("session_person")
    .select(["session_id", "part"])
    .where("account_id", "=", actor.accountId)
    .where((eb) => isInAudience(eb))
    .orderBy("session_id")
    .execute();
  return new ProceedingView(
    actor,
    rows.map(({ session_id, part }) => [session_id, part === "consultant"]),
  );
}

class ProceedingView implements SourceView {
  readonly key: string;
  private readonly actor: Actor;
  /** Sessions the viewer is in the audience of, and whether as a consultant. */
  private readonly attended: ReadonlyMap<string, boolean>;

  constructor(actor: Actor, attended: readonly (readonly [session: string, leads: boolean])[]) {
    this.key = JSON.stringify(attended);
    this.actor = actor;
    this.attended = new Map(attended);
  }

  sees(profile: Profile): boolean {
    const { state, ownerId, delegationId } = profile.access as ProceedingAccess;
    const access = this.accessTo(profile);
    if (profile.kind === "action-point") return seesActionPoint(this.actor, { ...access, ownerId, delegationId });
    return state === null
      ? seesAgendaItem(this.actor, access)
      : seesMinutes(this.actor, { ...access, isDraft: state === "draft" });
  }

  /** Who sees it is told where it comes from; an owner who was not there does not see the session. */
  disclosed(profile: Profile): DisclosedValues {
    const { sessionId, roundId, beneficiary } = profile.access as ProceedingAccess;
    const isSeen = seesSession(this.actor, this.accessTo(profile).session);
    const session = isSeen ? sessionId : null;
    return { beneficiary, institution: null, round: roundId, session, day: true, versions: null };
  }

  private accessTo({ groupId, access }: Profile): AgendaItemAccess {
    const { sessionId, internal } = access as ProceedingAccess;
    const leads = this.attended.get(sessionId);
    const own = this.actor.accountId === null ? [] : [this.actor.accountId];
    return {
      session: { groupId: groupId ?? "", audience: leads === undefined ? [] : own },
      internal: internal !== null,
      leaders: leads === true ? own : [],
    };
  }
}

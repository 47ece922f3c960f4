import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { isRecordClosed } from "#app/domain/sessions/closed-record.server.ts";
import { type Agenda, agendaOf } from "#app/domain/sessions/find-agenda.server.ts";
import { findSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { findInvited, findOrganisers, type PersonInSession } from "#app/domain/sessions/session-people.server.ts";
import { relationsToSession } from "#app/domain/sessions/session-relations.server.ts";
import { isOver } from "#app/domain/sessions/session-state.ts";
import type { Db } from "#db/store.ts";

/** A session with everything that stands on its page but what was captured in it. */
export interface SessionOnPage extends SessionFacts {
  over: boolean;
  agenda: Agenda;
  people: PersonInSession[];
  may: { change: boolean; cancel: boolean; editAgenda: boolean; post: boolean };
}

/**
 * A session with its agenda and its people.
 * @throws NotFound for everybody who is neither invited nor an organiser of the group
 */
export async function findSession(db: Db, actor: Actor, sessionId: string, now: Date): Promise<SessionOnPage> {
  const session = await findSessionFacts(db, actor, sessionId);
  const { cancelled, groupId } = session;
  const subject = { groupId, relations: await relationsToSession(db, actor, session) };
  const over = isOver(session, now);
  const agenda = await agendaOf(db, actor, session);
  const invited = (await findInvited(db, [sessionId])).get(sessionId) ?? [];
  const ids = new Set(invited.map(({ accountId }) => accountId));
  const organisers = (await findOrganisers(db, groupId)).filter(({ accountId }) => !ids.has(accountId));
  return {
    ...session,
    over,
    agenda,
    people: [...invited, ...organisers],
    may: {
      change: !cancelled && can(actor, "session.change", subject),
      cancel: !cancelled && !over && can(actor, "session.cancel", subject),
      editAgenda: !cancelled && can(actor, "agenda.edit", subject) && !(await isRecordClosed(db, sessionId)),
      post: !cancelled && can(actor, "contribution.post", subject),
    },
  };
}

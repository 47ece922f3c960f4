import { findActor } from "#app/domain/access/find-actor.server.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import { defineMail, type MailDefinition, type Sending } from "#app/domain/mail/define-mail.ts";
import { readSessionFacts, type SessionFacts, type SessionQuery } from "#app/domain/sessions/session-facts.server.ts";
import type { Instant } from "#db/schema/columns.ts";

/** What a mail keeps of a session, as it was when the mail was queued: a later move makes another mail. */
export type SessionThen = Pick<SessionFacts, "startsAt" | "endsAt" | "zone" | "sequence" | "joinLink">;

/** A mail about a session; its facts are those of now but for what it keeps. */
export type SessionMail<More = unknown> = MailDefinition<SessionThen & More, SessionFacts>;

export const sessionScheduled = aboutSession("session-scheduled");
export const sessionMoved = aboutSession<{ previousStartsAt: Instant }>("session-moved");
export const sessionChanged = aboutSession("session-changed");
export const sessionCancelled = aboutSession<{ reason: string }>("session-cancelled");
/** To somebody who left: they knew of the session, and it goes from their calendar. */
export const sessionLeft = aboutSession("session-left", sessionsLeftBy);

/** What a mail keeps of a session. */
export function keptOf({ startsAt, endsAt, zone, sequence, joinLink }: SessionFacts): SessionThen {
  return { startsAt, endsAt, zone, sequence, joinLink };
}

function aboutSession<More = unknown>(name: string, knownTo = sessionsSeenBy): SessionMail<More> {
  return defineMail<SessionThen & More, SessionFacts>({
    name,
    subjectType: "session",
    find: async (sending, { startsAt, endsAt, zone, sequence, joinLink }) => {
      const [session] = await readSessionFacts(await knownTo(sending));
      return session ? { ...session, startsAt, endsAt, zone, sequence, joinLink } : null;
    },
  });
}

async function sessionsSeenBy({ db, recipientId, subjectId }: Sending): Promise<SessionQuery> {
  return sessionsVisibleTo(db, await findActor(db, recipientId)).where("session.id", "=", subjectId);
}

async function sessionsLeftBy({ db, recipientId, subjectId }: Sending): Promise<SessionQuery> {
  const left = db
    .selectFrom("session_person")
    .select("session_id")
    .where("account_id", "=", recipientId)
    .where("removed_at", "is not", null);
  return db.selectFrom("session").where("session.id", "=", subjectId).where("session.id", "in", left);
}

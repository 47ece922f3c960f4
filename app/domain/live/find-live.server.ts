import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import type { ContributionFacts } from "#app/domain/knowledge/contribution-facts.server.ts";
import { findCaptures } from "#app/domain/knowledge/find-captures.server.ts";
import { findCourse } from "#app/domain/live/find-course.server.ts";
import { findLiveNews } from "#app/domain/live/find-live-news.server.ts";
import { findWait, type Wait } from "#app/domain/live/find-wait.server.ts";
import type { LiveCourse } from "#app/domain/live/live-course.ts";
import { type AttendingPerson, attendingPeople } from "#app/domain/minutes/find-attendance.server.ts";
import { findMinutes, type MinutedItem, type Minutes } from "#app/domain/minutes/find-minutes.server.ts";
import { type BeneficiaryFacts, findBeneficiaryFacts } from "#app/domain/programme/beneficiary-facts.server.ts";
import { type AgendaEntry, agendaOf } from "#app/domain/sessions/find-agenda.server.ts";
import { relationsToSession } from "#app/domain/sessions/session-relations.server.ts";
import { LONGEST_OVERTIME } from "#app/domain/sessions/session-state.ts";
import { sure } from "#app/sure.ts";
import type { Db } from "#db/store.ts";

/** An agenda item while the session goes on. */
export interface LiveItem extends MinutedItem {
  /** Its minutes as they are typed; null for who does not write them. */
  body: string | null;
}

/** A session while it goes on, for somebody who sees it. */
export interface Live extends Pick<Minutes, "session" | "record" | "begun" | "isShown"> {
  course: LiveCourse;
  /** As somebody sees them: internal ones for those who lead. */
  items: LiveItem[];
  people: AttendingPerson[];
  /** In the order of capture. */
  captures: ContributionFacts[];
  wait: Wait | null;
  /** Of whom something can be captured, where the session does not say. */
  delegations: BeneficiaryFacts[] | null;
  may: { run: boolean; write: boolean; post: boolean };
  /** Who has another one has seen something else. */
  version: string;
}

/**
 * The live page of a session that the actor sees.
 * @throws NotFound
 */
export async function findLive(db: Db, actor: Actor, sessionId: string, now: Date): Promise<Live> {
  const minutes = await findMinutes(db, actor, sessionId, now);
  const { session, record, begun, isShown, may } = minutes;
  const subject = { groupId: session.groupId, relations: await relationsToSession(db, actor, session) };
  const isInTime = begun && now.getTime() <= Date.parse(session.endsAt) + LONGEST_OVERTIME;
  const isOpen = !session.cancelled && record.state !== "final";
  const membership = sure(membershipIn(actor, session.groupId));
  const isOfNone = session.beneficiary === null && membership.role !== "participant";
  return {
    ...{ session, record, begun, isShown },
    course: await findCourse(db, session, now),
    items: await itemsOf(db, actor, minutes),
    people: await attendingPeople(db, session),
    captures: await findCaptures(db, actor, session.id),
    wait: await findWait(db, session, now),
    version: (await findLiveNews(db, session, can(actor, "minutes.write", subject) ? "leads" : "sees", now)).version,
    delegations: isOfNone ? await findBeneficiaryFacts(db, membership.programmeId) : null,
    may: {
      run: isOpen && isInTime && can(actor, "session.run", subject),
      write: may.write,
      post: !session.cancelled && can(actor, "contribution.post", subject),
    },
  };
}

async function itemsOf(db: Db, actor: Actor, { session, isShown, items, may }: Minutes): Promise<LiveItem[]> {
  if (!isShown) return (await agendaOf(db, actor, session)).items.map((item) => ({ ...unwritten(item), body: null }));
  const bodies = may.write ? await bodiesOf(db, session.id) : null;
  return items.map((item) => ({ ...item, body: bodies && (bodies.get(item.id) ?? "") }));
}

function unwritten(item: AgendaEntry): MinutedItem {
  return { ...item, bodyHtml: "", revision: 0, written: null, corrections: [] };
}

async function bodiesOf(db: Db, sessionId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("minutes_text")
    .select(["item_id", "body"])
    .where("session_id", "=", sessionId)
    .execute();
  return new Map(rows.map(({ item_id, body }) => [item_id, body]));
}

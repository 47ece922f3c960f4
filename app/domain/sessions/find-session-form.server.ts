import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import { findOpenInvitations } from "#app/domain/people/find-invitation.server.ts";
import { type BeneficiaryFacts, findBeneficiaryFacts } from "#app/domain/programme/beneficiary-facts.server.ts";
import { findRoundFacts, type RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { findParts } from "#app/domain/sessions/audience.server.ts";
import { findGroupPeople, type GroupPerson } from "#app/domain/sessions/find-group-people.server.ts";
import { findDelegationsHeld } from "#app/domain/sessions/find-sessions.server.ts";
import { findTemplates, type TemplateFacts } from "#app/domain/sessions/find-templates.server.ts";
import { mayBeDelegate, mayInterpret, type Part } from "#app/domain/sessions/invited-people.ts";
import {
  type CarriedOver,
  findCarriedOver,
  proposeTimes,
  USUAL_MINUTES,
} from "#app/domain/sessions/propose-session.server.ts";
import { findSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { isOver, refuseCancelled } from "#app/domain/sessions/session-state.ts";
import { sessionValues } from "#app/domain/sessions/session-values.ts";
import type { Labels } from "#app/i18n/labels.ts";
import { sure } from "#app/sure.ts";
import type { Db } from "#db/store.ts";

/** Somebody who can be invited. */
export interface PersonOption {
  id: string;
  name: string;
  institution: Labels | null;
  /** Still invited although the membership has ended. */
  former: boolean;
}

/** Who can be invited to a session, by part. Unsorted: the viewer's language decides the order. */
export interface PeopleOptions {
  delegates: PersonOption[];
  consultants: PersonOption[];
  interpreters: PersonOption[];
}

/** Names of those who were invited into a group as consultants and have not accepted yet. */
export async function findAwaitedConsultants(db: Db, actor: Actor, groupId: string, now: Date): Promise<string[]> {
  const open = await findOpenInvitations(db, actor, groupId, now);
  return open.filter(({ role }) => role === "consultant").map(({ name }) => name);
}

/** A delegation of the programme: how many members could come, and how many sessions the round has with it. */
export interface DelegationOption extends BeneficiaryFacts {
  members: number;
  sessions: number;
}

/** What the form of a new session offers: first with whom, then the rest. */
export interface NewSessionOptions extends PeopleOptions {
  round: RoundFacts;
  /** Names of consultants who are invited and have not accepted yet. */
  awaited: string[];
  templates: TemplateFacts[];
  delegations: DelegationOption[];
  /** The delegation, null for a plenary, undefined until that is known. */
  chosen: BeneficiaryFacts | null | undefined;
  /** When it could be, in what is free of the round. */
  proposed: { date: string; time: string };
  /** What the session before gives to this one; null for the first. */
  carried: CarriedOver | null;
}

/** What "a plenary" is called in the address of the form. */
export const PLENARY_CODE = "plenary";

/**
 * What the form of a new session offers.
 * @param code of the delegation, `plenary`, or null while nobody has chosen
 * @param like the session that was scheduled just before, whose terms it takes over
 * @throws NotFound, Forbidden
 */
export async function findNewSessionForm(
  db: Db,
  actor: Actor,
  roundId: string,
  { code, like }: { code: string | null; like: string | null },
  now: Date,
): Promise<NewSessionOptions> {
  const round = await findRoundFacts(db, actor, roundId);
  authorise(actor, "session.schedule", { groupId: round.groupId });
  const beneficiaries = await findBeneficiaryFacts(db, sure(membershipIn(actor, round.groupId)).programmeId);
  const people = await findGroupPeople(db, round.groupId);
  const held = await findDelegationsHeld(db, round.id);
  const chosen = chosenOf(code, beneficiaries);
  const carried = like === null ? null : await findCarriedOver(db, actor, round.id, like);
  const minutes = carried ? Number(carried.values.minutes) : USUAL_MINUTES;
  const [proposed] = await proposeTimes(db, actor, round, { count: 1, minutes, before: carried?.before }, now);
  return {
    round,
    ...peopleOptions(people, chosen?.id ?? null),
    awaited: await findAwaitedConsultants(db, actor, round.groupId, now),
    templates: await findTemplates(db, round.groupId),
    delegations: beneficiaries
      .filter(({ retiredAt }) => retiredAt === null)
      .map((beneficiary) => ({
        ...beneficiary,
        members: people.filter((person) => mayBeDelegate(person, beneficiary.id)).length,
        sessions: held.filter((id) => id === beneficiary.id).length,
      })),
    chosen,
    proposed: sure(proposed),
    carried: carried?.values ?? null,
  };
}

function chosenOf(code: string | null, beneficiaries: readonly BeneficiaryFacts[]) {
  if (code === null) return undefined;
  if (code === PLENARY_CODE) return null;
  const found = beneficiaries.find((beneficiary) => beneficiary.code === code);
  if (!found) throw new NotFound("delegation");
  return found;
}

/** A session as its form shows it, and what the form offers. */
export interface SessionOptions extends PeopleOptions {
  session: SessionFacts;
  round: RoundFacts;
  over: boolean;
  stored: ReturnType<typeof sessionValues>;
}

/**
 * A session as its form shows it, and what the form offers. Who is invited stays on the list when the membership ended.
 * @throws NotFound, Forbidden, Refused when it was cancelled
 */
export async function findSessionForm(db: Db, actor: Actor, sessionId: string, now: Date): Promise<SessionOptions> {
  const session = await findSessionFacts(db, actor, sessionId);
  authorise(actor, "session.change", { groupId: session.groupId });
  refuseCancelled(session);
  const people = await findGroupPeople(db, session.groupId);
  const parts = await findParts(db, session.id);
  const options = peopleOptions(people, session.beneficiary?.id ?? null);
  const lists = { delegate: options.delegates, consultant: options.consultants, interpreter: options.interpreters };
  for (const { part, ...person } of await findFormer(db, people, parts)) lists[part].push(person);
  return {
    session,
    round: await findRoundFacts(db, actor, session.round.id),
    ...options,
    over: isOver(session, now),
    stored: sessionValues(session, parts),
  };
}

async function findFormer(db: Db, people: readonly GroupPerson[], parts: ReadonlyMap<string, Part>) {
  const members = new Set(people.map(({ accountId }) => accountId));
  const former = [...parts.keys()].filter((id) => !members.has(id));
  if (former.length === 0) return [];
  const rows = await db.selectFrom("account").select(["id", "name"]).where("id", "in", former).orderBy("id").execute();
  return rows.map(({ id, name }) => ({ id, name, institution: null, former: true, part: sure(parts.get(id)) }));
}

/** Who can be invited, by part, to a session with a delegation. */
export function peopleOptions(people: readonly GroupPerson[], beneficiaryId: string | null): PeopleOptions {
  const options = (fits: (person: GroupPerson) => boolean) =>
    people
      .filter(fits)
      .map(({ accountId, name, institution }) => ({ id: accountId, name, institution, former: false }));
  return {
    delegates: options((person) => mayBeDelegate(person, beneficiaryId)),
    consultants: options(({ role }) => role === "consultant"),
    interpreters: options(mayInterpret),
  };
}

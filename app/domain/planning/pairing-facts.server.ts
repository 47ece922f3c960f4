import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import type { Attribution } from "#app/domain/codes.ts";
import { type BeneficiaryFacts, findBeneficiaryFacts } from "#app/domain/programme/beneficiary-facts.server.ts";
import type { RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { findGroupPeople, type GroupPerson } from "#app/domain/sessions/find-group-people.server.ts";
import { mayBeDelegate, type Part } from "#app/domain/sessions/invited-people.ts";
import { readSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { findInvited } from "#app/domain/sessions/session-people.server.ts";
import { minutesBetween } from "#app/domain/sessions/session-time.server.ts";
import { sure } from "#app/sure.ts";
import type { Db } from "#db/store.ts";

/** Somebody who must be in the session of a pairing. */
export interface PairingPerson {
  accountId: string;
  name: string;
  part: Part;
}

/** "These must meet", with the session that came of it. */
export interface PairingFacts {
  id: string;
  /** Null for a plenary. */
  beneficiary: BeneficiaryFacts | null;
  minutes: number;
  language: string;
  templateId: string | null;
  /** The session whose agenda it takes, in place of the template. */
  agendaOf: string | null;
  attribution: Attribution;
  joinLink: string | null;
  /** Everybody of the delegation comes, whoever they are by then. */
  allDelegates: boolean;
  revision: number;
  people: PairingPerson[];
  /** Its scheduled session, which from then on says who, how long and in which language. */
  session: SessionFacts | null;
}

/**
 * The pairings of a round for an organiser of its group: delegations in the order of the programme, plenaries first.
 * What was cancelled is not to be planned again. Who has left the group is not among the people any more.
 */
export async function findPairings(db: Db, actor: Actor, round: RoundFacts): Promise<PairingFacts[]> {
  const rows = await db
    .selectFrom("pairing")
    .selectAll()
    .where("round_id", "=", round.id)
    .where(({ or, not, exists, selectFrom }) => {
      const held = selectFrom("session").select("session.id").whereRef("session.pairing_id", "=", "pairing.id");
      return or([not(exists(held)), exists(held.where("session.status", "=", "scheduled"))]);
    })
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  if (rows.length === 0) return [];
  const sessions = await sessionsOf(db, actor, round);
  const invited = await findInvited(
    db,
    [...sessions.values()].map(({ id }) => id),
  );
  const members = await findGroupPeople(db, round.groupId);
  const chosen = await findChosen(db, round.id);
  const beneficiaries = await findBeneficiaryFacts(db, sure(membershipIn(actor, round.groupId)).programmeId);
  const facts = rows.map((row): PairingFacts => {
    const session = sessions.get(row.id) ?? null;
    const beneficiary = beneficiaries.find(({ id }) => id === row.beneficiary_id) ?? null;
    const ownPeople = session
      ? sure(invited.get(session.id)).flatMap((one) => (one.part === "organiser" ? [] : [{ ...one, part: one.part }]))
      : peopleOf(row, chosen.get(row.id) ?? new Map(), members);
    return {
      id: row.id,
      beneficiary,
      minutes: session ? minutesBetween(session.startsAt, session.endsAt) : row.minutes,
      language: session?.language ?? row.language,
      templateId: row.template_id,
      agendaOf: row.agenda_of,
      attribution: session?.attribution ?? row.attribution,
      joinLink: session ? session.joinLink : row.join_link,
      allDelegates: row.all_delegates === 1,
      revision: row.revision,
      people: ownPeople.map(({ accountId, name, part }) => ({ accountId, name, part })),
      session,
    };
  });
  const position = ({ beneficiary }: PairingFacts) => beneficiary?.position ?? -1;
  return facts.sort((a, b) => position(a) - position(b));
}

/** The scheduled sessions of a round by their pairings. */
async function sessionsOf(db: Db, actor: Actor, round: RoundFacts): Promise<Map<string, SessionFacts>> {
  const visible = () =>
    sessionsVisibleTo(db, actor).where("session.round_id", "=", round.id).where("session.status", "=", "scheduled");
  const facts = new Map((await readSessionFacts(visible())).map((session) => [session.id, session]));
  const rows = await visible().select(["session.id", "session.pairing_id"]).orderBy("session.id").execute();
  return new Map(rows.map(({ id, pairing_id }) => [pairing_id, sure(facts.get(id))]));
}

/** The people chosen for pairings of a round, by pairing and account. */
async function findChosen(db: Db, roundId: string): Promise<Map<string, Map<string, Part>>> {
  const rows = await db
    .selectFrom("pairing_person")
    .innerJoin("pairing", "pairing.id", "pairing_person.pairing_id")
    .select(["pairing_person.pairing_id", "pairing_person.account_id", "pairing_person.part"])
    .where("pairing.round_id", "=", roundId)
    .orderBy("pairing_person.pairing_id")
    .orderBy("pairing_person.account_id")
    .execute();
  const chosen = new Map<string, Map<string, Part>>();
  for (const { pairing_id, account_id, part } of rows) {
    const people = chosen.get(pairing_id) ?? new Map<string, Part>();
    chosen.set(pairing_id, people.set(account_id, part));
  }
  return chosen;
}

function peopleOf(
  row: { beneficiary_id: string | null; all_delegates: number },
  chosen: ReadonlyMap<string, Part>,
  members: readonly GroupPerson[],
): PairingPerson[] {
  return members.flatMap((member): PairingPerson[] => {
    const { accountId, name } = member;
    const part = chosen.get(accountId);
    if (part) return [{ accountId, name, part }];
    const comes = row.all_delegates === 1 && mayBeDelegate(member, row.beneficiary_id);
    return comes ? [{ accountId, name, part: "delegate" }] : [];
  });
}

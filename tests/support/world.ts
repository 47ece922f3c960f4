import type { Actor, Role } from "#app/domain/access/actor.ts";
import { findActor } from "#app/domain/access/find-actor.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { inEnglish } from "#tests/support/factories/given.ts";
import { aMembership, anAccount } from "#tests/support/factories/people.ts";
import { aBeneficiary, aGroup, anInstitution, aProgramme } from "#tests/support/factories/programme.ts";
import { aRound } from "#tests/support/factories/rounds.ts";

/** People by what they are; each is an account id. `other...` belong to the second group alone. */
export interface World {
  programmeId: string;
  groupId: string;
  otherGroupId: string;
  beneficiaries: { al: string; ba: string; xk: string };
  institutions: { ba: string; al: string };
  roundId: string;
  people: {
    administrator: string;
    organiser: string;
    consultant: string;
    secondConsultant: string;
    observer: string;
    participantAl: string;
    participantBa: string;
    speakerAl: string;
    speakerBa: string;
    otherOrganiser: string;
    otherConsultant: string;
    otherParticipantBa: string;
  };
  actor: (accountId: string | null) => Promise<Actor>;
}
type Person = keyof World["people"];

/** Members of the first group. */
export const peopleOfGroup = [
  "organiser",
  "consultant",
  "secondConsultant",
  "observer",
  "participantAl",
  "participantBa",
  "speakerAl",
  "speakerBa",
] as const satisfies Person[];

/**
 * A small world on a migrated store: one programme, two groups, three beneficiaries, somebody of every kind, a round.
 */
export async function world(store: Store): Promise<World> {
  const made = await writeTransaction(store, async (db) => {
    const programmeId = await aProgramme(db);
    const beneficiary = (code: string, name: string, position: number, marked = {}) =>
      aBeneficiary(db, { programme_id: programmeId, code, names: inEnglish(name), position, ...marked });
    const beneficiaries = {
      al: await beneficiary("al", "Albania", 0),
      ba: await beneficiary("ba", "Bosnia and Herzegovina", 1),
      xk: await beneficiary("xk", "Kosovo", 2, { mark: "*", footnote: inEnglish("A footnote.") }),
    };
    const institution = (code: "al" | "ba") =>
      anInstitution(db, {
        ...{ programme_id: programmeId, beneficiary_id: beneficiaries[code] },
        names: inEnglish(`Probation service ${code}`),
      });
    const institutions = { ba: await institution("ba"), al: await institution("al") };
    const groupId = await aGroup(db, { programme_id: programmeId, slug: "release", code: "REL", position: 0 });
    const otherGroupId = await aGroup(db, { programme_id: programmeId, slug: "training", code: "TRN", position: 1 });
    const join = async (name: Person, role: Role, code?: "al" | "ba", speaks: 0 | 1 = 0) => {
      const account_id = await anAccount(db, { name });
      const group_id = name.startsWith("other") ? otherGroupId : groupId;
      const from = { beneficiary_id: code && beneficiaries[code], institution_id: code && institutions[code], speaks };
      await aMembership(db, { account_id, group_id, role, ...from });
      return account_id;
    };
    const people = {
      administrator: await anAccount(db, { name: "administrator", is_administrator: 1 }),
      organiser: await join("organiser", "organiser"),
      consultant: await join("consultant", "consultant"),
      secondConsultant: await join("secondConsultant", "consultant"),
      observer: await join("observer", "observer"),
      participantAl: await join("participantAl", "participant", "al"),
      participantBa: await join("participantBa", "participant", "ba"),
      speakerAl: await join("speakerAl", "participant", "al", 1),
      speakerBa: await join("speakerBa", "participant", "ba", 1),
      otherOrganiser: await join("otherOrganiser", "organiser"),
      otherConsultant: await join("otherConsultant", "consultant"),
      otherParticipantBa: await join("otherParticipantBa", "participant", "ba"),
    };
    const roundId = await aRound(db, { group_id: groupId, created_by: people.organiser });
    return { programmeId, groupId, otherGroupId, beneficiaries, institutions, roundId, people };
  });
  return { ...made, actor: (accountId) => findActor(store.read, accountId) };
}

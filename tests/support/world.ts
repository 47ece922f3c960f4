import type { Actor, Role } from "#app/domain/access/actor.ts";
import { findActor } from "#app/domain/access/find-actor.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";

const then = "2026-01-01T00:00:00.000Z";

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

/** A small world on a migrated store: one programme, two groups, three beneficiaries, somebody of every kind, a round. */
export async function world(store: Store): Promise<World> {
  const programmeId = newId();
  const groups = [newId(), newId()] as const;
  const beneficiaries = { al: newId(), ba: newId(), xk: newId() };
  const institutions = { ba: newId(), al: newId() };
  const roundId = newId();
  const people = {} as World["people"];
  await writeTransaction(store, async (db) => {
    await db
      .insertInto("programme")
      .values({ id: programmeId, slug: "test", names: names("Test programme"), created_at: then })
      .execute();
    const rows = [
      { code: "al", id: beneficiaries.al, name: "Albania", mark: null },
      { code: "ba", id: beneficiaries.ba, name: "Bosnia and Herzegovina", mark: null },
      { code: "xk", id: beneficiaries.xk, name: "Kosovo", mark: "*" },
    ];
    for (const [position, { id, code, name, mark }] of rows.entries()) {
      const footnote = mark ? names("A footnote.") : null;
      await db
        .insertInto("beneficiary")
        .values({ id, programme_id: programmeId, code, names: names(name), mark, footnote, position })
        .execute();
    }
    for (const code of ["ba", "al"] as const) {
      await db
        .insertInto("institution")
        .values({
          id: institutions[code],
          programme_id: programmeId,
          beneficiary_id: beneficiaries[code],
          type: "probation",
          names: names(`Probation service ${code}`),
        })
        .execute();
    }
    for (const [position, id] of groups.entries()) {
      const slug = position === 0 ? "release" : "training";
      await db
        .insertInto("working_group")
        .values({
          id,
          programme_id: programmeId,
          slug,
          code: position === 0 ? "REL" : "TRN",
          names: names(slug),
          position,
          created_at: then,
        })
        .execute();
    }
    const join = async (
      key: keyof World["people"],
      role: Role | null,
      group = 0,
      code?: "al" | "ba" | "xk",
      speaks = false,
    ) => {
      const id = newId();
      people[key] = id;
      await db
        .insertInto("account")
        .values({
          id,
          address: `${key.toLowerCase()}@test.example`,
          name: key,
          locale: "en",
          zone: "Europe/Sarajevo",
          is_administrator: role ? 0 : 1,
          created_at: then,
        })
        .execute();
      if (!role) return;
      const institution_id = code === "ba" || code === "al" ? institutions[code] : null;
      await db
        .insertInto("membership")
        .values({
          id: newId(),
          account_id: id,
          group_id: groups[group]!,
          role,
          beneficiary_id: code ? beneficiaries[code] : null,
          institution_id,
          speaks: speaks ? 1 : 0,
          started_at: then,
        })
        .execute();
    };
    await join("administrator", null);
    await join("organiser", "organiser");
    await join("consultant", "consultant");
    await join("secondConsultant", "consultant");
    await join("observer", "observer");
    await join("participantAl", "participant", 0, "al");
    await join("participantBa", "participant", 0, "ba");
    await join("speakerAl", "participant", 0, "al", true);
    await join("speakerBa", "participant", 0, "ba", true);
    await join("otherOrganiser", "organiser", 1);
    await join("otherConsultant", "consultant", 1);
    await join("otherParticipantBa", "participant", 1, "ba");
    await db
      .insertInto("round")
      .values({
        id: roundId,
        group_id: groups[0],
        slug: "november",
        titles: names("November round"),
        format: "bilateral-online",
        zone: "Europe/Sarajevo",
        starts_on: "2026-11-04",
        ends_on: "2026-11-06",
        created_by: people.organiser,
        created_at: then,
      })
      .execute();
  });
  return {
    programmeId,
    groupId: groups[0],
    otherGroupId: groups[1],
    beneficiaries,
    institutions,
    roundId,
    people,
    actor: (accountId) => findActor(store.read, accountId),
  };
}

function names(text: string): string {
  return JSON.stringify({ en: text });
}

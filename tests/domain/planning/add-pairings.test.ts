import { expect, it } from "vitest";
import { addPairings } from "#app/domain/planning/add-pairings.server.ts";
import { changePairing, removePairing } from "#app/domain/planning/change-pairing.server.ts";
import { findPlan } from "#app/domain/planning/find-plan.server.ts";
import { pair, pairingsInput, planWorld } from "#tests/domain/planning/plan-world.ts";
import { join, schedule } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";

it("plans one with each delegation, tells nobody, and shows sessions made by hand beside them", async () => {
  const w = await planWorld(testStore());
  const [al] = await pair(w, { beneficiaryIds: [w.beneficiaries.al] });
  const session = await schedule(w);
  const sent = await w.store.read.selectFrom("outbox").select("subject_id").execute();
  expect(new Set(sent.map(({ subject_id }) => subject_id))).toEqual(new Set([session.id]));

  const later = await join(w.store, "late", "participant", w.groupId, w.beneficiaries.al);
  const { pairings } = await findPlan(w.store.read, w.organiser, w.roundId);
  const shown = pairings.map(({ beneficiary, people, session: held }) => ({
    ...{ code: beneficiary?.code, held: held?.id ?? null },
    people: people.map(({ accountId, part }) => `${part} ${accountId}`).sort(),
  }));
  const team = [`consultant ${w.people.consultant}`, `interpreter ${w.interpreter}`];
  const delegates = (...ids: string[]) => ids.map((id) => `delegate ${id}`);
  expect(shown).toEqual([
    {
      ...{ code: "al", held: null },
      people: [...team, ...delegates(later, w.people.participantAl, w.people.speakerAl)].sort(),
    },
    {
      ...{ code: "ba", held: session.id },
      people: [...team, ...delegates(w.people.participantBa, w.people.speakerBa)].sort(),
    },
  ]);
  expect(pairings[0]?.id).toBe(al);
});

it("names delegates where not all come, and keeps to what a session could be", async () => {
  const w = await planWorld(testStore());
  const [id = ""] = await pair(w, { beneficiaryIds: [w.beneficiaries.ba], delegateIds: [w.people.speakerBa] });
  const people = async () => {
    const [pairing] = (await findPlan(w.store.read, w.organiser, w.roundId)).pairings;
    return pairing?.people.filter(({ part }) => part === "delegate").map(({ accountId }) => accountId);
  };
  expect(await people()).toEqual([w.people.speakerBa]);
  const { beneficiaryIds: _, ...fields } = pairingsInput(w);
  const change = { ...fields, pairingId: id, revision: 1 };
  await changePairing(w.store, w.organiser, change);
  expect((await people())?.sort()).toEqual([w.people.participantBa, w.people.speakerBa].sort());
  await expect(changePairing(w.store, w.organiser, change)).rejects.toThrow("Changed meanwhile");
  await expect(pair(w, { consultantIds: [] })).rejects.toThrow("sessions.chooseConsultant");
  await expect(pair(w, { minutes: null })).rejects.toThrow("sessions.giveLength");
  await expect(pair(w, { delegateIds: [w.people.participantAl] })).rejects.toThrow("sessions.notAMember");

  await removePairing(w.store, w.organiser, { roundId: w.roundId, pairingId: id });
  expect((await findPlan(w.store.read, w.organiser, w.roundId)).pairings).toEqual([]);
});

it("is for organisers of the group, and leaves what has a session to the session", async () => {
  const w = await planWorld(testStore());
  const stranger = await w.actor(w.people.otherOrganiser);
  await expect(addPairings(w.store, w.participant, pairingsInput(w))).rejects.toThrow("Not allowed: round.plan");
  await expect(addPairings(w.store, stranger, pairingsInput(w))).rejects.toThrow("No such round");
  await expect(findPlan(w.store.read, w.participant, w.roundId)).rejects.toThrow("Not allowed: round.plan");
  await schedule(w);
  const [held] = (await findPlan(w.store.read, w.organiser, w.roundId)).pairings;
  const ids = { roundId: w.roundId, pairingId: held?.id ?? "" };
  await expect(removePairing(w.store, w.organiser, ids)).rejects.toThrow("No such pairing");
});

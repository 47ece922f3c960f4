import { expect, it } from "vitest";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { findStandingOptions } from "#app/domain/people/find-standing-options.server.ts";
import { decideFate, fateOf } from "#app/domain/programme/retire-party.server.ts";
import { standingChoices } from "#app/views/people/standing-choices.ts";
import { writeTransaction } from "#db/store.ts";
import { aBeneficiary, anInstitution } from "#tests/support/factories/programme.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";
import { world } from "#tests/support/world.ts";

it("removes what nothing names, and what is named is only offered no longer", async () => {
  const store = testStore();
  const w = await world(store);
  const administrator = await w.actor(w.people.administrator);
  const made = await writeTransaction(store, async (db) => {
    const beneficiary = await aBeneficiary(db, { programme_id: w.programmeId, code: "zz" });
    return {
      beneficiary,
      institution: await anInstitution(db, { programme_id: w.programmeId, beneficiary_id: beneficiary }),
    };
  });
  const fate = (party: "beneficiary" | "institution", id: string) => fateOf(store.read, administrator, party, id);
  // Its institution names it.
  expect([await fate("beneficiary", made.beneficiary), await fate("institution", made.institution)]).toEqual([
    "retire",
    "remove",
  ]);
  const early = { party: "beneficiary", id: made.beneficiary, fate: "remove" } as const;
  await expect(decideFate(store, administrator, early)).rejects.toThrow(Conflict);
  await decideFate(store, administrator, { party: "institution", id: made.institution, fate: "remove" });
  await decideFate(store, administrator, early);
  await expect(fate("beneficiary", made.beneficiary)).rejects.toThrow(NotFound);
  const organiser = await w.actor(w.people.organiser);
  await expect(fateOf(store.read, organiser, "beneficiary", w.beneficiaries.ba)).rejects.toThrow(NotFound);
});

it("offers a retired one to nobody but whom it is stored for, until it is restored", async () => {
  const store = testStore();
  const w = await world(store);
  const administrator = await w.actor(w.people.administrator);
  const { ba } = w.institutions;
  const offered = async (...kept: string[]) =>
    standingChoices(await findStandingOptions(store.read, w.programmeId), viewer(), kept).institutions.map(
      ({ id }) => id,
    );
  await decideFate(store, administrator, { party: "institution", id: ba, fate: "retire" });
  expect([(await offered()).includes(ba), (await offered(ba)).includes(ba)]).toEqual([false, true]);
  await decideFate(store, administrator, { party: "institution", id: ba, fate: "restore" });
  expect((await offered()).includes(ba)).toBe(true);
  const events = await store.read.selectFrom("audit_event").select("event").orderBy("seq").execute();
  expect(events.map(({ event }) => event)).toEqual(["institution.retired", "institution.restored"]);
});

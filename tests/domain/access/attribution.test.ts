import { expect, it } from "vitest";
import { sharedRounds } from "#app/domain/access/attribution.server.ts";
import {
  disclosedUnder,
  disclosesMore,
  disclosure,
  type SourcePart,
  stricter,
} from "#app/domain/access/attribution.ts";
import { attributions } from "#app/domain/codes.ts";
import { newId } from "#app/domain/identity.server.ts";
import { testStore } from "#tests/support/store.ts";
import { type World, world } from "#tests/support/world.ts";

const parts = Object.keys(disclosedUnder) as SourcePart[];
const disclosedTo = (attribution: (typeof attributions)[number], seesSource: boolean) =>
  parts.filter((part) => disclosure(attribution, seesSource)[part]);

it("discloses the less the stricter an attribution is", () => {
  expect(disclosedTo("person", false)).toEqual(parts.filter((part) => part !== "proceedings"));
  expect(disclosedTo("institution", false)).toEqual(
    parts.filter((part) => part !== "proceedings" && part !== "person"),
  );
  expect(disclosedTo("beneficiary", false)).toEqual(["beneficiary", "speakers", "day", "round", "externalId"]);
  expect(disclosedTo("group", false)).toEqual([]);
});

it("discloses everything to those who see the source", () => {
  for (const attribution of attributions) expect(disclosedTo(attribution, true)).toEqual(parts);
});

it("orders attributions by what they disclose", () => {
  expect(disclosesMore("person", "group")).toBe(true);
  expect(disclosesMore("institution", "institution")).toBe(false);
  expect(stricter("person", "beneficiary")).toBe("beneficiary");
  expect(stricter("group", "beneficiary")).toBe("group");
});

it("names a round where three delegations may have spoken", async () => {
  const store = testStore();
  const small = await world(store);
  const isShared = async () => (await sharedRounds(store.read).execute()).some(({ id }) => id === small.roundId);
  const { al, ba, xk } = small.beneficiaries;
  expect(await isShared()).toBe(false);
  await insertSession(small, al, "scheduled");
  await insertSession(small, ba, "scheduled");
  await insertSession(small, xk, "cancelled");
  expect(await isShared()).toBe(false);
  await insertSession(small, xk, "scheduled");
  expect(await isShared()).toBe(true);
  await store.close();

  async function insertSession(
    { groupId, roundId, people }: World,
    beneficiaryId: string,
    status: "scheduled" | "cancelled",
  ) {
    const at = "2026-02-01T00:00:00.000Z";
    const pairing = {
      id: newId(),
      round_id: roundId,
      beneficiary_id: beneficiaryId,
      minutes: 60,
      language: "en",
      created_at: at,
    };
    await store.writer.insertInto("pairing").values(pairing).execute();
    await store.writer
      .insertInto("session")
      .values({
        id: newId(),
        group_id: groupId,
        round_id: roundId,
        pairing_id: pairing.id,
        beneficiary_id: beneficiaryId,
        starts_at: "2026-11-04T08:00:00.000Z",
        ends_at: "2026-11-04T09:00:00.000Z",
        zone: "Europe/Sarajevo",
        wall_date: "2026-11-04",
        wall_time: "09:00",
        language: "en",
        status,
        created_by: people.organiser,
        created_at: at,
        updated_at: at,
      })
      .execute();
  }
});

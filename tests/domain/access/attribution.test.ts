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
import { writeTransaction } from "#db/store.ts";
import { aSession } from "#tests/support/factories/sessions.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const parts = Object.keys(disclosedUnder) as SourcePart[];
const disclosedTo = (attribution: (typeof attributions)[number], seesSource: boolean) =>
  parts.filter((part) => disclosure(attribution, seesSource)[part]);

it("discloses the less the stricter an attribution is", () => {
  expect(disclosedTo("person", false)).toEqual(parts.filter((part) => part !== "proceedings"));
  expect(disclosedTo("institution", false)).toEqual(
    parts.filter((part) => part !== "proceedings" && part !== "person"),
  );
  expect(disclosedTo("beneficiary", false)).toEqual([
    "beneficiary",
    "speakers",
    "day",
    "round",
    "language",
    "externalId",
  ]);
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
  const own = { group_id: small.groupId, round_id: small.roundId, created_by: small.people.organiser };
  const session = (beneficiary_id: string, status: "scheduled" | "cancelled") =>
    writeTransaction(store, (db) => aSession(db, { ...own, beneficiary_id, status }));
  expect(await isShared()).toBe(false);
  await session(al, "scheduled");
  await session(ba, "scheduled");
  await session(xk, "cancelled");
  expect(await isShared()).toBe(false);
  await session(xk, "scheduled");
  expect(await isShared()).toBe(true);
});

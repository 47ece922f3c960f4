import { expect, it } from "vitest";
import { askSharing } from "#app/domain/knowledge/ask-sharing.server.ts";
import { readSharing, readSharingRequest } from "#tests/domain/knowledge/read-contribution.ts";
import { answerOf, now, recordWorld, submitted } from "#tests/domain/knowledge/record-world.ts";
import { testStore, writing } from "#tests/support/store.ts";
import type { World } from "#tests/support/world.ts";

it("sharing names whom to ask where nobody speaks for the delegation", async () => {
  const store = testStore();
  const small = await recordWorld(store);
  const { number } = await submitted(store, small, "participantBa");
  await writing(store)
    .updateTable("membership")
    .set({ speaks: 0 })
    .where("account_id", "=", small.people.speakerBa)
    .execute();
  const author = await small.actor(small.people.participantBa);
  const { speakers, organisers } = await readSharing(store.read, author, number);
  expect({ speakers, organisers }).toEqual({ speakers: [], organisers: ["organiser"] });
});

it("the page of a request is there for those who may ask or decide, whoever reads the record", async () => {
  const store = testStore();
  const small = await recordWorld(store);
  const { number } = await submitted(store, small, "speakerBa", { wantedSharing: "group", attribution: "group" });
  const author = await small.actor(small.people.participantBa);
  const { requestId } = await askSharing(store, author, { number, level: "public", note: "Why not" }, now);
  const view = async (who: keyof World["people"]) =>
    answerOf(readSharingRequest(store.read, await small.actor(small.people[who]), requestId));
  expect(await view("participantAl")).toBe("not found");
  expect(await view("observer")).toBe("not found");
  expect(await view("speakerBa")).toMatchObject({ mayDecide: true, speakers: ["speakerBa"] });
  // A consultant outside the delegation is not told who asked or who could consent.
  expect(await view("secondConsultant")).toMatchObject({
    mayDecide: false,
    speakers: null,
    request: { askedBy: null, note: "Why not" },
  });
});

import { expect, it } from "vitest";
import { askSharing } from "#app/domain/knowledge/ask-sharing.server.ts";
import { decideSharing } from "#app/domain/knowledge/decide-sharing.server.ts";
import { lowerSharing } from "#app/domain/knowledge/lower-sharing.server.ts";
import { answerOf, now, recordWorld, submitted } from "#tests/domain/knowledge/record-world.ts";
import { testStore } from "#tests/support/store.ts";

it("sharing is never raised by lowering, and closes what was asked when lowered", async () => {
  const store = testStore();
  const small = await recordWorld(store);
  const { number } = await submitted(store, small, "speakerBa", { wantedSharing: "group" });
  const organiser = await small.actor(small.people.organiser);
  const asked = await askSharing(store, organiser, { number, level: "public", note: "" }, now);
  expect(asked.granted).toBe(false);
  const lower = (level: "group" | "public" | "bilateral") =>
    answerOf(lowerSharing(store, organiser, { number, level }, now));
  expect(await lower("public")).toEqual({ level: "sharing.notLower" });
  expect(await lower("group")).toEqual({ level: "sharing.notLower" });
  expect(await lower("bilateral")).toEqual({ number, stillSeen: true });
  const speaker = await small.actor(small.people.speakerBa);
  const late = { requestId: asked.requestId, decision: "granted" as const, note: "" };
  expect(await answerOf(decideSharing(store, speaker, late, now))).toEqual({ "": "sharing.decidedAlready" });
});

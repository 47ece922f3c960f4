import { expect, it } from "vitest";
import { askSharing } from "#app/domain/knowledge/ask-sharing.server.ts";
import { lowerSharing } from "#app/domain/knowledge/lower-sharing.server.ts";
import { saveContribution } from "#app/domain/knowledge/save-contribution.server.ts";
import { secondVersion } from "#app/domain/knowledge/second-version.server.ts";
import { readHistory } from "#tests/domain/knowledge/read-contribution.ts";
import { now, recordWorld, snapshot, submitted } from "#tests/domain/knowledge/record-world.ts";
import { testStore } from "#tests/support/store.ts";

it("sharing shows readers only the versions of their level, even after lowering and raising again", async () => {
  const store = testStore();
  const small = await recordWorld(store);
  const { number } = await submitted(store, small, "speakerBa", { title: "Inside" });
  const speaker = await small.actor(small.people.speakerBa);
  const save = (title: string, revision: number) =>
    saveContribution(store, speaker, { ...snapshot(small), number, revision, title }, now);
  const titles = async (who: string | null) =>
    (await readHistory(store.read, await small.actor(who), number)).versions.map(({ title }) => title);
  await save("Outside", 1);
  await askSharing(store, speaker, { number, level: "group", note: "" }, now);
  await save("Outside, again", 3);
  expect(await titles(small.people.participantAl)).toEqual(["Outside"]);
  expect(await titles(small.people.consultant)).toEqual(["Outside", "Outside", "Inside"]);
  await lowerSharing(store, speaker, { number, level: "bilateral" }, now);
  const reader = await small.actor(small.people.consultant);
  await secondVersion(store, reader, { number, language: "en", revision: 5 }, now);
  await askSharing(store, speaker, { number, level: "public", note: "" }, now);
  expect(await titles(small.people.participantAl)).toEqual([]);
  expect(await titles(null)).toEqual([]);
});

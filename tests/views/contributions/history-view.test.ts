import { expect, it } from "vitest";
import { findHistory } from "#app/domain/knowledge/find-history.server.ts";
import { saveContribution } from "#app/domain/knowledge/save-contribution.server.ts";
import { historyView } from "#app/views/contributions/history-view.ts";
import { now, recordWorld, snapshot, submitted } from "#tests/domain/knowledge/record-world.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";

it("gives twenty versions at a time, numbered through, and says where the older ones are", async () => {
  const store = testStore();
  const w = await recordWorld(store);
  const { number } = await submitted(store, w, "speakerBa", { title: "First" });
  const author = await w.actor(w.people.speakerBa);
  for (let revision = 1; revision <= 45; revision++) {
    const said = { ...snapshot(w), number, revision, title: `Title ${revision}` };
    await saveContribution(store, author, said, now);
  }
  const history = await findHistory(store.read, author, number);
  const read = (before: number | null) => {
    const { versions, older } = historyView(history, viewer(), before);
    return [versions[0]?.position, versions[0]?.title, versions.length, older];
  };
  expect([read(null), read(26), read(6), read(1)]).toEqual([
    [45, "Title 44", 20, 26],
    [25, "Title 24", 20, 6],
    [5, "Title 4", 5, null],
    [undefined, undefined, 0, null],
  ]);
});

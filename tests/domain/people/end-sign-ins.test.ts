import { expect, it } from "vitest";
import { sha256 } from "#app/domain/identity.server.ts";
import { endSignIns } from "#app/domain/people/end-sign-ins.server.ts";
import { now, signIn, signIns, withAna } from "#tests/domain/people/ana.ts";
import { testStore } from "#tests/support/store.ts";

it("signs out everywhere, and only the one who asks", async () => {
  const store = testStore();
  const { w, accountId, actor } = await withAna(store);
  await signIn(store, accountId, "here");
  await signIn(store, accountId, "there");
  await signIn(store, w.people.organiser, "neighbour");
  await endSignIns(store, actor, now);
  expect(await signIns(store)).toEqual([sha256("neighbour")]);
});

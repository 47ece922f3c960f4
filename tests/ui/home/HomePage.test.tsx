import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { findWhatAwaits } from "#app/domain/home/what-awaits.server.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import type { MessageKey } from "#app/i18n/message.ts";
import { TextProvider } from "#app/i18n/TextContext.tsx";
import { HomePage } from "#app/ui/home/HomePage.tsx";
import { whatAwaitsView } from "#app/views/home/what-awaits-view.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { now, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";
import { type World, world } from "#tests/support/world.ts";

const text = textFor("en");

/** Which of these texts the first page of somebody says. */
async function said(w: World, store: Store, accountId: string, keys: readonly MessageKey[], at = now) {
  const found = await findWhatAwaits(store.read, await w.actor(accountId), w.groupId, at);
  const page = { title: "Home", today: "", now: 0, groupId: w.groupId, people: null, setUp: null, helps: [] };
  const html = renderToStaticMarkup(
    <TextProvider text={text}>
      <HomePage {...page} awaits={whatAwaitsView(found, { ...viewer(), now: at })} />
    </TextProvider>,
  );
  return keys.filter((key) => html.includes(text(key)));
}

it("tells each of those who consent for whose records they do", async () => {
  const store = testStore();
  const w = await world(store);
  const told = (who: keyof World["people"]) =>
    said(w, store, w.people[who], ["home.noRequestsText", "home.noRequestsOrganiser"]);
  expect({
    speaker: await told("speakerBa"),
    organiser: await told("organiser"),
    participant: await told("participantBa"),
    consultant: await told("consultant"),
  }).toEqual({
    speaker: ["home.noRequestsText"],
    organiser: ["home.noRequestsOrganiser"],
    participant: [],
    consultant: [],
  });
});

it("says that every delegation has a session only where there are delegations, and each needs one", async () => {
  const store = testStore();
  const w = await world(store);
  const told = () => said(w, store, w.people.organiser, ["home.allCovered", "rounds.noDelegations"]);
  const change = (sets: { format: "on-site" | "bilateral-online" }) =>
    writeTransaction(store, (db) => db.updateTable("round").set(sets).where("id", "=", w.roundId).execute());
  expect(await told()).toEqual([]);
  await writeTransaction(store, (db) =>
    db.updateTable("membership").set({ ended_at: now.toISOString() }).where("role", "=", "participant").execute(),
  );
  expect(await told()).toEqual(["rounds.noDelegations"]);
  await change({ format: "on-site" });
  expect(await told()).toEqual([]);
});

it("leads to the live page from a quarter of an hour before the next session", async () => {
  const w = await sessionWorld(testStore());
  await schedule(w, { date: "2026-11-04", time: "09:00" });
  const told = (at: string) => said(w, w.store, w.people.participantBa, ["live.open"], new Date(at));
  expect({
    before: await told("2026-11-04T07:44:59.000Z"),
    gathering: await told("2026-11-04T07:45:00.000Z"),
    running: await told("2026-11-04T08:30:00.000Z"),
  }).toEqual({ before: [], gathering: ["live.open"], running: ["live.open"] });
});

import { expect, it } from "vitest";
import type { Actor } from "#app/domain/access/actor.ts";
import { circulateMinutes } from "#app/domain/minutes/circulate-minutes.server.ts";
import type { SearchInput } from "#app/domain/search/search.server.ts";
import { loadLibrary } from "#app/seed/load-library.server.ts";
import { during, heldSession } from "#tests/domain/minutes/record-world.ts";
import { addItem, speak } from "#tests/domain/proceedings/found-world.ts";
import { schedule } from "#tests/domain/sessions/session-world.ts";
import { searchIn } from "#tests/support/searching.ts";

const searches: [string, Partial<SearchInput>][] = [
  ["", {}],
  ["zavičaj", {}],
  ["zavicja", {}],
  ["protokol type:decision", { sort: "newest" }],
  ["službenika", { filters: { kind: ["minutes", "agenda-item"] } }],
  ["zavičaj", { filters: { beneficiary: ["al"], kind: ["action-point"] } }],
  ["session:al zavičaj", {}],
  ["session:2026-11-05", { types: ["agenda-item", "minutes", "decision", "action-point"] }],
  ['"protokol se piše" -needs', {}],
];

it("answers who may not see a session byte for byte, and with as many statements, as if nothing were said in it", async () => {
  const w = await heldSession();
  await loadLibrary(w.store);
  const inAl = { beneficiaryId: w.beneficiaries.al, date: "2026-11-05", consultantIds: [w.people.consultant] };
  const { id: sessionId } = await schedule(w, inAl);
  const { secondConsultant, observer, participantBa, speakerBa, otherOrganiser, administrator } = w.people;
  const outside = [null, secondConsultant, observer, participantBa, speakerBa, otherOrganiser, administrator];
  const answers = async () => {
    const all: string[] = [];
    for (const id of outside) {
      const actor: Actor = await w.actor(id);
      // The first search takes in what was added.
      await searchIn(w.store, actor, { query: "", locale: "en" });
      for (const [query, further] of searches) {
        const before = w.store.asked();
        const answer = await searchIn(w.store, actor, { query, locale: "en", ...further });
        all.push(JSON.stringify([id, query, further, answer, w.store.asked() - before]));
      }
    }
    return all;
  };
  const before = await answers();
  const shared = await addItem(w, sessionId, "Zavičaj na dnevnom redu");
  const internal = await addItem(w, sessionId, "Među nama");
  const day = { ...w, people: w.people, beneficiaries: { ...w.beneficiaries, ba: w.beneficiaries.al } };
  await speak(day, w.organiser, sessionId, { shared, internal }, new Date("2026-11-05T08:20:00.000Z"));
  expect(await answers()).toEqual(before);
  await circulateMinutes(w.store, w.organiser, { sessionId, days: 7 }, new Date(during.getTime() + 86_400_000));
  expect(await answers()).toEqual(before);
  const seen = await searchIn(w.store, await w.actor(w.people.participantAl), { query: "zavičaj", locale: "en" });
  expect(seen.total).toBeGreaterThan(0);
});

import { expect, it } from "vitest";
import { anonymous } from "#app/domain/access/actor.ts";
import { none, resolving } from "#tests/domain/search/query/resolving.ts";
import { addContributions, addSession } from "#tests/domain/search/search-world.ts";

it("finds sessions by id, day and beneficiary, those the reader sees", async () => {
  const { store, w, resolve } = await resolving();
  const ba = await addSession(store, w, ["participantBa", "consultant"], "ba");
  const al = await addSession(store, w, ["participantAl"], "al");
  const sessions = async (person: keyof typeof w.people, typed: string) => {
    const found = await resolve(await w.actor(w.people[person]), typed);
    return [...(found.filters.session ?? [])].sort();
  };
  for (const day of ["2026-11-04", "4.11.2026.", '"4. studenog 2026"', "2026-11", "2026"]) {
    expect([day, await sessions("organiser", `session:${day}`)]).toEqual([day, [ba, al].sort()]);
    expect([day, await sessions("consultant", `session:${day}`)]).toEqual([day, [ba]]);
  }
  for (const name of ["ba", "BA", '"Bosnia and Herzegovina"', '"bosnia and herzegovina"', ba]) {
    expect([name, await sessions("organiser", `session:${name}`)]).toEqual([name, [ba]]);
    expect([name, await sessions("participantBa", `session:${name}`)]).toEqual([name, [ba]]);
    expect([name, await sessions("participantAl", `session:${name}`)]).toEqual([name, []]);
  }
  expect(await sessions("organiser", "session:2026-11-05,xk,nonsense,regional")).toEqual([]);
  expect(await sessions("organiser", "session:ba,al")).toEqual([ba, al].sort());
});

it("names no more sessions than it searches, and says so", async () => {
  const { store, w, resolve } = await resolving();
  for (let at = 0; at < 41; at++) await addSession(store, w, at < 40 ? ["consultant"] : [], "ba");
  const many = await resolve(await w.actor(w.people.organiser), "session:2026");
  expect(many.filters.session).toHaveLength(40);
  const params = { name: "session", value: "2026", limit: 40 };
  expect(many.notes).toEqual([{ key: "searchNotes.manyValues", params }]);
  const fewer = await resolve(await w.actor(w.people.consultant), "session:2026");
  expect([fewer.filters.session?.length, fewer.notes]).toEqual([40, []]);
});

it("finds rounds by id, title and short name", async () => {
  const { w, resolve } = await resolving();
  for (const value of ["november", '"November round"', '"NOVEMBER ROUND"', w.roundId]) {
    const found = await resolve(await w.actor(w.people.observer), `round:${value}`);
    expect([value, found.filters.round, found.notes]).toEqual([value, [w.roundId], []]);
  }
});

it("says the same of sessions and rounds that are hidden as of those that do not exist", async () => {
  const { store, w, resolve } = await resolving();
  const hidden = await addSession(store, w, ["participantAl"], "al");
  await addContributions(store, w, [
    { title: "Nobody is named", sharing: "public", attribution: "group", round: true, session: hidden },
    { title: "Heard by few", sharing: "bilateral", beneficiary: "al", author: "participantAl", session: hidden },
  ]);
  const pairs = [
    ["session", hidden, "00000000-0000-0000-0000-000000000000"],
    ["session", "al", "xk"],
    ["session", "al", "nowhere"],
    ["session", "Albania", "Atlantis"],
    ["session", "2026-11-04", "2026-11-05"],
    ["session", "2026", "2031"],
    ["session", "4. studenog 2026", "5. studenog 2026"],
    ["round", "November round", "December round"],
    ["round", "november", "december"],
  ] as const;
  const outsiders = [
    anonymous,
    ...(await Promise.all(
      (["administrator", "otherOrganiser", "otherConsultant", "otherParticipantBa"] as const).map((person) =>
        w.actor(w.people[person]),
      ),
    )),
  ];
  const uninvited = await Promise.all(
    (["consultant", "observer", "participantBa", "speakerAl"] as const).map((person) => w.actor(w.people[person])),
  );
  for (const [name, exists, absent] of pairs) {
    for (const actor of name === "session" ? [...outsiders, ...uninvited] : outsiders) {
      const [one, other] = [await resolve(actor, `${name}:"${exists}"`), await resolve(actor, `${name}:"${absent}"`)];
      expect(one).toEqual({
        filters: {},
        labels: {},
        notes: [{ key: "searchNotes.unknownValue", params: { name, value: exists } }],
        bounds: none,
      });
      expect(other).toEqual({ ...one, notes: [{ key: one.notes[0]?.key, params: { name, value: absent } }] });
    }
  }
  // A record that names its source leads to its round, whoever reads it.
  await addContributions(store, w, [{ title: "Named", sharing: "public", attribution: "beneficiary", round: true }]);
  expect((await resolve(anonymous, 'round:"November round"')).filters).toEqual({ round: [w.roundId] });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { type Actor, anonymous } from "#app/domain/access/actor.ts";
import { seesSource } from "#app/domain/access/attribution.ts";
import { seesContribution } from "#app/domain/access/contribution.ts";
import { seesSession } from "#app/domain/access/session.ts";
import { kinds } from "#app/domain/codes.ts";
import type { ContributionHit } from "#app/domain/knowledge/contribution-hits.server.ts";
import { type FacetName, facetNames } from "#app/domain/search/query/facet-names.ts";
import { findFilterChoices } from "#app/domain/search/query/filter-choices.server.ts";
import type { FacetValue } from "#app/domain/search/results/facets.server.ts";
import { loadLibrary } from "#app/seed/load-library.server.ts";
import { writeTransaction } from "#db/store.ts";
import { drawnContribution, themeCodes } from "#tests/domain/search/drawn-contribution.ts";
import { addContributions, addSession, type ContributionOf, dropDocuments } from "#tests/domain/search/search-world.ts";
import { searchIn } from "#tests/support/searching.ts";
import { testStore } from "#tests/support/store.ts";
import { type World, world } from "#tests/support/world.ts";

async function prepared() {
  const store = testStore();
  await loadLibrary(store);
  const w = await world(store);
  const find = (actor: Actor, filters: Partial<Record<FacetName, string[]>> = {}) =>
    searchIn(store, actor, { query: "", locale: "en", filters, types: ["contribution"] });
  return { store, w, find };
}

const labelled = (values: FacetValue[]) => values.map(({ label, count }) => [label, count]);

it("neither counts nor filters by what attribution hides from a reader", async () => {
  const { store, w, find } = await prepared();
  const session = await addSession(store, w, ["speakerBa", "consultant"]);
  const from = { session, institution: "ba" as const };
  await addContributions(store, w, [
    { title: "Nobody named", attribution: "group", ...from },
    { title: "Beneficiary named", attribution: "beneficiary", ...from },
    { title: "Institution named", attribution: "institution", ...from },
  ]);
  const seen = async (actor: Actor) => {
    const { facets, hits } = await find(actor);
    const byFilter = async (filters: Partial<Record<FacetName, string[]>>) => (await find(actor, filters)).total;
    return {
      beneficiary: labelled(facets.beneficiary),
      institution: labelled(facets.institution),
      session: labelled(facets.session),
      round: labelled(facets.round),
      named: hits.map((hit) => (hit as ContributionHit).beneficiary),
      found: [await byFilter({ beneficiary: ["ba"] }), await byFilter({ institution: ["probation"] })],
      bySession: await byFilter({ session: [session] }),
    };
  };
  const whole = {
    beneficiary: [["Bosnia and Herzegovina", 3]],
    institution: [["Probation", 3]],
    session: [["Bosnia and Herzegovina, 4 Nov 2026", 3]],
    round: [["November round", 3]],
    named: Array(3).fill("Bosnia and Herzegovina"),
    found: [3, 3],
    bySession: 3,
  };
  // The session's audience and its organisers.
  expect(await seen(await w.actor(w.people.consultant))).toEqual(whole);
  expect(await seen(await w.actor(w.people.organiser))).toEqual(whole);
  // The delegation sees the source; the session only if invited.
  expect(await seen(await w.actor(w.people.participantBa))).toEqual({ ...whole, session: [] });
  const outside = {
    beneficiary: [["Bosnia and Herzegovina", 2]],
    institution: [["Probation", 1]],
    session: [],
    // One delegation has spoken in the round so far: it would tell who "nobody named" is.
    round: [["November round", 2]],
    named: ["Bosnia and Herzegovina", "Bosnia and Herzegovina", null],
    found: [2, 1],
    // A session one may not know of is no filter, as if it did not exist.
    bySession: 3,
  };
  for (const person of ["participantAl", "observer", "secondConsultant"] as const) {
    expect(await seen(await w.actor(w.people[person]))).toEqual(outside);
  }
});

it("counts a record that names nobody under its round only where three delegations or more may have said it", async () => {
  const { store, w, find } = await prepared();
  const session = await addSession(store, w, ["speakerBa"]);
  await addSession(store, w, ["speakerAl"], "al");
  await addContributions(store, w, [{ title: "Nobody named", attribution: "group", session }]);
  const outsider = await w.actor(w.people.observer);
  const rounds = async () => [
    (await find(outsider)).facets.round.length,
    (await find(outsider, { round: [w.roundId] })).total,
  ];
  expect(await rounds()).toEqual([0, 0]);
  await addSession(store, w, [], "xk");
  expect(await rounds()).toEqual([1, 1]);
});

it("shows the mark with the name of a beneficiary", async () => {
  const { store, w, find } = await prepared();
  await addContributions(store, w, [{ title: "One", beneficiary: "xk", author: "consultant" }]);
  const found = await find(await w.actor(w.people.observer));
  expect(labelled(found.facets.beneficiary)).toEqual([["Kosovo*", 1]]);
  expect(found.hits[0]).toMatchObject({ beneficiary: "Kosovo*" });
});

// ---- recounted by hand ----

const contribution = fc.record({ title: fc.constant("Plan"), ...drawnContribution });

type Drawn = {
  [Key in keyof ContributionOf]: ContributionOf[Key];
} & { inSession: boolean };

const chosen = {
  kind: fc.uniqueArray(fc.constantFrom(...kinds), { maxLength: 2 }),
  theme: fc.uniqueArray(fc.constantFrom(...themeCodes), { maxLength: 2 }),
  beneficiary: fc.uniqueArray(fc.constantFrom("al", "ba", "xk", "regional"), { maxLength: 2 }),
  institution: fc.uniqueArray(fc.constantFrom("probation", "prison"), { maxLength: 1 }),
};

/** The values of one record that a reader may know; null where the reader does not see the record. */
function valuesFor(actor: Actor, w: World, one: Drawn, session: { id: string; audience: string[] }) {
  const other = one.group === "other";
  const facts = {
    groupId: other ? w.otherGroupId : w.groupId,
    programmeId: w.programmeId,
    status: one.status ?? "",
    sharing: one.sharing ?? "group",
    authorId: w.people[one.author ?? "participantBa"],
    delegationId: one.beneficiary === "regional" ? null : w.beneficiaries[one.beneficiary ?? "ba"],
    sessionAudience: one.inSession ? session.audience : [],
  } as const;
  if (["draft", "withdrawn"].includes(facts.status) || !seesContribution(actor, facts)) return null;
  const source = seesSource(actor, facts);
  const institution = one.institution ? ["probation"] : [];
  const hidden = !source && one.attribution === "group";
  const affiliated = source || one.attribution === "person" || one.attribution === "institution";
  const inSession = one.inSession && seesSession(actor, { groupId: w.groupId, audience: session.audience });
  return {
    kind: [one.kind ?? ""],
    theme: one.themes ?? [],
    beneficiary: hidden ? [] : [one.beneficiary ?? ""],
    institution: affiliated ? institution : [],
    round: one.inSession && !hidden ? [w.roundId] : [],
    session: inSession ? [session.id] : [],
  } satisfies Record<FacetName, string[]>;
}

it("counts exactly what counting by hand gives, for every reader and any filters", async () => {
  const { store, w, find } = await prepared();
  const session = await addSession(store, w, ["participantBa", "consultant"]);
  const audience = [w.people.participantBa, w.people.consultant];
  const readers = [anonymous];
  for (const id of Object.values(w.people)) readers.push(await w.actor(id));
  await fc.assert(
    fc.asyncProperty(
      fc.array(contribution, { minLength: 5, maxLength: 25 }),
      fc.record(chosen),
      fc.boolean(),
      async (drawn, filters, bySession) => {
        await dropDocuments(store, "contribution");
        await writeTransaction(store, (db) =>
          db
            .deleteFrom("contribution")
            .executeTakeFirst()
            .then(() => null),
        );
        // A session belongs to the first group.
        const all = drawn.map((one) => ({ ...one, inSession: one.inSession && one.group === "first" }) as Drawn);
        await addContributions(
          store,
          w,
          all.map((one) => ({ ...one, session: one.inSession ? session : null })),
        );
        for (const actor of readers) {
          const wanted: Partial<Record<FacetName, string[]>> = { ...filters };
          const found = await find(actor, bySession ? { ...wanted, session: [session] } : wanted);
          // A filter by something the reader may not know of is no filter.
          const inForce = found.filters as Partial<Record<FacetName, string[]>>;
          const seen = all.flatMap((one) => valuesFor(actor, w, one, { id: session, audience }) ?? []);
          const passes = (values: Record<FacetName, string[]>, name: FacetName) =>
            !inForce[name] || values[name].some((value) => inForce[name]?.includes(value));
          expect(found.total).toBe(seen.filter((values) => facetNames.every((name) => passes(values, name))).length);
          for (const name of facetNames) {
            const counts = new Map<string, number>();
            for (const values of seen.filter((one) =>
              facetNames.every((other) => other === name || passes(one, other)),
            )) {
              for (const value of values[name]) counts.set(value, (counts.get(value) ?? 0) + 1);
            }
            const given = found.facets[name]
              .filter(({ count }) => count > 0)
              .map(({ value, count }) => [value, count] as const);
            expect(new Map(given)).toEqual(counts);
          }
        }
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);

it("marks the title of a round, and the name of a group, that is not in the language of the page", async () => {
  const { store, w } = await prepared();
  await addContributions(store, w, [{ title: "Plan", round: true }]);
  await writeTransaction(store, async (db) => {
    await db
      .updateTable("round")
      .set({ titles: JSON.stringify({ mk: "Втор круг" }) })
      .execute();
    await db
      .updateTable("working_group")
      .set({ names: JSON.stringify({ sq: "Grupi" }) })
      .execute();
  });
  const organiser = await w.actor(w.people.organiser);
  const asked = { query: "", locale: "bs" as const, filters: { round: [w.roundId] } };
  const { facets, active } = await searchIn(store, organiser, asked);
  expect(facets.round).toEqual([{ value: w.roundId, label: "Втор круг", lang: "mk", count: 1, selected: true }]);
  expect(active).toEqual([{ name: "round", value: w.roundId, label: "Втор круг", lang: "mk" }]);
  const { group } = await findFilterChoices(store.read, organiser, "bs");
  expect(group).toEqual([{ value: w.groupId, label: "Grupi", lang: "sq" }]);
});

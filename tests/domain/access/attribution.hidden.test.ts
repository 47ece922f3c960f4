import fc from "fast-check";
import { expect, it } from "vitest";
import { type Actor, anonymous } from "#app/domain/access/actor.ts";
import { findContribution } from "#app/domain/knowledge/find-contribution.server.ts";
import { findHistory } from "#app/domain/knowledge/find-history.server.ts";
import { findSimilar } from "#app/domain/knowledge/find-similar.server.ts";
import type { Matcher } from "#app/domain/search/answer/matcher.ts";
import { answerOf } from "#app/domain/search/results/search-answer.ts";
import { type SearchInput, search } from "#app/domain/search/search.server.ts";
import { createFormats } from "#app/domain/time/format.server.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { loadLibrary } from "#app/seed/load-library.server.ts";
import { sure } from "#app/sure.ts";
import { contributionInList } from "#app/views/contributions/contribution-in-list.ts";
import { contributionView } from "#app/views/contributions/contribution-view.ts";
import { historyView } from "#app/views/contributions/history-view.ts";
import { similarView } from "#app/views/contributions/similar-view.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { addContributions, addSession, type ContributionOf, dropDocuments } from "#tests/domain/search/search-world.ts";
import { rounds } from "#tests/support/rounds.ts";
import { memoryIndex } from "#tests/support/searching.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

// Two worlds that differ in nothing but what attribution hides: who said which record, on which day, in which session,
// and in which of the languages that read alike. Who is told neither gets the same bytes in both.

/** What is hidden of a record under the Chatham House Rule. */
interface Hidden {
  day: string;
  from: "al" | "ba";
  captured: "session" | "none";
  language: "bs" | "hr" | "cnr" | "sr-Latn";
}

const texts = [
  "plan otpusta i mentor",
  "plan mentorstva u zatvoru",
  "mentor za otpust, plan",
  "otpust iz zatvora i plan",
];
const hidden = fc.record<Hidden>({
  day: fc.constantFrom("2020-02-03", "2020-10-14", "2020-10-20", "2020-10-20", "2020-12-31"),
  from: fc.constantFrom("al", "ba"),
  captured: fc.constantFrom("session", "none"),
  language: fc.constantFrom("bs", "hr", "cnr", "sr-Latn"),
});
const told = fc.record({
  title: fc.constantFrom(...texts),
  sharing: fc.constantFrom("group", "programme", "public"),
  status: fc.constantFrom("captured", "complete", "validated"),
  evidenceStage: fc.constantFrom(null, 1, 4),
  translation: fc.constantFrom(null, null, "en", "mk"),
  hour: fc.integer({ min: 0, max: 23 }),
});
/** A record that names its delegation and its day, among which the others stand. */
const named = fc.record({
  title: fc.constantFrom(...texts),
  day: fc.constantFrom("2020-10-14", "2020-10-20", "2019-05-05"),
});

const questions: SearchInput[] = [
  "",
  "plan",
  "mentor",
  "plan date:2020-10-14",
  "date:2020-10-20",
  "date:2020",
  "after:2020-10-15",
  "before:2020-10-15",
  "lang:bs",
  "lang:cnr",
  "lang:en",
  "has:translation",
  "has:summary",
  "evidence:>=2",
  "beneficiary:al",
  "mentro",
].flatMap((query) =>
  (["en", "bs"] as const).flatMap((locale) => [
    { query, locale, limit: 3, explain: true },
    { query, locale, limit: 100, sort: "newest" as const },
  ]),
);

/** Everything one reader gets of a world. */
async function answers(store: Store, memory: Matcher, actor: Actor, numbers: readonly string[]): Promise<unknown[]> {
  const got: unknown[] = [];
  for (const question of questions) {
    let cursor: string | null = null;
    for (let page = 0; page < 2; page++) {
      const found = await search(store.read, actor, { ...question, cursor }, memory);
      got.push(question.query, found, answerOf(found, textFor("en")));
      cursor = found.next;
      if (cursor === null) break;
    }
  }
  const viewer = { locale: "bs" as const, formats: createFormats("bs", "Europe/Sarajevo") };
  for (const number of numbers) {
    const contribution = await findContribution(store.read, actor, number).catch(() => null);
    if (contribution === null) continue;
    got.push(contributionView(contribution, viewer), contributionInList(contribution, viewer));
    got.push((await findSimilar(store.read, actor, memory, number)).map((one) => similarView(one, "bs")));
    got.push(historyView(await findHistory(store.read, actor, number), viewer));
  }
  return got;
}

it("gives the same bytes whoever said what on which day in which of the languages that read alike", async () => {
  const store = testStore();
  await loadLibrary(store);
  const w = await world(store);
  const sessions = {
    al: await addSession(store, w, ["participantAl"], "al"),
    ba: await addSession(store, w, ["participantBa"], "ba"),
  };
  const outside: Actor[] = [anonymous];
  for (const who of ["observer", "otherOrganiser", "otherParticipantBa"] as const) {
    outside.push(await w.actor(w.people[who]));
  }
  const reviewer = await w.actor(w.people.secondConsultant);
  let round = 0;

  /** What each reader gets of a world in which the records have these secrets, one each. */
  const worldOf = async (
    shown: readonly (typeof told extends fc.Arbitrary<infer T> ? T : never)[],
    others: readonly (typeof named extends fc.Arbitrary<infer T> ? T : never)[],
    secrets: readonly Hidden[],
    readers: readonly Actor[],
  ) => {
    await dropDocuments(store, "contribution");
    await writeTransaction(store, async (db) => void (await db.deleteFrom("contribution").execute()));
    const records = shown.map(({ hour, translation, ...record }, at): ContributionOf => {
      const { day, from, captured, language } = sure(secrets[at]);
      return {
        ...record,
        ...{ id: idOf(at), number: numberOf(at, 2020), attribution: "group", group: "first", language },
        ...{ author: from === "al" ? "participantAl" : "participantBa", beneficiary: from, institution: from },
        session: captured === "session" ? sessions[from] : null,
        submittedAt: `${day}T${String(hour).padStart(2, "0")}:30:00.000Z`,
        versions: translation === null ? [] : [{ language: translation, title: "A plan of a mentor", summary: "x" }],
      };
    });
    const among = others.map(
      ({ title, day }, at): ContributionOf => ({
        ...{ title, id: idOf(100 + at), number: numberOf(100 + at, Number(day.slice(0, 4))), sharing: "public" },
        ...{ beneficiary: "al", author: "participantAl", submittedAt: `${day}T12:00:00.000Z`, language: "sq" },
      }),
    );
    await addContributions(store, w, [...records, ...among]);
    const numbers = [...records, ...among].map(({ number }) => sure(number));
    const memory = await memoryIndex(store);
    const got = [];
    for (const reader of readers) got.push(JSON.stringify(await answers(store, memory, reader, numbers)));
    return got;
  };
  const idOf = (at: number) => `${String((at * 7919) % 1000).padStart(4, "0")}${String(round).padStart(12, "x")}`;
  const numberOf = (at: number, year: number) => `REL-${year}-${((at * 5237) % 9000) + 1000}`;

  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(told, hidden, hidden), { minLength: 1, maxLength: 5 }),
      fc.array(named, { maxLength: 3 }),
      async (drawn, others) => {
        round++;
        const shown = drawn.map(([record]) => record);
        const secrets = drawn.map(([, one]) => one);
        const swapped = drawn.map(([, , other]) => other);
        const readers = [...new Set([outside[round % outside.length] ?? anonymous, anonymous])];
        const asSaid = await worldOf(shown, others, secrets, [...readers, reviewer]);
        expect(await worldOf(shown, others, swapped, readers)).toEqual(asSaid.slice(0, -1));
        // Who checks texts is told in which language they are, and nothing else.
        const sameLanguage = swapped.map((other, at) => ({ ...other, language: sure(secrets[at]).language }));
        expect(await worldOf(shown, others, sameLanguage, [reviewer])).toEqual(asSaid.slice(-1));
      },
    ),
    { numRuns: rounds(12, 25) },
  );
}, 240_000);

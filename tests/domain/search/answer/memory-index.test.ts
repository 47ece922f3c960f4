import fc from "fast-check";
import { expect, it } from "vitest";
import { type Actor, anonymous } from "#app/domain/access/actor.ts";
import { indexContributions } from "#app/domain/knowledge/index-contributions.server.ts";
import { type SearchInput, search } from "#app/domain/search/search.server.ts";
import { loadLibrary } from "#app/seed/load-library.server.ts";
import { writeTransaction } from "#db/store.ts";
import { drawnContribution } from "#tests/domain/search/drawn-contribution.ts";
import { addProceeding, drawnProceeding } from "#tests/domain/search/drawn-proceeding.ts";
import { addContributions, addSession, type ContributionOf, dropDocuments } from "#tests/domain/search/search-world.ts";
import { THEN } from "#tests/support/factories/given.ts";
import { naiveMatcher } from "#tests/support/naive-search.ts";
import { rounds } from "#tests/support/rounds.ts";
import { memoryIndex } from "#tests/support/searching.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const words = [
  "plan",
  "planovi",
  "план",
  "otpust",
  "отпуста",
  "mentor",
  "Savjeta Evrope",
  "CoE",
  "CM/Rec(2010)1",
  "i",
  "žene",
  "zene",
];
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }).map((all) => all.join(" "));
const languages = ["en", "bs", "sr-Cyrl", "mk", "sq"];

const contribution = fc.record({
  title: text,
  summary: fc.oneof(text, fc.constant("")),
  phase: fc.constantFrom(null, "planning", "pre-release"),
  targets: fc.uniqueArray(fc.constantFrom("women", "staff"), { maxLength: 2 }),
  evidenceStage: fc.constantFrom(null, 1, 2, 4),
  language: fc.constantFrom(...languages),
  versions: fc.uniqueArray(
    fc.record({
      language: fc.constantFrom(...languages),
      title: text,
      provenance: fc.constant("translated" as const),
      seconded_at: fc.constantFrom(null, THEN),
    }),
    { maxLength: 2, selector: (version) => version.language },
  ),
  ...drawnContribution,
  cites: fc.uniqueArray(fc.constantFrom("coe-epr", "vera2r"), { maxLength: 2 }),
  submittedAt: fc.constantFrom(
    "2026-03-01T00:00:00.000Z",
    "2024-01-01T00:00:00.000Z",
    "2019-06-01T00:00:00.000Z",
    "2019-06-01T08:00:00.000Z",
  ),
});

const asked = fc.record({
  query: fc
    .array(
      fc.oneof(
        {
          weight: 5,
          arbitrary: fc.constantFrom(
            ...words,
            "plana",
            "otpusti",
            "men",
            "mentorstvo",
            "planiranje",
            "skrining",
            "RNA",
          ),
        },
        fc.constantFrom(
          '"plan otpust"',
          '"i plan"',
          "-mentor",
          '-"plan otpust"',
          "REL-2026-0001",
          "evidence:>=2",
          "after:2024",
          "before:2025",
          "date:2024",
          "date:2024-01",
          "after:2024-01-02",
          "before:2024-06",
          "date:2019-06-01",
          "evidence:1",
          "has:translation",
          "has:references",
          "has:summary",
          "has:references has:translation",
          "has:translation cites:coe-epr",
          "kind:need",
          "type:minutes,decision",
          "session:al",
          "theme:T01",
          "cites:coe-epr",
        ),
      ),
      { maxLength: 4 },
    )
    .map((all) => all.join(" ")),
  filters: fc.record(
    {
      kind: fc.constantFrom(["need"], ["practice", "lesson"], ["agenda-item", "minutes", "action-point"]),
      beneficiary: fc.constantFrom(["ba"], ["al", "xk"]),
      institution: fc.constant(["probation"]),
      theme: fc.constantFrom(["T01"], ["T02", "T03"]),
      lang: fc.constantFrom(["bs"], ["en", "mk"]),
      phase: fc.constantFrom(["planning"], ["planning", "pre-release"]),
      target: fc.constantFrom(["women"], ["women", "staff"]),
      attribution: fc.constantFrom(["group"], ["person", "beneficiary"]),
      status: fc.constantFrom(["validated"], ["captured", "complete"]),
    },
    { requiredKeys: [] },
  ),
  locale: fc.constantFrom("en" as const, "bs" as const),
  limit: fc.constantFrom(1, 3, 20),
  sort: fc.constantFrom(undefined, "newest" as const, "relevance" as const),
  explain: fc.boolean(),
});

it("answers as one who reads everything does, for every viewer, page after page, whatever changes", async () => {
  const store = testStore();
  await loadLibrary(store);
  const w = await world(store);
  const session = await addSession(store, w, ["participantBa", "consultant"]);
  // Three delegations met in Bosnian: naming it tells nothing of one of them. No other language is shared so.
  const withAl = await addSession(store, w, ["participantAl"], "al");
  await addSession(store, w, [], "xk");
  const readers: Actor[] = [anonymous];
  for (const id of Object.values(w.people)) readers.push(await w.actor(id));
  const memory = await memoryIndex(store);
  const naive = {
    ...naiveMatcher(store),
    suggest: (...given: Parameters<typeof memory.suggest>) => memory.suggest(...given),
  };
  let ids: string[] = [];
  await fc.assert(
    fc.asyncProperty(
      fc.array(contribution, { minLength: 1, maxLength: 8 }),
      fc.array(fc.tuple(fc.boolean(), drawnProceeding(text)), { maxLength: 2 }),
      fc.array(asked, { minLength: 3, maxLength: 6 }),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom("validated", "withdrawn", "complete", "gone")), { maxLength: 3 }),
      async (drawn, said, questions, changes) => {
        if (ids.length > 40) {
          await dropDocuments(store, "contribution");
          await writeTransaction(store, (db) =>
            db
              .deleteFrom("contribution")
              .executeTakeFirst()
              .then(() => null),
          );
          ids = [];
        }
        const all = drawn.map(({ inSession, versions, ...one }) => ({
          ...one,
          versions: versions.filter(({ language }) => language !== one.language),
          session: inSession && one.group === "first" ? session : null,
        }));
        ids.push(...(await addContributions(store, w, all as ContributionOf[])));
        for (const [inAl, one] of said) await addProceeding(store, w, inAl ? withAl : session, one);
        for (const [which, status] of changes) {
          const id = ids[which % ids.length] ?? "";
          await writeTransaction(store, async (db) => {
            const row = await db
              .selectFrom("contribution")
              .select("submitted_at")
              .where("id", "=", id)
              .executeTakeFirst();
            if (!row?.submitted_at) return;
            if (status === "gone") await db.deleteFrom("contribution").where("id", "=", id).execute();
            else
              await db
                .updateTable("contribution")
                .set({ status: status as "complete" })
                .where("id", "=", id)
                .execute();
            await indexContributions(db, [id]);
          });
        }
        for (const [at, question] of questions.entries()) {
          const reader = readers[(at + ids.length) % readers.length] ?? anonymous;
          let cursor: string | null = null;
          for (let page = 0; page < 3; page++) {
            const input: SearchInput = { ...question, cursor };
            const found = await search(store.read, reader, input, memory);
            expect(found).toEqual(await search(store.read, reader, input, naive));
            // There and back again.
            cursor = page === 1 ? found.previous : found.next;
            if (cursor === null) break;
          }
        }
        const anew = await memoryIndex(store);
        expect(anew.contents.digest()).toEqual(memory.contents.digest());
      },
    ),
    { numRuns: rounds(25, 60) },
  );
}, 240_000);

import fc from "fast-check";
import { expect, it } from "vitest";
import {
  countOwnUnanswered,
  countUnanswered,
  findOwnUnanswered,
  findUnanswered,
  isAnswerMissing,
} from "#app/domain/sessions/answers/unanswered.server.ts";
import { writeTransaction } from "#db/store.ts";
import { anAnswer, aSession, aSessionPerson } from "#tests/support/factories/sessions.ts";
import { testStore, writing } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const now = new Date("2026-10-01T08:00:00.000Z");
const people = ["participantBa", "speakerBa", "participantAl", "consultant", "observer"] as const;

/** Somebody in a session: taken out or not, and what they answered, the last one last. */
const seat = fc.record({
  who: fc.constantFrom(...people),
  removed: fc.boolean(),
  answers: fc.array(fc.constantFrom("stands", "moved", "removed"), { maxLength: 2 }),
});
const session = fc.record({
  isOver: fc.boolean(),
  isCancelled: fc.boolean(),
  seats: fc.uniqueArray(seat, { selector: ({ who }) => who, maxLength: 4 }),
});

it("asks the same people one by one, by session, by person and as a number", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(session, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...people),
      async (sessions, changed) => {
        const store = testStore();
        const w = await world(store);
        // Somebody is something else since they were invited: what they were invited as is over.
        await writing(store)
          .updateTable("membership")
          .set({ standing_since: now.toISOString() })
          .where("account_id", "=", w.people[changed])
          .execute();
        const wanted: { id: string; missing: string[]; invited: string[] }[] = [];
        await writeTransaction(store, async (db) => {
          for (const { isOver, isCancelled, seats } of sessions) {
            const id = await aSession(db, {
              ...{ group_id: w.groupId, round_id: w.roundId, created_by: w.people.organiser },
              starts_at: isOver ? "2026-09-01T08:00:00.000Z" : "2026-11-04T08:00:00.000Z",
              status: isCancelled ? "cancelled" : "scheduled",
            });
            const counted = seats.filter(({ who, removed }) => !removed && who !== changed);
            const missing = counted
              .filter(({ answers }) => answers.at(-1) !== "stands")
              .map(({ who }) => w.people[who]);
            const invited = counted.map(({ who }) => w.people[who]);
            wanted.push({ id, missing: isOver || isCancelled ? [] : missing.sort(), invited });
            for (const { who, removed, answers } of seats) {
              const account_id = w.people[who];
              const removed_at = removed ? "2026-09-30T08:00:00.000Z" : null;
              await aSessionPerson(db, { session_id: id, account_id, removed_at });
              for (const [at, state] of answers.entries()) {
                const lapsed = state === "stands" ? null : state;
                const replaced_at = at < answers.length - 1 ? "2026-09-30T08:00:00.000Z" : null;
                await anAnswer(db, { session_id: id, account_id, lapsed, replaced_at });
              }
            }
          }
        });
        const db = store.read;
        const ids = wanted.map(({ id }) => id);
        const counts = await countUnanswered(db, ids, now);
        for (const { id, missing } of wanted) {
          expect([await findUnanswered(db, id, now), counts.get(id) ?? 0]).toEqual([missing, missing.length]);
        }
        for (const who of people) {
          const accountId = w.people[who];
          const actor = await w.actor(accountId);
          const own = wanted.filter(({ missing }) => missing.includes(accountId)).map(({ id }) => id);
          const listed = (await findOwnUnanswered(db, actor, now)).map(({ id }) => id);
          const [count] = await countOwnUnanswered(db, actor, now);
          expect([listed.sort(), count?.n ?? 0]).toEqual([own.sort(), own.length]);
          for (const { id, invited } of wanted) {
            const missing = await isAnswerMissing(db, { sessionId: id, accountId });
            expect(missing !== undefined).toBe(invited.includes(accountId));
          }
        }
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);

import { afterAll, beforeAll, expect, it } from "vitest";
import { submitContribution } from "#app/domain/knowledge/submit-contribution.server.ts";
import type { SearchAnswer } from "#app/domain/search/results/search-answer.ts";
import { call, facts, find, refused, tokenOf } from "#tests/routes/api/calling.ts";
import { ask } from "#tests/routes/asking.ts";
import { hiddenWord, openTarget, type Target } from "#tests/routes/target.ts";
import { searchIn } from "#tests/support/searching.ts";
import { writing } from "#tests/support/store.ts";

let target: Target;

beforeAll(async () => {
  target = await openTarget();
});

afterAll(() => target.close());

it("answers what the page shows to the same person", async () => {
  const token = await tokenOf(target, "participantBa");
  const answer = await call(target, "/api/v1/search?q=late+notice", token);
  expect(facts(answer)).toEqual({ ...refused(200), type: "application/json; charset=utf-8" });
  const found = JSON.parse(answer.body) as SearchAnswer;
  const page = await ask(target, "participant", "/search?q=late+notice");
  const shown = [...page.body.matchAll(/class="number"[^>]*>([^<]+)</g)].map(([, number]) => number);
  expect(found.hits.map(({ number }) => number)).toEqual(shown);
  const actor = await target.w.actor(target.w.people.participantBa);
  const direct = await searchIn(target.store, actor, { query: "late notice", locale: "en" });
  expect(found.total).toBe(direct.total);
  expect(found.hits[0]).toEqual({
    ...{ id: direct.hits[0]?.id, number: target.things.record, externalId: null, kind: "challenge", language: "en" },
    session: null,
    title: `Late notice ${hiddenWord}`,
    score: expect.any(Number),
    highlights: [
      {
        field: "title",
        text: `Late notice ${hiddenWord}`,
        ranges: [
          [0, 4],
          [5, 11],
        ],
      },
      {
        field: "summary",
        text: `About Late notice ${hiddenWord}.`,
        ranges: [
          [6, 10],
          [11, 17],
        ],
      },
    ],
    why: [
      { term: "late", matched: "Late", field: "title", via: "exact" },
      { term: "notice", matched: "notice", field: "title", via: "exact" },
      { term: "late", matched: "Late", field: "summary", via: "exact" },
      { term: "notice", matched: "notice", field: "summary", via: "exact" },
    ],
  });
});

it("gives scores that fall, pages that join, and facets that count", async () => {
  const token = await tokenOf(target, "organiser");
  const all = await find(target, "", token);
  expect(all.total).toBe(all.hits.length);
  const scores = all.hits.map(({ score }) => score);
  expect(scores).toEqual([...new Set(scores)].sort((one, other) => other - one));
  const joined: SearchAnswer["hits"] = [];
  for (let next: string | null = ""; next !== null; ) {
    const part: SearchAnswer = await find(target, `limit=1${next ? `&cursor=${next}` : ""}`, token);
    joined.push(...part.hits);
    next = part.next;
  }
  expect(joined).toEqual(all.hits);
  const kinds = all.facets.kind.map(({ value, count }) => [value, count]);
  for (const [kind, count] of kinds) expect((await find(target, `kind=${kind}`, token)).total).toBe(count);
});

it("answers an outsider the same with and without a hidden record", async () => {
  const [with_, without] = [await openTarget(), await openTarget()];
  try {
    for (const one of [with_, without]) await writing(one.store).deleteFrom("api_token").execute();
    const author = await with_.w.actor(with_.w.people.participantBa);
    const hidden = {
      kind: "need",
      title: "Open Quollgram",
      summary: "Open.",
      language: "en",
      depth: "snapshot",
    } as const;
    await submitContribution(with_.store, author, { ...hidden, groupId: with_.w.groupId });
    const tokens = [await tokenOf(with_, "observer"), await tokenOf(without, "observer")];
    for (const query of [
      "",
      "q=open",
      "q=quollgram",
      "q=opn",
      "q=quollgram+open",
      "kind=need",
      "q=kind:need",
      "sort=newest&limit=1",
    ]) {
      const [one, other] = [
        await call(with_, `/api/v1/search?${query}`, tokens[0]!),
        await call(without, `/api/v1/search?${query}`, tokens[1]!),
      ];
      expect([query, one.body]).toEqual([query, other.body]);
    }
  } finally {
    await with_.close();
    await without.close();
  }
});

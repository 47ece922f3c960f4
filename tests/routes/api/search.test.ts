import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { newToken } from "#app/domain/identity.server.ts";
import { submitContribution } from "#app/domain/knowledge/submit-contribution.server.ts";
import { deactivateAccount } from "#app/domain/people/deactivate-account.server.ts";
import { searchParameters } from "#app/domain/search/query/search-parameters.ts";
import type { SearchAnswer } from "#app/domain/search/results/search-answer.ts";
import { createToken } from "#app/domain/tokens/create-token.server.ts";
import { revokeToken } from "#app/domain/tokens/revoke-token.server.ts";
import type { ProblemDocument } from "#app/http/problem.ts";
import { type Answer, type Ask, ask } from "#tests/routes/asking.ts";
import { hiddenWord, openTarget, type Target } from "#tests/routes/target.ts";
import { searchIn } from "#tests/support/searching.ts";
import { writing } from "#tests/support/store.ts";
import type { World } from "#tests/support/world.ts";

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

async function tokenOf(person: keyof World["people"], days = 30, now = new Date(), of = target): Promise<string> {
  const actor = await of.w.actor(of.w.people[person]);
  const { secret } = await createToken(of.store, actor, { name: "Test", scopes: ["search:read"], days }, now);
  return secret ?? "";
}

const call = (path: string, token: string | null, what: Ask = {}, of = target) =>
  ask(of, "anonymous", path, {
    ...what,
    headers: { origin: "", ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...what.headers },
  });
const find = async (query: string, token: string, of = target) =>
  JSON.parse((await call(`/api/v1/search?${query}`, token, {}, of)).body) as SearchAnswer;
const problem = ({ body }: Answer) => JSON.parse(body) as ProblemDocument;
const facts = ({ status, headers }: Answer) => ({
  status,
  type: headers["content-type"],
  cache: headers["cache-control"],
  cookie: headers["set-cookie"],
  cors: headers["access-control-allow-origin"],
});
const refused = (status: number) => ({
  ...{ status, type: "application/problem+json", cache: "private, no-store", cookie: undefined, cors: undefined },
});

it("answers what the page shows to the same person", async () => {
  const token = await tokenOf("participantBa");
  const answer = await call("/api/v1/search?q=late+notice", token);
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
  const token = await tokenOf("organiser");
  const all = await find("", token);
  expect(all.total).toBe(all.hits.length);
  const scores = all.hits.map(({ score }) => score);
  expect(scores).toEqual([...new Set(scores)].sort((one, other) => other - one));
  const joined: SearchAnswer["hits"] = [];
  for (let next: string | null = ""; next !== null; ) {
    const part: SearchAnswer = await find(`limit=1${next ? `&cursor=${next}` : ""}`, token);
    joined.push(...part.hits);
    next = part.next;
  }
  expect(joined).toEqual(all.hits);
  const kinds = all.facets.kind.map(({ value, count }) => [value, count]);
  for (const [kind, count] of kinds) expect((await find(`kind=${kind}`, token)).total).toBe(count);
});

it("refuses whoever has no token that is valid, and knows nobody by a cookie", async () => {
  const { w, store, cookies } = target;
  const ended = await tokenOf("consultant", 30, new Date(Date.now() - 31 * 86_400_000));
  const revoked = await tokenOf("consultant");
  const actor = await w.actor(w.people.consultant);
  const row = await store.read
    .selectFrom("api_token")
    .select("id")
    .where("account_id", "=", w.people.consultant)
    .orderBy("created_at", "desc")
    .executeTakeFirstOrThrow();
  await revokeToken(store, actor, { tokenId: row.id });
  const shut = await tokenOf("secondConsultant");
  const administrator = await w.actor(w.people.administrator);
  await deactivateAccount(store, administrator, { accountId: w.people.secondConsultant });
  const others = [newToken("inv"), newToken("rst"), newToken("cal"), target.things.resetToken, newToken("zbt")];
  const signIn = cookies.organiser.split("=")[1] ?? "";
  for (const token of [null, ended, revoked, shut, ...others, target.things.invitationToken, signIn, "x", "zbt_"]) {
    const answer = await call("/api/v1/search?q=record", token);
    expect([token, facts(answer)]).toEqual([token, refused(401)]);
    expect(answer.headers["www-authenticate"]).toBe(token === null ? "Bearer" : 'Bearer error="invalid_token"');
  }
  const valid = await tokenOf("observer");
  const elsewhere: Record<string, string>[] = [
    { cookie: cookies.organiser },
    { authorization: `Basic ${valid}` },
    { authorization: valid },
    { authorization: `Bearer ${valid} more` },
    { cookie: `zbornik=${valid}` },
  ];
  for (const headers of elsewhere) {
    expect(facts(await call("/api/v1/search?q=record", null, { headers }))).toEqual(refused(401));
  }
  expect(facts(await call(`/api/v1/search?access_token=${valid}`, null))).toEqual(refused(401));
  expect(facts(await call(`/api/v1/search?token=${valid}&q=x`, null))).toEqual(refused(401));
});

it("opens nothing but the API with a token", async () => {
  const token = await tokenOf("organiser");
  const page = await call("/home", token);
  expect([page.status, page.headers.location]).toEqual([302, "/sign-in?redirectTo=%2Fhome"]);
  for (const headers of [{ cookie: `zbornik=${token}` }])
    expect((await call("/home", null, { headers })).status).toBe(302);
  expect((await call(`/reset/${token}`, null)).body).not.toContain("newPassword");
});

it("refuses a token without the scope", async () => {
  const token = await tokenOf("otherConsultant");
  await writing(target.store)
    .updateTable("api_token")
    .set({ scopes: '["something:else"]' })
    .where("account_id", "=", target.w.people.otherConsultant)
    .execute();
  const answer = await call("/api/v1/search?q=record", token);
  expect(facts(answer)).toEqual(refused(403));
  expect(answer.headers["www-authenticate"]).toBe('Bearer error="insufficient_scope", scope="search:read"');
});

it.each([
  ["limit=0", "limit"],
  ["limit=101", "limit"],
  ["limit=ten", "limit"],
  ["limit=1.5", "limit"],
  ["limit=1e1", "limit"],
  ["limit=", "limit"],
  ["limit=5&limit=6", "limit"],
  ["q=a&q=b", "q"],
  ["q[]=a", "q[]"],
  ["q%5Bx%5D=a", "q[x]"],
  ["cursor=abc", "cursor"],
  [`cursor=${"a".repeat(500)}`, "cursor"],
  ["sort=oldest", "sort"],
  ["kind=practise", "kind"],
  ["kind=", "kind"],
  ["kind[]=need", "kind[]"],
  ["evidence=6", "evidence"],
  ["after=31.2.2020", "after"],
  ["has=wings", "has"],
  ["status=draft", "status"],
  ["lang=de", "lang"],
  ["institution=bank", "institution"],
  [`theme=${Array(41).fill("T01").join(",")}`, "theme"],
  ["as=organiser", "as"],
  ["__proto__=1", "__proto__"],
])("refuses %s and names the parameter", async (query, parameter) => {
  const answer = await call(`/api/v1/search?${query}`, await shared());
  expect(facts(answer)).toEqual(refused(400));
  expect(problem(answer).parameters?.map((wrong) => wrong.parameter)).toContain(parameter);
});

let sharedToken: Promise<string> | undefined;
const shared = () => (sharedToken ??= tokenOf("observer"));

it("never fails whatever is asked for", async () => {
  const token = await shared();
  for (const q of [
    "a".repeat(10_000),
    '"',
    "a* OR",
    "NEAR(",
    "-",
    "kind:",
    "\u0000",
    "👩‍🚒",
    "%",
    "(",
    "x".repeat(999),
  ]) {
    const answer = await call(`/api/v1/search?q=${encodeURIComponent(q)}`, token);
    expect([q.slice(0, 9), answer.status]).toEqual([q.slice(0, 9), 200]);
  }
  expect((await find(`q=${"a".repeat(10_000)}`, token)).notes.map(({ key }) => key)).toContain("search.note.tooLong");
});

it("is only read, the same by every spelling of its address", async () => {
  const token = await shared();
  const whole = await call("/api/v1/search?q=open", token);
  const head = await call("/api/v1/search?q=open", token, { method: "HEAD" });
  expect({ ...facts(head), body: head.body }).toEqual({ ...facts(whole), body: "" });
  for (const method of ["OPTIONS", "POST", "PUT", "PATCH", "DELETE", "PROPFIND"]) {
    const answer = await call("/api/v1/search?q=open", token, { method });
    expect([method, facts(answer)]).toEqual([method, refused(405)]);
    expect(answer.headers.allow).toBe("GET, HEAD");
  }
  for (const [path, status] of [
    ["/API/V1/search", 401],
    ["/api/v1/search/", 401],
    ["/api/v1/search.data", 404],
    ["/api/v1/search.data?_routes=routes%2Fapi%2Fsearch", 404],
    ["/api/v1/search?index", 401],
    ["/api/v1/search?_data=routes%2Fapi%2Fsearch", 403],
    ["/api", 404],
    ["/api/v2/search", 404],
    ["/api//v1/search", 404],
  ] as const) {
    const answer = await call(path, null, { headers: { cookie: target.cookies.organiser } });
    expect([path, answer.status, answer.headers["content-type"]]).toEqual([path, status, "application/problem+json"]);
  }
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
    const tokens = [
      await tokenOf("observer", 30, new Date(), with_),
      await tokenOf("observer", 30, new Date(), without),
    ];
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
        await call(`/api/v1/search?${query}`, tokens[0]!, {}, with_),
        await call(`/api/v1/search?${query}`, tokens[1]!, {}, without),
      ];
      expect([query, one.body]).toEqual([query, other.body]);
    }
  } finally {
    await with_.close();
    await without.close();
  }
});

it("slows one person down and nobody else, and guessing too", async () => {
  const open = await openTarget();
  try {
    const [busy, calm] = [
      await tokenOf("organiser", 30, new Date(), open),
      await tokenOf("consultant", 30, new Date(), open),
    ];
    const statuses: number[] = [];
    for (let at = 0; at < 601; at++) statuses.push((await call("/api/v1/search?limit=x", busy, {}, open)).status);
    expect(statuses.slice(-2)).toEqual([400, 429]);
    const waits = await call("/api/v1/search", busy, {}, open);
    expect(facts(waits)).toEqual(refused(429));
    expect(Number(waits.headers["retry-after"])).toBeGreaterThan(0);
    for (let at = 0; at < 60; at++) await call("/api/v1/search", newToken("zbt"), {}, open);
    expect((await call("/api/v1/search", newToken("zbt"), {}, open)).status).toBe(429);
    expect((await call("/api/v1/search?limit=1", calm, {}, open)).status).toBe(200);
  } finally {
    await open.close();
  }
});

it("describes itself: what is answered fits, and what is described is accepted", async () => {
  const answer = await call("/api/v1/openapi.json", null);
  expect([answer.status, answer.headers["content-type"], answer.headers["cache-control"]]).toEqual([
    ...[200, "application/json; charset=utf-8", "public, max-age=3600"],
  ]);
  const document = JSON.parse(answer.body) as {
    openapi: string;
    paths: { "/api/v1/search": { get: { parameters: { name: string; schema: object }[] } } };
    components: { schemas: Record<"SearchAnswer" | "Problem", object> };
  };
  expect(document.openapi).toMatch(/^3\.1\./);
  const described = document.paths["/api/v1/search"].get.parameters;
  expect(described.map(({ name }) => name).sort()).toEqual(
    Object.keys(searchParameters({ institutionType: [] }).shape).sort(),
  );
  const token = await tokenOf("organiser");
  const { SearchAnswer: answers, Problem: problems } = document.components.schemas;
  const fits = (schema: object, body: string) =>
    z.fromJSONSchema(schema as never).safeParse(JSON.parse(body)).error?.issues ?? [];
  const { next } = await find("limit=1", token);
  const examples: Record<string, string> = {
    ...{ q: "late", limit: "5", cursor: next ?? "", sort: "newest", kind: "need,challenge", theme: "T01" },
    ...{ beneficiary: "ba", institution: "prison", group: "release", lang: "sr", status: "captured" },
    ...{ cites: "Rec(2006)2", round: target.w.roundId, session: target.things.session, has: "translation,references" },
    ...{ phase: "planning", target: "women", attribution: "group" },
    ...{ evidence: ">=3", before: "2031", after: "2020-11-04", date: "2020-11-04..2031-11-06" },
  };
  expect(Object.keys(examples).sort()).toEqual(described.map(({ name }) => name).sort());
  for (const [name, value] of Object.entries(examples)) {
    const found = await call(`/api/v1/search?${name}=${encodeURIComponent(value)}`, token);
    expect([name, found.status, fits(answers, found.body)]).toEqual([name, 200, []]);
  }
  expect(fits(problems, (await call("/api/v1/search", null)).body)).toEqual([]);
  expect(fits(problems, (await call("/api/v1/search?limit=0", token)).body)).toEqual([]);
  expect(fits(answers, '{"total":"1"}')).not.toEqual([]);
});

it("keeps tokens out of the log", async () => {
  const token = await tokenOf("organiser");
  await call(`/api/v1/search?token=${token}`, token);
  await call(`/api/v1/${token}`, token);
  expect(target.site.log.join("\n")).not.toContain(token);
});

it("notes that a token was used, now and then", async () => {
  const token = await tokenOf("speakerBa");
  const used = () =>
    target.store.read
      .selectFrom("api_token")
      .select("last_used_at")
      .where("account_id", "=", target.w.people.speakerBa)
      .executeTakeFirstOrThrow();
  expect((await used()).last_used_at).toBeNull();
  await find("", token);
  await target.site.writeNotes();
  const first = (await used()).last_used_at;
  expect(first).not.toBeNull();
  await find("", token);
  await target.site.writeNotes();
  expect((await used()).last_used_at).toBe(first);
});

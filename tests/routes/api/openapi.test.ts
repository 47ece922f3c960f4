import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { searchParameters } from "#app/domain/search/query/search-parameters.ts";
import { call, find, tokenOf } from "#tests/routes/api/calling.ts";
import { openTarget, type Target } from "#tests/routes/target.ts";

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

it("describes itself: what is answered fits, and what is described is accepted", async () => {
  const answer = await call(target, "/api/v1/openapi.json", null);
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
  const token = await tokenOf(target, "organiser");
  const { SearchAnswer: answers, Problem: problems } = document.components.schemas;
  const fits = (schema: object, body: string) =>
    z.fromJSONSchema(schema as never).safeParse(JSON.parse(body)).error?.issues ?? [];
  const { next } = await find(target, "limit=1", token);
  const examples: Record<string, string> = {
    ...{ q: "late", limit: "5", cursor: next ?? "", sort: "newest", kind: "need,challenge", theme: "T01" },
    ...{ beneficiary: "ba", institution: "prison", group: "release", lang: "sr", status: "captured" },
    ...{ cites: "Rec(2006)2", round: target.w.roundId, session: target.things.session, has: "translation,references" },
    ...{ phase: "planning", target: "women", attribution: "group" },
    ...{ evidence: ">=3", before: "2031", after: "2020-11-04", date: "2020-11-04..2031-11-06" },
  };
  expect(Object.keys(examples).sort()).toEqual(described.map(({ name }) => name).sort());
  for (const [name, value] of Object.entries(examples)) {
    const found = await call(target, `/api/v1/search?${name}=${encodeURIComponent(value)}`, token);
    expect([name, found.status, fits(answers, found.body)]).toEqual([name, 200, []]);
  }
  expect(fits(problems, (await call(target, "/api/v1/search", null)).body)).toEqual([]);
  expect(fits(problems, (await call(target, "/api/v1/search?limit=0", token)).body)).toEqual([]);
  expect(fits(answers, '{"total":"1"}')).not.toEqual([]);
});

import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProblemDocument } from "#app/http/problem.ts";
import { call, facts, find, refused, tokenOf } from "#tests/routes/api/calling.ts";
import type { Answer } from "#tests/routes/asking.ts";
import { openTarget, type Target } from "#tests/routes/target.ts";

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

const problem = ({ body }: Answer) => JSON.parse(body) as ProblemDocument;

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
  const answer = await call(target, `/api/v1/search?${query}`, await shared());
  expect(facts(answer)).toEqual(refused(400));
  expect(problem(answer).parameters?.map((wrong) => wrong.parameter)).toContain(parameter);
});

let sharedToken: Promise<string> | undefined;

const shared = () => (sharedToken ??= tokenOf(target, "observer"));

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
    const answer = await call(target, `/api/v1/search?q=${encodeURIComponent(q)}`, token);
    expect([q.slice(0, 9), answer.status]).toEqual([q.slice(0, 9), 200]);
  }
  expect((await find(target, `q=${"a".repeat(10_000)}`, token)).notes.map(({ key }) => key)).toContain(
    "search.note.tooLong",
  );
});

it("is only read, the same by every spelling of its address", async () => {
  const token = await shared();
  const whole = await call(target, "/api/v1/search?q=open", token);
  const head = await call(target, "/api/v1/search?q=open", token, { method: "HEAD" });
  expect({ ...facts(head), body: head.body }).toEqual({ ...facts(whole), body: "" });
  for (const method of ["OPTIONS", "POST", "PUT", "PATCH", "DELETE", "PROPFIND"]) {
    const answer = await call(target, "/api/v1/search?q=open", token, { method });
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
    const answer = await call(target, path, null, { headers: { cookie: target.cookies.organiser } });
    expect([path, answer.status, answer.headers["content-type"]]).toEqual([path, status, "application/problem+json"]);
  }
});

import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { type Ask, ask, formBody } from "#tests/routes/asking.ts";
import { openTarget, password, type Target } from "#tests/routes/target.ts";
import { commits } from "#tests/support/store.ts";

let target: Target;
beforeEach(async () => {
  target = await openTarget();
});
afterEach(() => target.close());

const invite = () => ({
  ...{ groupId: target.w.groupId, address: "new@test.example", name: "New", role: "observer", locale: "en" },
});
const sent = async (headers: Record<string, string>, path: string = paths.newInvitation()) => {
  const { status } = await ask(target, "organiser", path, { form: invite(), headers });
  return status;
};

describe("requests from elsewhere", () => {
  it.each<[string, Record<string, string>]>([
    ["no origin", { origin: "" }],
    ["origin null", { origin: "null" }],
    ["another origin", { origin: "https://evil.example" }],
    ["another origin that claims to be ours", { origin: "https://evil.example", "sec-fetch-site": "same-origin" }],
    ["the same site", { origin: "", "sec-fetch-site": "same-site" }],
    ["another origin behind a forwarded host", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }],
    ["a referrer alone", { origin: "", referer: "http://localhost/" }],
  ])("change nothing: %s", async (_name, headers) => {
    const before = await commits(target.store);
    const single = paths.newInvitation().concat(".data");
    expect([await sent(headers), await sent(headers, single)]).toEqual([403, 403]);
    expect(await commits(target.store)).toBe(before);
  });

  it("under another host are told the address of the product and nothing of the request", async () => {
    const tricks: Record<string, string>[] = [
      { host: "evil.example" },
      { host: "evil.example", "x-forwarded-host": "localhost" },
    ];
    for (const headers of tricks) {
      const { status, body } = await ask(target, "organiser", "/home", { headers });
      expect([status, body.includes(target.site.origin), body.includes("evil")]).toEqual([421, true, false]);
    }
    const forwarded = {
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      forwarded: "host=evil.example",
    };
    const { status, headers } = await ask(target, "organiser", paths.newInvitation(), {
      form: invite(),
      headers: forwarded,
    });
    const to = String(headers.location);
    expect([status, to.startsWith("/")]).toEqual([303, true]);
    const said = String(headers["set-cookie"]).split(";", 1)[0];
    const cookie = `${target.cookies.organiser}; ${said}`;
    const { body } = await ask(target, "organiser", to, { headers: { ...forwarded, cookie } });
    expect([body.includes(`${target.site.origin}/invitations/inv_`), body.includes("evil")]).toEqual([true, false]);
  });

  it("do not get round the gate by `_data`, an absolute address or another method in a header", async () => {
    for (const path of ["/members?_data=root", "/members?_data=routes%2Fmembers%2Fmembers", "/members?%5fdata=root"]) {
      expect([path, await sent({}, path)]).toEqual([path, 403]);
      expect([path, (await ask(target, "organiser", path)).status]).toEqual([path, 403]);
    }
    expect((await ask(target, "organiser", "http://evil.example/home")).status).toBe(404);
    const before = await commits(target.store);
    const deactivation = paths.memberDeactivation(target.things.membership);
    for (const header of ["x-http-method-override", "x-method-override", "x-http-method"]) {
      expect((await ask(target, "organiser", deactivation, { headers: { [header]: "POST" } })).status).toBe(200);
    }
    expect((await ask(target, "organiser", `${deactivation}?_method=POST`)).status).toBe(200);
    expect(await commits(target.store)).toBe(before);
  });
});

describe("methods", () => {
  it("that no page has are refused in a sentence, the same for every address", async () => {
    const { log } = target.site;
    for (const path of ["/home", "/nowhere", paths.session(target.things.session), "/en/about", "/healthz"]) {
      for (const method of ["TRACE", "PROPFIND", "LOCK"]) {
        const { status, headers } = await ask(target, "organiser", path, { method });
        expect([method, path, status, headers.allow]).toEqual([method, path, 405, "GET, HEAD, POST"]);
        expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      }
      const options = await ask(target, "organiser", path, { method: "OPTIONS" });
      expect([path, options.status, options.body, options.headers.allow]).toEqual([path, 204, "", "GET, HEAD, POST"]);
    }
    expect((await ask(target, "anonymous", "*", { method: "OPTIONS" })).status).toBe(204);
    expect(log.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  });

  it("change nothing where the installation is only watched", async () => {
    const headers = { host: "watch.example", origin: "http://watch.example" };
    expect((await ask(target, "anonymous", "/healthz", { headers })).body).toBe("ok");
    for (const method of ["POST", "PUT", "DELETE"]) {
      expect((await ask(target, "anonymous", "/healthz", { method, headers })).status).toBe(421);
      expect((await ask(target, "anonymous", "/healthz", { method })).status).toBeLessThan(500);
    }
  });
});

it("refuses two hosts in one request", async () => {
  const { port } = target.site.config;
  const both = `Host: localhost:${port}\r\n`;
  const answer = (hosts: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(port, "localhost", () =>
        socket.write(`GET /sign-in HTTP/1.1\r\n${hosts}Connection: close\r\n\r\n`),
      );
      let text = "";
      socket.on("data", (part) => {
        text += part;
      });
      socket.on("end", () => resolve(text.slice(9, 12)));
      socket.on("error", reject);
    });
  expect([await answer(both), await answer(both + both), await answer(`${both}host: evil.example\r\n`)]).toEqual([
    ...["200", "400", "400"],
  ]);
});

describe("bodies", () => {
  const formType = "application/x-www-form-urlencoded";
  const large = `title=${"x".repeat(1_100_000)}`;

  it.each<[string, Ask, number]>([
    ["too long, with its length", { body: large }, 413],
    ["too long, in pieces", { body: large, chunked: true }, 413],
    ["JSON", { body: '{"groupId":"x"}', headers: { "content-type": "application/json" } }, 400],
    ["JSON as plain text", { body: '{"groupId":"x"}', headers: { "content-type": "text/plain" } }, 400],
    [
      "several parts",
      { body: "--x\r\n\r\n--x--", headers: { "content-type": "multipart/form-data; boundary=x" } },
      400,
    ],
    ["of a type that begins like a form's", { body: "a=b", headers: { "content-type": `${formType}x` } }, 400],
    ["of no type", { body: "a=b", headers: { "content-type": "" } }, 400],
    ["of another character set and no UTF-8", { body: "name=%FF%FE%C0&address=%ED%A0%80&role=%00" }, 422],
    ["empty", { body: "" }, 422],
    ["of separators alone", { body: "&&&==&=&&%&%zz" }, 422],
    ["of very many fields", { body: formBody({ role: Array(50_000).fill("observer") }) }, 413],
  ])("%s are refused where a form is expected", async (_name, what, status) => {
    const before = await commits(target.store);
    const answers = [];
    for (const path of [paths.newInvitation(), `${paths.newInvitation()}.data`, paths.newRound()]) {
      answers.push((await ask(target, "organiser", path, { method: "POST", ...what })).status);
    }
    // Single fetch answers redirects and refusals alike; what counts is that nothing failed or was written.
    expect([answers[0], answers[2]]).toEqual([status, status]);
    expect([answers[1]! < 500, await commits(target.store)]).toEqual([true, before]);
    expect((await ask(target, "anonymous", "/sign-in", { method: "POST", ...what })).status).toBe(status);
  });
});

describe("addresses", () => {
  const long = "x".repeat(9000);

  it.each<[string, number[]]>([
    [`/${long}`, [404]],
    [`/sessions/${long}`, [404]],
    [`/contributions/${long}/edit`, [404]],
    [`/search?q=${long}`, [200]],
    [`/search?${"kind=need&".repeat(800)}`, [200]],
    [`/en/knowledge?q=${long}`, [200]],
    [`/home?${"a=b&".repeat(2000)}`, [200]],
    ["/%E0%A4%A", [400, 404]],
    ["/sessions/%E0%A4%A", [400, 404]],
    ["/sessions/%00", [404]],
    ["/sessions/%u0041", [400, 404]],
    ["/search?q=%E0%A4%A", [200]],
    ["/search?q=%00%00", [200]],
    ["/search?q=%ED%A0%80", [200]],
    ["/search?cursor=%00&sort=__proto__&kind=__proto__&round=constructor", [200]],
    [`/search?cursor=${Buffer.from('["after","x",9e15]').toString("base64url")}`, [200]],
    [`/search?cursor=${Buffer.from('["after",{"x":1},1]').toString("base64url")}`, [200]],
    ["/outbox?page=-1", [200]],
    ["/outbox?page=1e9", [200]],
    ["/outbox?page=NaN&page=2", [200]],
    ["/contributions/new?kind=__proto__&depth=full&session=&item=", [200]],
    ["/contributions/new?session[]=x", [200]],
    ["/rounds/__proto__", [404]],
    ["/contributions/constructor", [404]],
    ["/references/__proto__", [404]],
    ["/en/constructor", [404]],
    ["/en/__proto__", [404]],
    ["/en/news/constructor", [404]],
    ["/en/news/..%5c..%5cen.md", [404]],
    ["/messages/constructor.js", [404]],
    ["/messages/..%2f..%2fpackage.json", [404]],
    ["/assets/..%2f..%2fserver%2findex.js", [404]],
    ["/assets/../../server/index.js", [404]],
    ["/home?flash=constructor.name", [200]],
    ["/home?flash=__proto__.x", [200]],
    ["/home?flash=%3Cscript%3E.x", [200]],
  ])("%s is answered", async (path, statuses) => {
    const { status } = await ask(target, "organiser", path);
    expect(statuses).toContain(status);
  });

  it("longer than any are refused before they are read", async () => {
    const { status } = await ask(target, "organiser", `/search?q=${"x".repeat(20_000)}`);
    expect(status).toBe(431);
  });

  it("know the languages of a record and no other word", async () => {
    for (const language of ["constructor", "__proto__", "zz", "%00", "en&language=bs"]) {
      const path = `${paths.contribution(target.things.record)}?language=${language}`;
      const { status } = await ask(target, "participant", path);
      const translated = await ask(target, "participant", path.replace("?", "/translation?"));
      expect([language, status, translated.status]).toEqual([language, 200, 200]);
    }
  });
});

it.each([
  "zbornik=",
  "zbornik=%00",
  "zbornik=%FF; zbornik=x",
  `zbornik=${"x".repeat(9000)}`,
  "=;;=; zbornik",
  "zbornik=__proto__",
])("takes the cookie %s for nobody's", async (cookie) => {
  const opened = await ask(target, "anonymous", "/home", { headers: { cookie } });
  const form = { address: "observer@test.example", password };
  const signed = await ask(target, "anonymous", "/sign-in", { form, headers: { cookie } });
  expect([opened.status, opened.headers.location, signed.status]).toEqual([302, "/sign-in?redirectTo=%2Fhome", 303]);
});

it("reads languages that a browser asks for in any shape", async () => {
  for (const value of ["*", ";;;,,,q=9", "bs;q=abc", "x".repeat(9000), "en;q=1e999,bs;q=-1", "hr,".repeat(1000)]) {
    expect((await ask(target, "anonymous", "/sign-in", { headers: { "accept-language": value } })).status).toBe(200);
  }
});

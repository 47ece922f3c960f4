import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lowerSharing } from "#app/domain/knowledge/lower-sharing.server.ts";
import { paths } from "#app/paths.ts";
import { type Answer, ask } from "#tests/routes/asking.ts";
import { expectations } from "#tests/routes/expectations.ts";
import { type Asker, openTarget, type Target } from "#tests/routes/target.ts";

let target: Target;
beforeEach(async () => {
  target = await openTarget();
});
afterEach(() => target.close());

const data = (path: string) => path.replace(/^([^?]+)/, "$1.data");
const isPublic = (route: string) => route.startsWith("/:locale") || route === "/api/v1/openapi.json";

/** Whether no cache and no back button may show it again. */
function isPrivate({ headers }: Answer): boolean {
  const control = String(headers["cache-control"] ?? "");
  return /\bno-store\b/.test(control) && !/\bpublic\b/.test(control) && headers.etag === undefined;
}

describe("what is answered to one person", () => {
  it.each<Asker>(["organiser", "administrator", "otherDelegation", "anonymous"])(
    "is kept by no cache: %s",
    async (asker) => {
      const open: string[] = [];
      for (const [route, declared] of Object.entries(expectations)) {
        // A feed is asked for again and again, and by its secret alone: its program keeps it and asks whether it holds.
        if (isPublic(route) || route === "/calendars/:file") continue;
        for (const { at, form } of declared) {
          if (form) continue;
          const path = at(target);
          for (const [address, method] of [
            [path, "GET"],
            [path, "HEAD"],
            [data(path), "GET"],
            [path, "OPTIONS"],
          ] as const) {
            const answer = await ask(target, asker, address, { method });
            if (!isPrivate(answer)) open.push(`${method} ${route} ${answer.status} ${answer.headers["cache-control"]}`);
          }
        }
      }
      expect(open).toEqual([]);
    },
  );

  it("nor are answers to forms, and files of data", async () => {
    const { session } = target.things;
    const draft = { kind: "need", title: "A draft", language: "en" };
    const answers = [
      await ask(target, "participant", "/contributions/drafts", { form: draft }),
      await ask(target, "participant", "/contributions/drafts", { form: { ...draft, kind: "x" } }),
      await ask(target, "participant", paths.newContribution(), { form: draft }),
      await ask(target, "participant", `${paths.newContribution()}.data`, { form: draft }),
      await ask(target, "participant", paths.sessionCalendar(session)),
      await ask(target, "anonymous", "/sign-in", { form: {} }),
      await ask(target, "anonymous", "/sign-in", { form: { address: "observer@test.example", password: "x" } }),
      await ask(target, "anonymous", "/nowhere"),
      await ask(target, "organiser", "/%E0%A4%A"),
      await ask(target, "organiser", "/x//y"),
      await ask(target, "organiser", "/home", { headers: { host: "evil.example" } }),
    ];
    expect(answers.map((answer) => [answer.status, isPrivate(answer)])).toEqual(
      [200, 422, 303, 202, 200, 422, 422, 302, 400, 404, 421].map((status) => [status, true]),
    );
  });
});

describe("stored public pages", () => {
  const names = ["organiser", "administrator", "participantBa", "speakerBa"];
  const shows = ({ body }: Answer) => names.filter((name) => new RegExp(`\\b${name}\\b`).test(body));

  it.each<[string, (cookie: string) => string]>([
    ["as a browser sends it", (cookie) => cookie],
    ["with a space before the sign", (cookie) => cookie.replace("=", " =")],
    ["with a tab before the sign", (cookie) => cookie.replace("=", "\t=")],
    ["after others", (cookie) => `a=b;${cookie};c=d`],
    ["after a broken one", (cookie) => `=;;zbornik; ${cookie}`],
    ["with spaces around", (cookie) => cookie.replace("=", " = ")],
  ])("hold nothing of who looked before, whose cookie came %s", async (name, write) => {
    for (const path of [
      "/en",
      "/en/about",
      "/en/knowledge",
      paths.publicContribution("en", target.things.publicRecord),
    ]) {
      const address = `${path}?look=${encodeURIComponent(name)}`;
      await ask(target, "organiser", address, { headers: { cookie: write(target.cookies.organiser) } });
      const answer = await ask(target, "anonymous", address);
      expect([path, answer.status, answer.headers["set-cookie"], shows(answer)]).toEqual([path, 200, undefined, []]);
      const again = await ask(target, "anonymous", address);
      expect(again.body).toBe(answer.body);
    }
  });

  it("are not shown to who is signed in, and differ by cookie for caches between", async () => {
    const stored = await ask(target, "anonymous", "/en/about");
    const own = await ask(target, "organiser", "/en/about");
    expect([shows(own), isPrivate(own)]).toEqual([["organiser"], true]);
    expect([stored.headers.vary, stored.headers["cache-control"]]).toEqual(["Accept-Encoding, Cookie", "no-cache"]);
  });

  it("change with what is public, at once", async () => {
    const { store, w, things } = target;
    const path = paths.publicContribution("en", things.publicRecord);
    const list = "/en/knowledge";
    const look = async () => [
      (await ask(target, "anonymous", path)).status,
      (await ask(target, "anonymous", list)).body.includes(things.publicRecord),
    ];
    expect([await look(), await look()]).toEqual([
      [200, true],
      [200, true],
    ]);
    const organiser = await w.actor(w.people.organiser);
    await lowerSharing(store, organiser, { number: things.publicRecord, level: "group" });
    expect(await look()).toEqual([404, false]);
  });

  it("are named by what they hold: who has one already is told so", async () => {
    const first = await ask(target, "anonymous", "/en/about");
    const etag = String(first.headers.etag);
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
    const again = (known: string, method = "GET") =>
      ask(target, "anonymous", "/en/about", { method, headers: { "if-none-match": known } });
    for (const known of [etag, etag.slice(2), `"x", ${etag}`, "*"]) {
      const answer = await again(known);
      expect([known, answer.status, answer.body, answer.headers.etag]).toEqual([known, 304, "", etag]);
      expect(answer.headers["content-security-policy"]).toBe(first.headers["content-security-policy"]);
    }
    expect([(await again('"x"')).status, (await again("x")).status, (await again(etag, "HEAD")).status]).toEqual([
      ...[200, 200, 304],
    ]);
    expect((await ask(target, "anonymous", "/bs/about")).headers.etag).not.toBe(etag);
  });

  it("are told of by HEAD as GET gives them, asked for before or not", async () => {
    for (const path of ["/en/about?head", "/en/knowledge?head", "/en/nothing"]) {
      const facts = ({ status, headers }: Answer) => {
        const { date: _date, "x-request-id": _id, ...rest } = headers;
        return [path, status, path === "/en/nothing" ? rest["content-type"] : rest];
      };
      const head = await ask(target, "anonymous", path, { method: "HEAD" });
      const whole = await ask(target, "anonymous", path);
      const after = await ask(target, "anonymous", path, { method: "HEAD" });
      expect([facts(head), head.body, after.body]).toEqual([facts(whole), "", ""]);
      expect(facts(after)).toEqual(facts(whole));
    }
  });

  it("are rendered once, however many ask at the same time", async () => {
    const before = target.store.asked();
    await ask(target, "anonymous", "/en/help?once");
    const one = target.store.asked() - before;
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(target, "anonymous", "/en/help?twenty")));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.length}`)).size).toBe(1);
    expect(target.store.asked() - before).toBeLessThan(one * 2 + 25);
  });

  it("do not carry what an address says into the page of others", async () => {
    const said = await ask(target, "anonymous", "/en/about?flash=people.ended");
    const plain = await ask(target, "anonymous", "/en/about");
    expect(said.status).toBe(200);
    expect(plain.body).not.toContain("people.ended");
    const evil = await ask(target, "anonymous", '/en/about?"><script>alert(1)</script>');
    expect(evil.body).not.toContain("<script>alert");
    for (const header of [
      "x-forwarded-host",
      "x-original-url",
      "x-rewrite-url",
      "x-forwarded-prefix",
      "accept-language",
    ]) {
      await ask(target, "anonymous", `/en/help?by=${header}`, { headers: { [header]: "evil.example" } });
      const answer = await ask(target, "anonymous", `/en/help?by=${header}`);
      expect([header, answer.status, answer.body.includes("evil.example")]).toEqual([header, 200, false]);
    }
  });
});

it("says in every answer what a browser may do with it, whatever its address looks like", async () => {
  for (const [asker, path] of [
    ["organiser", "/home"],
    ["anonymous", "/en"],
    ["organiser", "/x//y"],
    ["anonymous", "/sign-in"],
    ["organiser", "/assets/nothing.js"],
    ["organiser", "/assets/"],
    ["organiser", "/messages/nothing.js"],
    ["anonymous", "/assets/nothing.css"],
    ["anonymous", "/messages/nothing.js"],
    ["anonymous", "/en/nothing"],
    ["organiser", "/en/nothing"],
    ["anonymous", "/favicon.svg"],
  ] as const) {
    const { headers } = await ask(target, asker, path);
    const policy = String(headers["content-security-policy"]);
    expect(policy).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
    expect(policy).not.toMatch(/unsafe|\*|data:|https?:/);
    expect([headers["x-content-type-options"], headers["x-frame-options"], headers["referrer-policy"]]).toEqual([
      ...["nosniff", "SAMEORIGIN", "same-origin"],
    ]);
    expect([headers["x-powered-by"], headers.server]).toEqual([undefined, undefined]);
    if (path !== "/en" && path !== "/favicon.svg") expect(headers["cache-control"]).toBe("private, no-store");
  }
});

it("allows the scripts of a page by its nonce, and none where there are none", async () => {
  for (const [asker, path] of [
    ["organiser", "/home"],
    ["organiser", "/en/nothing"],
    ["organiser", "/assets/nothing.js"],
    ["organiser", "/en"],
    ["anonymous", "/en"],
  ] as const) {
    const { headers, body } = await ask(target, asker, path);
    const [, allowed] = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"])) ?? [];
    const used = [...body.matchAll(/<script[^>]*? nonce="([^"]+)"/g)].map(([, nonce]) => nonce);
    expect([path, [...new Set(used)]]).toEqual([path, allowed ? [allowed] : []]);
  }
});

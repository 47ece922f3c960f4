import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sha256 } from "#app/domain/identity.server.ts";
import { paths } from "#app/paths.ts";
import { ask, verdict } from "#tests/routes/asking.ts";
import { openTarget, password, type Target } from "#tests/routes/target.ts";
import { commits } from "#tests/support/store.ts";

let target: Target;

beforeEach(async () => {
  target = await openTarget();
});

afterEach(() => target.close());

const address = "observer@test.example";

const signIn = { address, password };

/** Where an answer leads, as a browser understands it. */
function leadsTo(headers: Record<string, unknown>): string {
  return new URL(String(headers.location ?? "/"), target.site.origin).origin;
}

describe("places to go to", () => {
  const elsewhere = [
    ...[
      "//evil.example",
      "///evil.example",
      "/\\evil.example",
      "\\\\evil.example",
      "/\t/evil.example",
      "/\n//evil.example",
    ],
    ...[
      "https://evil.example",
      "https:evil.example",
      "javascript:alert(1)",
      "/..//evil.example",
      "/x/..//evil.example",
    ],
    ...[
      "/./\\evil.example",
      "/%5c%5cevil.example",
      "//localhost@evil.example",
      " //evil.example",
      "/\u0000/evil.example",
    ],
    ...["?x=//evil.example", "", "/".repeat(3000), "/\r\nSet-Cookie: zbornik=evil"],
  ];

  it.each(elsewhere)("are never elsewhere: %j", async (place) => {
    const encoded = encodeURIComponent(place);
    const answers = [
      await ask(target, "anonymous", "/sign-in", { form: { ...signIn, redirectTo: place } }),
      await ask(target, "observer", `/sign-in?redirectTo=${encoded}`),
      await ask(target, "observer", paths.theme(), { form: { theme: "dark", back: place } }),
      await ask(target, "observer", paths.language(), { form: { language: "en", back: place } }),
    ];
    for (const { status, headers } of answers) {
      expect([status >= 300 && status < 400, leadsTo(headers)]).toEqual([true, target.site.origin]);
      expect(String(headers["set-cookie"] ?? "")).not.toContain("evil");
    }
    for (const path of [`/sign-in?redirectTo=${encoded}`, `/sign-in?kept=${encoded}`]) {
      const { body } = await ask(target, "anonymous", path);
      expect(/name="redirectTo" value="([^"]*)"/.exec(body)?.[1]).toMatch(/^\/(?![/\\])/);
    }
  });
});

describe("a form that came too late", () => {
  const form = { name: "Typed by somebody else", locale: "en", city: "skopje" };
  const sealFor = async (cookie: string) => {
    const path = `/sign-in?kept=${encodeURIComponent("/account")}`;
    const { status, body } = await ask(target, "anonymous", path, { form, headers: { cookie } });
    return { status, seal: /name="kept" value="([^"]*)"/.exec(body)?.[1] ?? "" };
  };

  it("is given back to its account alone, and to nobody when it is not known whose it is", async () => {
    const { seal, status } = await sealFor(target.cookies.organiser);
    expect([status, seal.length > 100]).toEqual([401, true]);
    const mine = { address: "organiser@test.example", password, kept: seal };
    expect((await ask(target, "anonymous", "/sign-in", { form: mine })).body).toContain(form.name);
    const other = await ask(target, "anonymous", "/sign-in", { form: { ...signIn, kept: seal } });
    expect([other.status, other.body.includes(form.name)]).toEqual([303, false]);
    for (const cookie of ["zbornik=unknown", "x=y"]) expect(await sealFor(cookie)).toEqual({ status: 401, seal: "" });
  });

  it("cannot be made up, changed or taken from another installation", async () => {
    const { seal } = await sealFor(target.cookies.observer);
    const elsewhere = await openTarget();
    const foreign = await ask(elsewhere, "anonymous", "/sign-in", { form: { ...signIn, kept: seal } });
    await elsewhere.close();
    expect([foreign.status, foreign.body.includes(form.name)]).toEqual([303, false]);
    for (const kept of ["x", "A".repeat(200), seal.slice(4), `${seal.slice(0, 60)}AAAA${seal.slice(64)}`]) {
      const { status, body } = await ask(target, "anonymous", "/sign-in", { form: { ...signIn, kept } });
      expect([status, body.includes(form.name)]).toEqual([303, false]);
    }
  });
});

describe("secret links", () => {
  it("open what they were made for, once, as they were made", async () => {
    const { things } = target;
    const before = await commits(target.store);
    const set = { newPassword: "seven quiet boats" };
    const join = { way: "new", name: "G", locale: "en", city: "sarajevo", ...set };
    const wrong = (path: string) => [path, 404];
    const other = [
      paths.reset(things.invitationToken),
      paths.reset(sha256(things.resetToken)),
      paths.reset(things.resetToken.slice(0, -1)),
      paths.reset(things.resetToken.toUpperCase()),
      paths.reset(`${things.resetToken} `),
      paths.invitation(things.resetToken),
      paths.invitation(sha256(things.invitationToken)),
      paths.invitation("%"),
    ];
    for (const path of other) {
      expect([path, (await ask(target, "anonymous", path)).status]).toEqual(wrong(path));
      const form = path.startsWith("/reset") ? set : join;
      const sent = await ask(target, "anonymous", path, { form });
      expect([sent.status, leadsTo(sent.headers), sent.headers["set-cookie"]]).toEqual([
        303,
        target.site.origin,
        undefined,
      ]);
    }
    expect(await commits(target.store)).toBe(before);
    for (const cookie of [things.resetToken, things.invitationToken, sha256(target.cookies.organiser.slice(8))]) {
      const opened = await ask(target, "anonymous", "/home", { headers: { cookie: `zbornik=${cookie}` } });
      expect(verdict(opened)).toBe("sign-in");
    }
    expect((await ask(target, "anonymous", paths.reset(things.resetToken), { form: set })).status).toBe(303);
    const again = await ask(target, "anonymous", paths.reset(things.resetToken), { form: set });
    expect([again.headers.location, (await ask(target, "anonymous", String(again.headers.location))).status]).toEqual([
      paths.reset(things.resetToken),
      404,
    ]);
    expect(verdict(await ask(target, "observer", "/home"))).toBe("sign-in");
  });

  it("accepted by many at once make one account and one membership", async () => {
    const link = paths.invitation(target.things.invitationToken);
    const form = { way: "new", name: "G", newPassword: "seven quiet boats", locale: "en", city: "sarajevo" };
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask(target, "anonymous", link, { form })));
    expect(answers.map(({ headers }) => Boolean(headers["set-cookie"])).filter(Boolean)).toEqual([true]);
    const rows = await target.store.read.selectFrom("account").select("id").where("name", "=", "G").execute();
    expect(rows.length).toBe(1);
  });
});

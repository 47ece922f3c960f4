import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LoadContext } from "#app/http/context.server.ts";
import { knownBrowserCookie } from "#app/http/known-browser.server.ts";
import { openLimits } from "#app/http/limits.server.ts";
import { readNetwork } from "#app/http/network.ts";
import { tryPassword } from "#app/http/sign-in-limits.server.ts";
import { TooMany } from "#app/http/too-many.server.ts";
import { WaitingRoom } from "#app/http/waiting-room.ts";

type Context = Pick<LoadContext, "limits" | "network" | "config" | "aside">;

const config = { secret: Buffer.alloc(32, 7), https: false } as LoadContext["config"];
const rightPassword = "river stone lamp";

/** How long everybody had to wait so far, in milliseconds; nobody really waits. */
let waits: number[];
let limits: LoadContext["limits"];
/** Passwords that were looked at. */
let looked: number;

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date("2026-10-01T08:00:00.000Z"), toFake: ["Date", "setTimeout"] });
  waits = [];
  looked = 0;
  const room = new WaitingRoom({ wait: async (milliseconds) => void waits.push(milliseconds) });
  limits = await openLimits(null, { room });
});
afterEach(() => {
  vi.useRealTimers();
});

const context = (ip: string): Context => ({ limits, network: readNetwork(ip), config, aside: (wait) => wait() });

interface Person {
  address: string;
  from: string;
  password?: string;
  cookie?: string;
  isSignedIn?: boolean;
}

/** What comes of a try, and how long it had to wait. */
async function attempt({ address, from, password = "wrong", cookie = "", isSignedIn }: Person) {
  const request = new Request("http://localhost/sign-in", { headers: { cookie } });
  waits = [];
  const outcome = await tryPassword(context(from), { request, address, isSignedIn }, async () => {
    looked++;
    const isRight = password === rightPassword;
    return { isRight, result: isRight ? ("in" as const) : ("wrong" as const) };
  }).catch((error) => {
    if (error instanceof TooMany) return { later: error.seconds };
    throw error;
  });
  return { outcome, waited: Math.max(0, ...waits) };
}

/** The cookie of a browser that an account was signed in with before. */
function known(address: string, earlier = ""): string {
  const request = new Request("http://localhost/", { headers: { cookie: earlier } });
  return knownBrowserCookie(context("192.0.2.1"), request, address).split(";")[0] ?? "";
}

const owner = { address: "organiser@test.example", password: rightPassword };

describe("wrong passwords", () => {
  it("shut one account in one network after ten, for a quarter of an hour, and nobody else", async () => {
    const guess = { address: owner.address, from: "192.0.2.1" };
    for (let n = 0; n < 10; n++) expect((await attempt(guess)).outcome).toBe("wrong");
    expect((await attempt({ ...guess, password: rightPassword })).outcome).toEqual({ later: 900 });
    expect(looked).toBe(10);
    expect(await attempt({ ...owner, from: "198.51.100.7" })).toEqual({ outcome: "in", waited: 0 });
    expect((await attempt({ ...guess, address: "neighbour@test.example" })).outcome).toBe("wrong");
    vi.advanceTimersByTime(900_000);
    expect((await attempt({ ...owner, from: "192.0.2.1" })).outcome).toBe("in");
  });

  it("are counted for addresses that have no account as for those that have", async () => {
    const answers = [];
    for (let n = 0; n < 12; n++) answers.push(await attempt({ address: "nobody@test.example", from: "192.0.2.1" }));
    expect(answers.slice(9).map(({ outcome }) => outcome)).toEqual(["wrong", { later: 900 }, { later: 900 }]);
  });

  it("from sixty networks of one home slow others for seconds, and shut nobody out", async () => {
    for (let n = 0; n < 3000; n++) {
      const from = `2001:db8:aa:${(n % 60).toString(16)}::${n}`;
      await attempt({ address: `account${n % 300}@test.example`, from });
    }
    // Whoever guesses waits the longest.
    expect(await attempt({ address: "account1@test.example", from: "2001:db8:aa:3f::1" })).toEqual({
      ...{ outcome: "wrong", waited: 8000 },
    });
    for (const address of ["organiser@test.example", "admin@test.example", "account7@test.example"]) {
      const stranger = await attempt({ address, password: rightPassword, from: "203.0.113.9" });
      expect([stranger.outcome, stranger.waited > 0, stranger.waited <= 3000]).toEqual(["in", true, true]);
      const before = await attempt({ address, password: rightPassword, from: "203.0.113.9", cookie: known(address) });
      expect(before).toEqual({ outcome: "in", waited: 0 });
    }
  });

  it("at one account from two hundred networks slow its owner down at most, in a known browser not at all", async () => {
    let slowest = 0;
    for (let n = 0; n < 200; n++) {
      slowest = Math.max(slowest, (await attempt({ address: owner.address, from: `198.51.100.${n}` })).waited);
    }
    expect(slowest).toBe(5000);
    expect(await attempt({ ...owner, from: "203.0.113.9" })).toEqual({ outcome: "in", waited: 5000 });
    expect(await attempt({ ...owner, from: "203.0.113.9", cookie: known(owner.address) })).toEqual({
      ...{ outcome: "in", waited: 0 },
    });
    // And no other account.
    const other = await attempt({ address: "other@test.example", password: rightPassword, from: "203.0.113.9" });
    expect(other).toEqual({ outcome: "in", waited: 0 });
  });

  it("of a colleague behind the same address do not reach a browser that is known", async () => {
    for (let n = 0; n < 300; n++) await attempt({ address: `x${n}@test.example`, from: "192.0.2.1" });
    expect(await attempt({ ...owner, from: "192.0.2.1" })).toEqual({ outcome: "in", waited: 8000 });
    const cookie = known(owner.address);
    expect(await attempt({ ...owner, from: "192.0.2.1", cookie })).toEqual({ outcome: "in", waited: 0 });
    for (let n = 0; n < 12; n++) await attempt({ address: owner.address, from: "192.0.2.1" });
    expect(await attempt({ ...owner, from: "192.0.2.1", cookie })).toEqual({ outcome: "in", waited: 0 });
  });

  it("many at once do not slip through", async () => {
    const guess = { address: owner.address, from: "192.0.2.1" };
    await Promise.all(Array.from({ length: 50 }, () => attempt(guess)));
    expect(looked).toBe(10);
  });
});

describe("right passwords", () => {
  it("count for nobody: hundreds of people behind one address sign in without waiting", async () => {
    for (let n = 0; n < 300; n++) {
      const person = { address: `person${n}@test.example`, password: rightPassword, from: "192.0.2.1" };
      expect(await attempt(person)).toEqual({ outcome: "in", waited: 0 });
    }
  });

  it("take the wrong ones of the same person with them", async () => {
    for (let round = 0; round < 5; round++) {
      await attempt({ address: owner.address, from: "192.0.2.1" });
      expect((await attempt({ ...owner, from: "192.0.2.1" })).outcome).toBe("in");
    }
    // Five wrong ones are counted, none of the right ones.
    for (let n = 0; n < 5; n++)
      expect((await attempt({ address: owner.address, from: "192.0.2.1" })).outcome).toBe("wrong");
    expect((await attempt({ ...owner, from: "192.0.2.1" })).outcome).toEqual({ later: 900 });
  });
});

describe("a known browser", () => {
  it("is known for its accounts alone, three at most, and by this installation", async () => {
    const one = known("one@test.example");
    const four = ["two", "three", "four"].reduce((cookie, name) => known(`${name}@test.example`, cookie), one);
    const guess = async (address: string, cookie: string) => {
      for (let n = 0; n < 10; n++) await attempt({ address, from: "192.0.2.77" });
      return (await attempt({ address, password: rightPassword, from: "192.0.2.77", cookie })).outcome;
    };
    expect(await guess("four@test.example", four)).toBe("in");
    expect(await guess("two@test.example", four)).toBe("in");
    expect(await guess("one@test.example", four)).toEqual({ later: 900 });
    expect(await guess("two@test.example", "zbornik_known=x.y.z")).toEqual({ later: 900 });
  });

  it("has ten wrong passwords of its own, and an account thirty of such browsers before they wait", async () => {
    const cookies = Array.from({ length: 8 }, () => known(owner.address));
    const guess = (cookie: string) => attempt({ address: owner.address, from: "192.0.2.1", cookie });
    for (let n = 0; n < 10; n++) expect((await guess(cookies[0]!)).outcome).toBe("wrong");
    expect((await guess(cookies[0]!)).outcome).toEqual({ later: 900 });
    for (let n = 0; n < 70; n++) await guess(cookies[1 + (n % 7)]!);
    expect((await attempt({ ...owner, from: "192.0.2.1", cookie: known(owner.address) })).waited).toBe(5000);
  });
});

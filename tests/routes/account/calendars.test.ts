import { afterAll, beforeAll, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { expectWellFormed, parse } from "#tests/domain/calendar/calendar-text.ts";
import { ask } from "#tests/routes/asking.ts";
import { openTarget, password, type Target } from "#tests/routes/target.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";
import { writing } from "#tests/support/store.ts";

let target: Target;
let browser: PlainBrowser;
beforeAll(async () => {
  target = await openTarget();
  browser = new PlainBrowser(target.site.origin);
  await browser.signIn("participantba@test.example", password);
});
afterAll(() => target.close());

const shown = () => browser.page.document.querySelector(".secret code")?.textContent ?? null;
const read = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  ask(target, "anonymous", path, { headers, method });
const value = (body: string, at: number, name: string) =>
  parse(body).events[at]?.find(([found]) => found === name)?.[1] ?? null;

async function make(form: Record<string, string>): Promise<string> {
  await browser.open(paths.accountCalendars());
  await browser.submit(form, { button: "Make a calendar address" });
  expect(browser.page.status).toBe(200);
  const address = shown() ?? "";
  expect(address).toMatch(new RegExp(`^${target.site.origin}/calendars/cal_[\\w-]{43}\\.ics$`));
  return new URL(address).pathname;
}

it("makes an address without scripts, shows it once, is read by it, and revokes it", async () => {
  await browser.open("/account");
  await browser.follow("Calendar addresses");
  expect(browser.text).toContain("You have no calendar address.");
  const path = await make({ name: "Office" });
  expect(browser.page.headers.get("cache-control")).toContain("no-store");
  const answer = await read(path);
  expect([answer.status, answer.headers["content-type"], answer.headers["cache-control"]]).toEqual([
    ...[200, "text/calendar; method=PUBLISH; charset=utf-8", "private, no-cache"],
  ]);
  expectWellFormed(answer.body);
  expect(answer.body).not.toContain("ATTENDEE");
  expect(answer.headers["set-cookie"]).toBeUndefined();
  const kept = await target.store.read.selectFrom("idempotency_key").select("result").execute();
  expect(JSON.stringify(kept) + target.site.log.join()).not.toMatch(/cal_[\w-]{43}/);

  await browser.open(paths.accountCalendars());
  const lastRead = () => [...browser.page.document.querySelectorAll("td")].map((cell) => cell.textContent)[3];
  expect([shown(), lastRead()]).toEqual([null, "never"]);
  expect(await target.site.writeNotes()).toEqual([]);
  await browser.open(paths.accountCalendars());
  expect(lastRead()).toMatch(/\d\d:\d\d$/);
  await browser.follow("Revoke");
  expect((await read(path)).status).toBe(200);
  await browser.submit({}, { button: "Revoke" });
  expect(browser.text).toContain("The calendar address is revoked.");
  expect((await read(path)).status).toBe(404);
  const events = await target.store.read
    .selectFrom("audit_event")
    .select("event")
    .where("event", "like", "calendar-feed.%")
    .where("actor_id", "=", target.w.people.participantBa)
    .orderBy("seq")
    .execute();
  expect(events.map(({ event }) => event)).toEqual(["calendar-feed.created", "calendar-feed.revoked"]);
  expect(await target.site.writeNotes()).toEqual([]);
  const told = await target.store.read
    .selectFrom("security_event")
    .select("kind")
    .where("kind", "like", "feed.%")
    .orderBy("kind")
    .execute();
  expect(told.map(({ kind }) => kind)).toEqual(["feed.made", "feed.revoked"]);
});

it("says of a bilateral session only when it is, unless its owner wants more", async () => {
  const [closed, open] = [
    await read(await make({ name: "Closed" })),
    await read(await make({ name: "Open; all,\\ of it", discloses: "on" })),
  ];
  const { session } = target.things;
  const host = new URL(target.site.origin).hostname;
  for (const { body } of [closed, open]) {
    expectWellFormed(body);
    expect([value(body, 0, "uid"), value(body, 0, "dtstart")]).toEqual([`${session}@${host}`, "2099-11-06T08:00:00Z"]);
  }
  const names = ["summary", "description", "location", "conference", "organizer"];
  const mailbox = `mailto:${target.site.config.mailFrom}`;
  expect(names.map((name) => value(closed.body, 0, name))).toEqual([
    ...["Working-group session", null, null, null, mailbox],
  ]);
  expect(closed.body).not.toMatch(/Bosnia|meet\.example|Release|sessions\//);
  expect(value(open.body, 0, "summary")).toContain("Bosnia and Herzegovina");
  expect(value(open.body, 0, "conference")).toBe("https://meet.example/2099-11-06");
  expect(parse(open.body).head).toContainEqual(["x-wr-calname", "Open\\; all\\,\\\\ of it"]);
});

it("is the same text until something changes, and says so", async () => {
  const path = await make({ name: "Same", discloses: "on" });
  const first = await read(path);
  const etag = String(first.headers.etag);
  expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
  for (const given of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
    const again = await read(path, { "if-none-match": given });
    expect([given, again.status, again.body, again.headers.etag]).toEqual([given, 304, "", etag]);
  }
  const head = await read(path, {}, "HEAD");
  expect([head.status, head.body, head.headers.etag]).toEqual([200, "", etag]);
  const db = writing(target.store);
  const changed = { join_link: "https://meet.example/other", updated_at: new Date().toISOString() };
  await db.updateTable("session").set(changed).where("id", "=", target.things.session).execute();
  const after = await read(path, { "if-none-match": etag });
  expect([after.status, after.headers.etag === etag]).toEqual([200, false]);
  expect(value(after.body, 0, "conference")).toBe("https://meet.example/other");
});

it("answers whoever may not read it any more as an address that never was", async () => {
  const path = await make({ name: "Gone" });
  const shape = ({ status, body, headers }: Awaited<ReturnType<typeof read>>) => {
    const { date: _date, "x-request-id": _id, ...rest } = headers;
    return { status, body, rest };
  };
  const nowhere = shape(await read(paths.calendarFeed(`cal_${"x".repeat(43)}.ics`)));
  expect(nowhere.status).toBe(404);
  const standing = writing(target.store)
    .updateTable("membership")
    .where("account_id", "=", target.w.people.participantBa);
  await standing.set({ ended_at: new Date().toISOString() }).execute();
  for (const [method, headers] of [
    ["GET", {}],
    ["GET", { "if-none-match": "*" }],
    ["HEAD", {}],
  ] as const) {
    const there = shape(await read(path, headers, method));
    expect(there).toEqual(shape(await read(paths.calendarFeed(`cal_${"x".repeat(43)}.ics`), headers, method)));
  }
  await standing.set({ ended_at: null }).execute();
  expect((await read(path)).status).toBe(200);
  for (const other of [
    path.slice(0, -4),
    `${path}.data`,
    `${path}x`,
    path.replace("cal_", "zbt_"),
    "/calendars/.ics",
  ]) {
    expect([other, (await read(other)).status]).toEqual([other, 404]);
  }
});

it("knows nobody by a cookie, and takes nothing that is sent", async () => {
  const wrong = await ask(target, "organiser", paths.calendarFeed("cal_none.ics"));
  expect([wrong.status, wrong.body]).toEqual([404, "There is no such calendar.\n"]);
  const path = paths.calendarFeed(`${target.things.feedSecret}.ics`);
  for (const method of ["POST", "PUT", "DELETE"]) {
    const sent = await ask(target, "observer", path, { method, form: { name: "x" } });
    expect([method, sent.status, sent.headers.allow]).toEqual([method, 405, "GET, HEAD"]);
  }
  const foreign = { origin: "https://evil.example" };
  expect((await ask(target, "observer", path, { form: {}, headers: foreign })).status).toBe(403);
});

it("is read thirty times in ten minutes, and its neighbour still", async () => {
  const [path, other] = [await make({ name: "Often" }), await make({ name: "Seldom" })];
  const statuses: number[] = [];
  for (let at = 0; at < 31; at++) statuses.push((await read(path)).status);
  expect(statuses).toEqual([...Array(30).fill(200), 429]);
  expect(Number((await read(path)).headers["retry-after"])).toBeGreaterThan(0);
  expect((await read(other)).status).toBe(200);
});

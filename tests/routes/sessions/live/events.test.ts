import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { storeRevision } from "#app/domain/minutes/store-revision.server.ts";
import { paths } from "#app/paths.ts";
import { openStore } from "#db/engine.ts";
import { type Db, writeTransaction } from "#db/store.ts";
import { ask } from "#tests/routes/asking.ts";
import { type Ear, hear } from "#tests/routes/sessions/live/hear.ts";
import { type Asker, openTarget, type Target } from "#tests/routes/target.ts";
import { aLiveStep } from "#tests/support/factories/minutes.ts";

let target: Target;
const ears: Ear[] = [];
beforeEach(async () => {
  target = await openTarget();
});
afterEach(async () => {
  for (const ear of ears.splice(0)) ear.close();
  await target.close();
});

async function listen(asker: Asker, more: Parameters<typeof hear>[3] = {}): Promise<Ear> {
  const ear = await hear(target, asker, target.things.session, more);
  ears.push(ear);
  return ear;
}

const write = <T>(change: (db: Db) => Promise<T>) => writeTransaction(target.store, change);

function step(db: Db, number: number) {
  const { things, w } = target;
  return aLiveStep(db, { session_id: things.session, item_id: things.item, number, by_id: w.people.organiser });
}

function minutes(db: Db, itemId: string, body: string, revision = 0) {
  const { things, w } = target;
  const text = { sessionId: things.session, itemId, body, revision, isCorrection: false, reason: "" };
  return storeRevision(db, { ...text, authorId: w.people.organiser }, new Date());
}

it("is a stream that no proxy holds back, stores or packs", async () => {
  const { status, headers } = await listen("participant");
  expect(status).toBe(200);
  expect({
    type: headers["content-type"],
    cache: headers["cache-control"],
    buffering: headers["x-accel-buffering"],
    packed: headers["content-encoding"],
    sniff: headers["x-content-type-options"],
  }).toEqual({
    type: "text/event-stream; charset=utf-8",
    cache: "private, no-store, no-transform",
    buffering: "no",
    packed: undefined,
    sniff: "nosniff",
  });
});

it("tells everybody how the session goes, also what another process writes", async () => {
  const both = [await listen("organiser"), await listen("participant")];
  for (const ear of both) expect((await ear.next("state")).data.course.phase).toBe("ready");
  const elsewhere = openStore(join(target.store.folder, "zbornik.sqlite"));
  await writeTransaction(elsewhere, (db) => step(db, 1));
  await elsewhere.close();
  for (const ear of both) {
    const { data, id } = await ear.next("state");
    expect(data.course).toMatchObject({ itemId: target.things.item, version: 1 });
    expect(id).toMatch(/^\w{24}$/);
  }
});

it("tells texts to those alone who write them, and of internal items and drafts nothing at all to others", async () => {
  const { things } = target;
  const [leads, sees] = [await listen("consultant"), await listen("participant")];
  for (const ear of [leads, sees]) await ear.next("state");
  await write((db) => minutes(db, things.item, "Said by all"));
  expect((await leads.next("minutes")).data).toMatchObject({ itemId: things.item, revision: 1, body: "Said by all" });
  await write((db) => minutes(db, things.internalItem, "Said among us"));
  expect((await leads.next("minutes")).data).toMatchObject({ itemId: things.internalItem, body: "Said among us" });
  await write((db) => step(db, 1));
  await sees.next("state");
  expect(sees.heard.map(({ event }) => event).filter((event) => event !== "beat" && event !== "people")).toEqual([
    "state",
    "state",
  ]);
});

it("comes back with what it has, and hears at once that there is something newer", async () => {
  const first = await listen("organiser");
  const { id } = await first.next("state");
  first.close();
  const same = await listen("organiser", { headers: { "last-event-id": id ?? "" } });
  await same.next("people");
  expect(same.heard.some(({ event }) => event === "reload")).toBe(false);
  same.close();
  await write((db) => minutes(db, target.things.item, "Meanwhile"));
  const later = await listen("organiser", { headers: { "last-event-id": id ?? "" } });
  await later.next("reload");
});

it("says who has the page open", async () => {
  const { people } = target.w;
  const organiser = await listen("organiser");
  expect((await organiser.next("people")).data.present).toEqual([people.organiser]);
  await listen("participant");
  expect((await organiser.next("people")).data.present).toEqual([people.organiser, people.participantBa].sort());
});

const endings: Record<string, (db: Db) => Promise<unknown>> = {
  "was taken off the session": (db) =>
    db
      .updateTable("session_person")
      .set({ removed_at: new Date().toISOString() })
      .where("account_id", "=", target.w.people.participantBa)
      .execute(),
  "left the group": (db) =>
    db
      .updateTable("membership")
      .set({ ended_at: new Date().toISOString() })
      .where("account_id", "=", target.w.people.participantBa)
      .execute(),
  "has another standing by now": (db) =>
    db
      .updateTable("membership")
      .set({ role: "observer", standing_since: new Date(Date.now() + 1000).toISOString() })
      .where("account_id", "=", target.w.people.participantBa)
      .execute(),
  "signed out": (db) => db.deleteFrom("sign_in").where("account_id", "=", target.w.people.participantBa).execute(),
  "has no account any more": (db) =>
    db.updateTable("account").set({ status: "deactivated" }).where("id", "=", target.w.people.participantBa).execute(),
  "was to come to a session that is cancelled": (db) =>
    db
      .updateTable("session")
      .set({ status: "cancelled", cancellation_reason: "Illness" })
      .where("id", "=", target.things.session)
      .execute(),
};

it.each(Object.keys(endings))("ends for somebody who %s, and tells nothing of what comes with it", async (which) => {
  const ear = await listen("participant");
  await ear.next("people");
  const before = ear.heard.length;
  await write(async (db) => {
    await endings[which]?.(db);
    await step(db, 1);
  });
  await ear.ended();
  expect(ear.heard.slice(before).filter(({ event }) => event !== "beat")).toEqual([
    { event: "gone", id: null, data: {} },
  ]);
});

it("goes on for the neighbour of somebody who left", async () => {
  const [participant, consultant] = [await listen("participant"), await listen("consultant")];
  await consultant.next("state");
  await write(async (db) => {
    await endings["left the group"]?.(db);
    await step(db, 1);
  });
  await participant.ended();
  expect((await consultant.next("state")).data.course.version).toBe(1);
});

it("answers for a hidden session as for none, with events and without", async () => {
  const { things } = target;
  const none = things.session.replace(/^../, "zz");
  for (const accept of ["text/event-stream", "application/json"]) {
    for (const asker of ["otherDelegation", "otherConsultant", "observer", "administrator", "anonymous"] as const) {
      const get = (id: string) => ask(target, asker, paths.liveEvents(id), { headers: { accept } });
      const [hidden, unknown] = [await get(things.session), await get(none)];
      const body = (text: string, id: string) => text.replaceAll(id, "?").replace(/[\w-]{20,}/g, "");
      expect(hidden.status).toBe(asker === "anonymous" ? 302 : 404);
      expect([hidden.status, body(hidden.body, things.session)]).toEqual([unknown.status, body(unknown.body, none)]);
    }
  }
});

it("is open four times for one person, and has room for others then", async () => {
  const own = [];
  for (let n = 0; n < 6; n++) own.push(await listen("participant"));
  expect(own.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429, 429]);
  expect(own[4]?.headers["retry-after"]).toBe("30");
  expect((await listen("organiser")).status).toBe(200);
  own[0]?.close();
  await sleep(100);
  expect((await listen("participant")).status).toBe(200);
});

it("is open four times for one person who asks for many at once", async () => {
  const own = await Promise.all(Array.from({ length: 20 }, () => listen("participant")));
  expect(own.filter(({ status }) => status === 200)).toHaveLength(4);
  expect(new Set(own.map(({ status }) => status))).toEqual(new Set([200, 429]));
});

it("asks the database as often for many listeners as for one", async () => {
  const people = ["participant", "speaker", "consultant", "organiser"] as const;
  const ears = [];
  for (const one of people) ears.push(await listen(one));
  for (const ear of ears) await ear.next("people");
  const costs: number[] = [];
  for (const [round, windows] of [0, 3].entries()) {
    for (let n = 0; n < windows; n++) for (const one of people) await (await listen(one)).next("state");
    await sleep(600);
    const before = target.store.asked();
    await write((db) => step(db, round + 1));
    for (const ear of ears) await ear.next("state");
    costs.push(target.store.asked() - before);
  }
  // A look that finds nothing may fall into either.
  expect(Math.abs((costs[1] ?? 0) - (costs[0] ?? 0))).toBeLessThan(4);
});

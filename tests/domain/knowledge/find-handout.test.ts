import { beforeEach, expect, it } from "vitest";
import { findContribution } from "#app/domain/knowledge/find-contribution.server.ts";
import { findHandout } from "#app/domain/knowledge/find-handout.server.ts";
import { contributionView } from "#app/views/contributions/contribution-view.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { english } from "#tests/domain/knowledge/read-contribution.ts";
import { type RecordWorld, recordWorld, submitted } from "#tests/domain/knowledge/record-world.ts";
import { aLink } from "#tests/support/factories/contributions.ts";
import { testStore } from "#tests/support/store.ts";

let store: Store;
let w: RecordWorld;
let number: string;
let other: string;

beforeEach(async () => {
  store = testStore();
  w = await recordWorld(store);
  other = (await submitted(store, w, "participantBa", { title: "For the group" })).number;
  const from = { sessionId: w.session, itemId: w.item, attribution: "group" as const };
  number = (await submitted(store, w, "participantBa", from)).number;
  await share(other, "group");
  await share(number, "public");
});

const share = (which: string, sharing: "group" | "public" | "bilateral") =>
  writeTransaction(store, (db) =>
    db.updateTable("contribution").set({ sharing }).where("number", "=", which).execute(),
  );

async function handoutFor(who: keyof RecordWorld["people"]) {
  const found = await findContribution(store.read, await w.actor(w.people[who]), number);
  const handout = await findHandout(store.read, found);
  return handout && contributionView(handout, english);
}

it("is what the widest circle reads, whoever prints it", async () => {
  await writeTransaction(store, (db) => aLink(db, { from_number: number, to_number: other, relation: "rests-on" }));
  for (const who of ["organiser", "participantBa", "consultant", "observer"] as const) {
    const mine = contributionView(await findContribution(store.read, await w.actor(w.people[who]), number), english);
    expect(mine.links.map((link) => link.number)).toEqual([other]);
    expect(await handoutFor(who)).toMatchObject({
      source: { person: null, institution: null, institutionType: null, beneficiary: null },
      ...{ session: null, item: null, round: null, submittedOn: null, updatedOn: null, links: [], request: null },
    });
  }
});

it("is nothing else than the page for those who are of the widest circle, and inside a delegation", async () => {
  expect(await handoutFor("otherOrganiser")).toBeNull();
  await share(number, "bilateral");
  expect(await handoutFor("participantBa")).toBeNull();
});

it("names to the group what the attribution names, and no more", async () => {
  await writeTransaction(store, (db) =>
    db
      .updateTable("contribution")
      .set({ sharing: "group", attribution: "beneficiary" })
      .where("number", "=", number)
      .execute(),
  );
  const handout = await handoutFor("participantBa");
  expect([handout?.source.person, handout?.source.beneficiary?.name, handout?.session]).toEqual([
    null,
    "Bosnia and Herzegovina",
    null,
  ]);
});
